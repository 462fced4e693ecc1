"""An introduction: what a service may be told of a person, by whose consent; and what the service answered."""

from typing import Any

from django.db import models
from django.db.models.functions import Now

from onward.records.bases import OnCase
from onward.vocabulary.introductions import ANSWERS, ConsentBy, ConsentHow, Way


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


class Introduction(OnCase):
    """All that the service is told is in `told_name`, `told_reach` and `told_want`. How it stands follows from its
    newest answer, so that whoever answers changes nothing here."""

    service = models.TextField()
    service_uuid = models.UUIDField()
    service_name = models.TextField()
    told_name = models.CharField(max_length=200)
    told_reach = models.TextField()
    told_want = models.TextField()
    consent_by = models.CharField(max_length=10, choices=_choices(ConsentBy))
    consent_how = models.CharField(max_length=10, choices=_choices(ConsentHow))
    consent_on = models.DateField()
    recorded_by = models.CharField(max_length=80)
    way = models.CharField(max_length=10, choices=_choices(Way))
    introduced_on = models.DateField()
    taken_back_on = models.DateField(null=True)
    taken_back_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(consent_on__lte=models.F("introduced_on")),
                name="consent_comes_before_an_introduction",
            )
        ]
        indexes = [models.Index(fields=["case", "introduced_on"], name="introducing_of_case")]


class ServiceAnswer(OnCase):
    """One answer of the service. Append-only: a later one stands, earlier ones are kept."""

    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=20, choices=_choices(ANSWERS))
    weeks = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True)
    by = models.CharField(max_length=80)
    said_on = models.DateField()
    recorded_at = models.DateTimeField(db_default=Now())
