"""One time that somebody who was advised is asked whether it worked. Their words are answers to the form."""

from typing import Any

from django.db import models
from django.db.models import Q

from onward.records.bases import OnCase
from onward.vocabulary.followup import OPEN, NotAsked, State, Worked


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


class FollowUp(OnCase):
    """`messages` that were sent so far, the last on `asked_on`; `ended_on` once nobody asks any more."""

    decided_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, choices=_choices(State), default=State.WAITING)
    messages = models.PositiveIntegerField(default=0)
    asked_on = models.DateField(null=True)
    worked = models.CharField(max_length=20, choices=_choices(Worked), blank=True)
    look_again = models.BooleanField(null=True)
    not_asked_because = models.CharField(max_length=20, choices=_choices(NotAsked), blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=OPEN), name="one_follow_up_stands_a_case"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, state__in=OPEN)
                | Q(ended_on__isnull=False) & ~Q(state__in=OPEN),
                name="follow_ups_that_ended_have_their_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANSWERED) | ~Q(worked="") & Q(look_again__isnull=False),
                name="answered_follow_ups_have_answers",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.NOT_ASKED) | ~Q(not_asked_because=""),
                name="who_is_not_asked_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["due_on", "state"])]
