"""What was answered to which version of which questionnaire: as FHIR, and answer by answer as it came to be."""

from typing import Any

from django.db import models
from django.db.models import DateTimeField, Func

from onward.questionnaires.json_text import Decoder, Encoder
from onward.records.models.cases import OnCase


class Response(OnCase):
    """The answers as they stand. `typed` is what was typed and not yet saved, page by page: nobody's answer so far."""

    questionnaire = models.CharField(max_length=200)
    questionnaire_version = models.CharField(max_length=40)
    # Which text of that version it was: of `Definition`; empty for answers older than that table.
    definition = models.CharField(max_length=64, blank=True)
    begun_on = models.DateField()
    keep_until = models.DateField()
    completed_on = models.DateField(null=True)
    answers: "models.JSONField[Any, Any]" = models.JSONField(default=dict, encoder=Encoder, decoder=Decoder)
    typed: "models.JSONField[Any, Any]" = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "questionnaire"], name="one_response_a_questionnaire_and_case"
            )
        ]


class AnswerGiven(OnCase):
    """One answer as it was given, changed, taken out (no values) or dropped because it no longer applied.

    Never changed afterwards. `taken_from` is the earlier answer, to another questionnaire, that this one confirms.
    """

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="given")
    key = models.CharField(max_length=300)
    meaning = models.CharField(max_length=100, blank=True)
    values: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    dropped = models.BooleanField(default=False)
    taken_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    by = models.CharField(max_length=80)
    said_on = models.DateField()
    # The clock and not the transaction's beginning, so that two answers of one transaction keep their order.
    recorded_at = models.DateTimeField(
        db_default=Func(function="clock_timestamp", output_field=DateTimeField())
    )

    class Meta:
        indexes = [models.Index(fields=["case", "meaning"]), models.Index(fields=["response", "recorded_at"])]
