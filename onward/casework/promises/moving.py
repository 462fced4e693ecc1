"""Whether a promise may make a move, by its own table; how it ends; and the sentence where it may not."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.promises.models import Promise
from onward.records.action import record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import promising
from onward.rules.promising import Due, Moment, Standing
from onward.vocabulary.events import PromiseBroken
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import State, Step, move


def moving(promise: UUID, step: Step, by: Principal) -> Promise:
    """The promise, locked; refused where the table has no such move from where it stands, or not for `by`."""
    row = Promise.objects.select_for_update().filter(id=promise).first()
    if row is None:
        raise Refused(_("That promise could not be found."), "no_such_promise")
    made = move(step, State(row.state))
    if made is None:
        raise Refused(_("That cannot be done now. Look at what became of the promise."), "not_now")
    if not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    return row


def end(row: Promise, step: Step, *, because: str, by: Principal, on: date, reason: str = "") -> None:
    """The step ends the promise, for good."""
    made = move(step, State(row.state))
    assert made is not None  # noqa: S101 (`moving` said so)
    change(
        row,
        row.version,
        state=made.end,
        ended_on=on,
        ended_by=str(by),
        ended_because=because,
        reason=reason,
    )


def break_if_over(row: Promise, now: Moment, *, by: Principal, on: date) -> None:
    """Nothing is kept after its day: an open promise whose time is over is broken before anything else is done."""
    due = due_of(row)
    if row.state != State.OPEN or promising.standing(due, now) is not Standing.OVER:
        return
    # The day on which it was broken follows from what was promised, not from when somebody noticed.
    change(
        row, row.version, state=State.BROKEN, broken_on=due.day if due.until else due.day + timedelta(days=1)
    )
    broken = PromiseBroken(case=row.case_id, promise=row.id, what=row.kind, due_on=row.due_on)
    record(broken, by=by, on=on)


def due_of(row: Promise) -> Due:
    return Due(row.due_on, row.due_start, row.due_until)


def moment(at: datetime) -> Moment:
    """The day and the time that the clocks in England show."""
    local = timezone.localtime(at)
    return Moment(local.date(), local.time().replace(microsecond=0))


def on_the_day(on: date) -> Moment:
    """Some time of a day, for promises that have no hours."""
    return Moment(on, time.min)
