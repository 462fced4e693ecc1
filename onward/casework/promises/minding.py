"""What the job notes about a promise: due today, broken, raised. Each is done once, however often it is tried."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from onward.casework.promises.models import Promise
from onward.casework.promises.moving import break_if_over, due_of, moving
from onward.policy.promises import promise_policy
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import promising
from onward.rules.promising import Moment, Standing
from onward.vocabulary.events import PromiseDue, PromiseRaised
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import STANDS, State, Step, To

_FIELDS = {To.TEAM: "raised_to_team_on", To.MANAGER: "raised_to_manager_on"}


def mind(now: Moment, holidays: Collection[date], *, by: Principal) -> dict[str, int]:
    """Look at every promise whose day has come; how many were noted as due, were broken, and were raised."""
    noted = {"due": 0, "broken": 0, "raised": 0}
    rows = Promise.objects.filter(state__in=STANDS, due_on__lte=now.day).order_by("due_on", "id")
    for row in rows:
        for what in _to_note(row, now, holidays):
            try:
                note(promise=row.id, now=now, holidays=holidays, by=by, on=now.day)
            except Refused:
                break  # somebody was quicker: it is kept, moved or let go
            noted[what] += 1
    return noted


@action
def note(*, promise: UUID, now: Moment, holidays: Collection[date], by: Principal, on: date) -> None:
    """Note the next thing that is to be noted of a promise. Refused where nothing is any more."""
    row = moving(promise, Step.RAISE, by) if _is_broken(promise) else moving(promise, Step.BREAK, by)
    todo = _to_note(row, now, holidays)
    if not todo:
        raise Refused("", "noted")
    if todo[0] == "due":
        change(row, row.version, noted_on=on)
        record(PromiseDue(case=row.case_id, promise=row.id, what=row.kind), by=by, on=on)
    elif todo[0] == "broken":
        break_if_over(row, now, by=by, on=on)
    else:
        _raise(row, _still_to(row, now, holidays)[0], by=by, on=on)


def _raise(row: Promise, to: To, *, by: Principal, on: date) -> None:
    change(row, row.version, **{_FIELDS[to]: on})
    record(PromiseRaised(case=row.case_id, promise=row.id, to=to.value), by=by, on=on)


def _to_note(row: Promise, now: Moment, holidays: Collection[date]) -> list[str]:
    """What is still to be noted, in order."""
    over = promising.standing(due_of(row), now) is Standing.OVER
    if not over:
        return ["due"] if row.noted_on is None else []
    broken = ["broken"] if row.state == State.OPEN else []
    return broken + ["raised"] * len(_still_to(row, now, holidays))


def _still_to(row: Promise, now: Moment, holidays: Collection[date]) -> list[To]:
    policy = promise_policy()
    steps = policy.hours if row.due_until else policy.days
    to = promising.raised_to(due_of(row), now, steps, holidays)
    return [each for each in to if getattr(row, _FIELDS[each]) is None]


def _is_broken(promise: UUID) -> bool:
    return Promise.objects.filter(id=promise, state=State.BROKEN).exists()
