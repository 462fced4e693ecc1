"""A meeting, who was there, and what somebody thought who saw a case otherwise."""

import uuid

from django.db import models

from onward.records.bases import OnCase
from onward.vocabulary.meetings import Kind


class Meeting(models.Model):
    """One meeting of a team. It is open until somebody ends it; a team has one open meeting of a kind at a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Kind])
    team = models.CharField(max_length=50)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # Numbers of staff: whoever is there can change while it goes on.
    present: "models.JSONField[list[int], list[int]]" = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "team"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_meeting_of_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("began_at")),
                name="meeting_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Opinion(OnCase):
    """What somebody in the meeting would have done with a case, where they saw it otherwise. Kept, not weighed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="opinions")
    staff = models.PositiveIntegerField()
    would_choose = models.CharField(max_length=40, blank=True)
    words = models.TextField()
    said_on = models.DateField()

    class Meta:
        ordering = ["said_on", "id"]
