"""How many promises were kept, moved and broken, week by week; and how long things really take."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncWeek

from onward.casework.promises import queries
from onward.casework.promises.models import Promise
from onward.casework.promises.seen import PromiseSeen
from onward.policy.promises import promise_policy
from onward.vocabulary.promises import BROKEN, Kind, State

WEEK = timedelta(days=7)


class Ended(StrEnum):
    """How a promise counts. One that was broken counts as broken, whatever was done later."""

    KEPT = "kept"
    MOVED = "moved"
    BROKEN = "broken"
    LET_GO = "let_go"
    STANDS = "stands"


_ENDED = {
    State.OPEN: Ended.STANDS,
    State.KEPT: Ended.KEPT,
    State.MOVED: Ended.MOVED,
    State.LET_GO: Ended.LET_GO,
    **dict.fromkeys(BROKEN, Ended.BROKEN),
}


@dataclass(frozen=True)
class Week:
    """The promises that fell due in the week from `monday` on."""

    monday: date
    number: Mapping[Ended, int]


@dataclass(frozen=True)
class HowLong:
    """Days from asking to being answered, or rung: half had it within `median`, nine in ten within `nine_in_ten`."""

    number: int
    median: int
    nine_in_ten: int


def weeks(today: date, number: int) -> list[Week]:
    """The last `number` weeks, this one last, noughts too; of cases that may be seen."""
    first = _monday(today) - (number - 1) * WEEK
    counted: dict[date, Counter[Ended]] = {first + each * WEEK: Counter() for each in range(number)}
    rows = Promise.objects.filter(due_on__range=(first, _monday(today) + timedelta(days=6)))
    for monday, state, many in (
        rows.values_list(TruncWeek("due_on"), "state").annotate(Count("id")).order_by()
    ):
        counted[monday][_ENDED[State(state)]] += many
    return [Week(monday, {each: found[each] for each in Ended}) for monday, found in counted.items()]


def between(first: date, until: date) -> dict[Ended, int]:
    """The promises that fell due from `first` until the day before `until`, noughts too."""
    rows = Promise.objects.filter(due_on__gte=first, due_on__lt=until)
    found: Counter[Ended] = Counter()
    for state, many in rows.values_list("state").annotate(Count("id")).order_by():
        found[_ENDED[State(state)]] += many
    return {each: found[each] for each in Ended}


def behind(first: date, ended: Ended, *, last: date | None = None) -> list[PromiseSeen]:
    """The promises behind one figure, of the week from `first` on, or of the days to `last`."""
    found = queries.due_between(first, last or first + timedelta(days=6))
    return [each for each in found if _ENDED[each.state] is ended]


def how_long(today: date) -> dict[Kind, HowLong]:
    """What the public may know: how long answers and calls of the last weeks took. Nothing where few were behind it."""
    policy = promise_policy()
    since = today - policy.how_long_weeks * WEEK
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM onward_how_long(%s, %s)", [since, policy.fewest_shown])
        return {Kind(kind): HowLong(*figures) for kind, *figures in cursor.fetchall()}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
