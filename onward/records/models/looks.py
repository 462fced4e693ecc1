"""Every look at a record and every attempt at one: who, at what, by which road, what for."""

import uuid

from django.db import models
from django.db.models.functions import Now


class Look(models.Model):
    """Append-only. `why` is a code of purpose; `reason` is what somebody wrote where they had to say."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.CharField(max_length=80)
    road = models.CharField(max_length=20)
    at_what = models.CharField(max_length=200)
    why = models.CharField(max_length=80)
    reason = models.TextField(blank=True)
    allowed = models.BooleanField()
    case = models.UUIDField(null=True)
    person = models.UUIDField(null=True)
    looked_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["person", "looked_at"]),
            models.Index(fields=["case", "looked_at"]),
            models.Index(fields=["looked_at"]),
        ]


class ReasonToSee(models.Model):
    """Somebody opened a person who is not known to their team, said why, and may see them until a date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    staff = models.ForeignKey("records.Staff", on_delete=models.PROTECT)
    person = models.ForeignKey("records.Person", on_delete=models.CASCADE)
    reason = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="reason_ends_after_it_starts"
            )
        ]
