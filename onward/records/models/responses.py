"""What was answered to which version of which questionnaire, as FHIR."""

from typing import Any

from django.db import models

from onward.questionnaires.json_text import Decoder, Encoder
from onward.records.models.cases import OnCase


class Response(OnCase):
    questionnaire = models.CharField(max_length=200)
    questionnaire_version = models.CharField(max_length=40)
    completed_on = models.DateField(null=True)
    answers: "models.JSONField[Any, Any]" = models.JSONField(default=dict, encoder=Encoder, decoder=Decoder)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "questionnaire"], name="one_response_a_questionnaire_and_case"
            )
        ]
