"""What was promised and how it ended, the days that were asked for instead, and the calls that were tried."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from onward.records.bases import OnCase
from onward.vocabulary.promises import BROKEN, STANDS, AgreedBy, AgreedHow, Kind, Reached, State


def _choices(codes: Any) -> list[tuple[str, str]]:
    return [(each.value, each.value) for each in codes]


_CODE, _WHO = 20, 80


class Promise(OnCase):
    """One date that was told to somebody. What was promised never changes: another day is another promise.

    `counts_from` is the day on which they asked, or first were promised; `because` and `ended_because` are the kinds of
    the events that it followed from and that ended it, empty where that was by hand. `keeper` is who will do it.
    """

    kind = models.CharField(max_length=_CODE, choices=_choices(Kind))
    due_on = models.DateField()
    due_start = models.TimeField(null=True)
    due_until = models.TimeField(null=True)
    counts_from = models.DateField()
    made_by = models.CharField(max_length=_WHO)
    made_on = models.DateField()
    because = models.CharField(max_length=60, blank=True)
    keeper = models.CharField(max_length=_WHO, blank=True)
    state = models.CharField(max_length=_CODE, choices=_choices(State), default=State.OPEN)
    broken_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.CharField(max_length=_WHO, blank=True)
    ended_because = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    moved_from = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="moved_to")
    agreed_by = models.CharField(max_length=_CODE, choices=_choices(AgreedBy), blank=True)
    agreed_how = models.CharField(max_length=_CODE, choices=_choices(AgreedHow), blank=True)
    noted_on = models.DateField(null=True)
    raised_to_team_on = models.DateField(null=True)
    raised_to_manager_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state__in=STANDS) & ~Q(kind=Kind.VISIT),
                name="one_promise_of_a_kind_stands",
            ),
            models.CheckConstraint(
                condition=Q(broken_on__isnull=False, state__in=BROKEN)
                | Q(broken_on__isnull=True) & ~Q(state__in=BROKEN),
                name="broken_promises_stay_broken",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, state__in=STANDS)
                | Q(ended_on__isnull=False) & ~Q(state__in=STANDS),
                name="promises_that_ended_have_their_day",
            ),
            models.CheckConstraint(
                condition=Q(due_start__isnull=True, due_until__isnull=True)
                | Q(due_start__lt=models.F("due_until")),
                name="promised_hours_have_a_start_and_an_end",
            ),
            models.CheckConstraint(
                condition=Q(moved_from__isnull=True) | ~Q(agreed_by="") & ~Q(agreed_how=""),
                name="a_promise_is_moved_with_agreement",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(state__in=STANDS), name="promises_that_stand"),
            models.Index(fields=["kind", "ended_on"]),
            models.Index(fields=["due_on", "state"]),
        ]


class MoveAsked(OnCase):
    """Another day that the person was asked to agree to on their shared page, and what they answered there."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="asked")
    due_on = models.DateField()
    due_start = models.TimeField(null=True)
    due_until = models.TimeField(null=True)
    asked_by = models.CharField(max_length=_WHO)
    asked_on = models.DateField()
    agreed = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["promise"],
                condition=Q(answered_on__isnull=True),
                name="one_day_is_asked_for_at_a_time",
            ),
        ]


class Call(OnCase):
    """One time that somebody was rung, reached or not."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="calls")
    ended = models.CharField(max_length=_CODE, choices=_choices(Reached))
    rang_by = models.CharField(max_length=_WHO)
    rang_on = models.DateField()
    rang_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["rang_at"]
