"""The front door in figures: how many requests of a period stand how, and the list behind each figure.

A figure sorts requests by a code that the database works out. The number and the list come from the same expression, so
they cannot differ. Row security decides which requests there are. A period is half-open: `until` is not in it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from onward.casework.followup import queries as followup
from onward.directory import queries as directory
from onward.journey.contact.choosing import DIFFERS, last_choices
from onward.journey.contact.models import Contact, Decision, Objection
from onward.journey.contact.rows import rows
from onward.journey.contact.seen import Row
from onward.vocabulary.contact import Outcome, State
from onward.vocabulary.followup import State as FollowUpState
from onward.vocabulary.screening import About, Urgency

NOT_KNOWN, WAITING = "not_known", "waiting"
RESOLVED, FOLLOWED, OTHERWISE = "resolved", "followed", "otherwise"
BACK, NOT_BACK = "came_back", "not_so_far"
BACK_WITHIN = timedelta(days=90)


class Figure(StrEnum):
    """What requests are sorted by. `HELD` and `BACK` are of those closed with advice at their first decision."""

    ALL = "all"
    CHANNEL = "channel"
    WISH = "wish"
    URGENCY = "urgency"  # as it was proposed
    AREA = "area"
    OUTCOME = "outcome"  # of the decision that stands, or `WAITING`
    FIRST = "first"  # by the first decision, whatever came later: closed with advice is `RESOLVED`
    HELD = "held"
    BACK = "back"
    PROPOSAL = "proposal"  # whether what was proposed was followed, by when it was chosen: `proposal(…)`


@dataclass(frozen=True)
class Number:
    """How many requests of a period, and of the period before."""

    now: int
    before: int


@dataclass(frozen=True)
class HowSoon:
    """Whole days from sending to the first decision: of so many that were decided, half had it within `median`."""

    decided: int
    median: int
    nine_in_ten: int


class _Within(Aggregate):
    """The least value within which so great a share of them is."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"


def by_day(first: date, until: date) -> dict[tuple[date, str], int]:
    """By the day they were sent and the code of their channel; nothing where there is none."""
    counted = _sent(first, until).values_list("sent_on", "channel").annotate(Count("id")).order_by()
    return {(day, channel): number for day, channel, number in counted if day}


def numbers(figure: Figure, first: date, until: date, before: date) -> dict[str, Number]:
    """By code, of a period and of the one as long that began on `before`; codes of neither are left out."""
    now = Q(sent_on__gte=first, sent_on__lt=until)
    earlier = Q(sent_on__gte=before, sent_on__lt=before + (until - first))
    counted = (
        _by(figure, _every().filter(now | earlier))
        .values_list("which")
        .annotate(now=Count("id", filter=now), before=Count("id", filter=earlier))
        .order_by()
    )
    return {which: Number(*both) for which, *both in counted}


def how_soon(first: date, until: date) -> HowSoon | None:
    """Of the requests sent in a period, by their first decision; None where nothing is decided."""
    took = ExpressionWrapper(F("decision_first__decided_on") - F("sent_on"), output_field=DurationField())
    decided = _first_decided(_sent(first, until)).filter(decision_first__isnull=False)
    found = decided.aggregate(many=Count("id"), half=_Within(took, share=0.5), most=_Within(took, share=0.9))
    return HowSoon(found["many"], found["half"].days, found["most"].days) if found["many"] else None


def proposal(about: About, *, followed: bool) -> str:
    """The code of one number of `PROPOSAL`; how many there are, `choosing.otherwise` says."""
    return f"{about.value}-{FOLLOWED if followed else OTHERWISE}"


def behind(figure: Figure, which: str, first: date, until: date, *, skip: int, most: int) -> list[Row]:
    """The requests behind one number, in the order they were sent; at most `most` after the first `skip`."""
    found = _behind(figure, which, first, until).order_by("sent_on", "sent_at", "id")
    return rows(found, slice(skip, skip + most))


def how_many(figure: Figure, which: str, first: date, until: date) -> int:
    """How long the list behind one number is."""
    return int(_behind(figure, which, first, until).count())


def _behind(figure: Figure, which: str, first: date, until: date) -> Any:
    if figure is not Figure.PROPOSAL:
        return _by(figure, _sent(first, until)).filter(which=which)
    about, _, how = which.partition("-")
    chosen = last_choices(first, until).filter(DIFFERS if how == OTHERWISE else ~DIFFERS, about=about)
    return _every().filter(id__in=chosen.values("contact"))


def _every() -> QuerySet[Contact]:
    return Contact.objects.exclude(state=State.DRAFT)


def _sent(first: date, until: date) -> QuerySet[Contact]:
    return _every().filter(sent_on__gte=first, sent_on__lt=until)


def _by(figure: Figure, contacts: QuerySet[Contact]) -> Any:
    """The same requests with a code, `which`, to sort them by: a name that no type checker knows."""
    found = _first_decided(contacts)
    if figure in (Figure.HELD, Figure.BACK):
        found = found.filter(decision_first__outcome=Outcome.ADVICE)
    return found.annotate(which=_CODES[figure])


def _first_decided(contacts: QuerySet[Contact]) -> Any:
    first = FilteredRelation("decisions", condition=Q(decisions__number=1))
    return contacts.alias(decision_first=first)


def _urgency() -> Case:
    return Case(*(When(proposed_urgency=each.value, then=Value(each.code)) for each in Urgency))


def _stands() -> Case:
    newest = Decision.objects.filter(contact=OuterRef("pk")).order_by("-number").values("outcome")[:1]
    return Case(When(state=State.DECIDED, then=Subquery(newest)), default=Value(WAITING))


def _back() -> Case:
    """Whether they asked again: of the same request at any time, with another on a later day, within 90 days."""
    decided = OuterRef("decision_first__decided_on")
    last = ExpressionWrapper(decided + BACK_WITHIN, output_field=DurationField())
    wrong = Objection.objects.filter(case=OuterRef("case"), said_on__lte=last)
    again = _every().filter(case__person=OuterRef("case__person"), sent_on__gt=decided, sent_on__lte=last)
    other = again.exclude(pk=OuterRef("pk"))
    return Case(When(Exists(wrong) | Exists(other), then=Value(BACK)), default=Value(NOT_BACK))


_CODES: dict[Figure, Any] = {
    Figure.ALL: Value(Figure.ALL.value),
    Figure.CHANNEL: F("channel"),
    Figure.WISH: F("wish"),
    Figure.URGENCY: _urgency(),
    Figure.AREA: Coalesce(directory.ward_of("postcode"), Value(NOT_KNOWN), output_field=TextField()),
    Figure.OUTCOME: _stands(),
    Figure.FIRST: Case(
        When(decision_first__isnull=True, then=Value(WAITING)),
        When(decision_first__outcome=Outcome.ADVICE, then=Value(RESOLVED)),
        default=Value(OTHERWISE),
    ),
    Figure.HELD: Coalesce(followup.came_of("case_id"), Value(FollowUpState.NOT_ASKED.value)),
    Figure.BACK: _back(),
}
