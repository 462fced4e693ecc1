"""Every write of promises by a person. What follows from a deed is in `following`, what a job notes in `minding`."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.promises.making import check, new
from onward.casework.promises.models import Promise
from onward.casework.promises.moving import break_if_over, due_of, end, moment, moving
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules.promising import Due
from onward.vocabulary import events
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind, Step

MOST_WORDS = 2_000


@action
def make(*, case: UUID, kind: Kind, due: Due, key: UUID, by: Principal, on: date, at: datetime) -> UUID:
    """Promise something by hand, as it is told to the person. Gives back the promise."""
    check(kind, due, moment(at))
    if (
        Promise.objects.filter(case_id=case, kind=kind, ended_on__isnull=True)
        .exclude(kind=Kind.VISIT)
        .exists()
    ):
        raise Refused(_("This is promised already. Agree on another day with them instead."), "promised")
    return new(case=case, kind=kind, due=due, counts_from=on, keeper=str(by), because="", by=by, on=on).id


@action
def take(*, promise: UUID, version: int, by: Principal, on: date) -> None:
    """Say that one will do it."""
    row = moving(promise, Step.TAKE, by)
    change(row, version, keeper=str(by))
    record(events.PromiseTaken(case=row.case_id, promise=row.id), by=by, on=on)


@action
def keep(*, promise: UUID, version: int, by: Principal, on: date, at: datetime) -> None:
    """Say that what was promised is done. A call is kept by recording it, an answer by deciding."""
    row = moving(promise, Step.KEEP, by)
    if sentence := _KEPT_OTHERWISE.get(Kind(row.kind)):
        raise Refused(sentence(), "kept_otherwise")
    change(row, version)
    done(row, at=at, because="", by=by, on=on)


def done(row: Promise, *, at: datetime, because: str, by: Principal, on: date) -> None:
    """It is done, in time or late; within an action."""
    break_if_over(row, moment(at), by=by, on=on)
    end(row, Step.KEEP, because=because, by=by, on=on)
    kept = events.PromiseKept(
        case=row.case_id, promise=row.id, what=row.kind, because=because, late=row.broken_on is not None
    )
    record(kept, by=by, on=on)


@action
def move(
    *,
    promise: UUID,
    due: Due,
    agreed_by: AgreedBy,
    agreed_how: AgreedHow,
    version: int,
    key: UUID,
    by: Principal,
    on: date,
    at: datetime,
) -> UUID:
    """Move it to another day, to which they agreed. Gives back the promise that takes its place."""
    row = moving(promise, Step.MOVE, by)
    if agreed_how is AgreedHow.SHARED_PAGE:
        raise Refused(_("They agree on their own page themselves. Say how they agreed to you."), "not_yours")
    change(row, version)
    return moved(row, due, agreed_by, agreed_how, by=by, on=on, at=at)


def moved(
    row: Promise,
    due: Due,
    agreed_by: AgreedBy,
    agreed_how: AgreedHow,
    *,
    by: Principal,
    on: date,
    at: datetime,
) -> UUID:
    """The old one ends, the new one begins; within an action."""
    check(Kind(row.kind), due, moment(at))
    if due == due_of(row):
        raise Refused(_("That is the day it has already. Choose another."), "same_day")
    break_if_over(row, moment(at), by=by, on=on)
    row.asked.filter(answered_on__isnull=True).update(agreed=True, answered_on=on)
    end(row, Step.MOVE, because="promise.moved", by=by, on=on)
    after = new(
        case=row.case_id,
        kind=Kind(row.kind),
        due=due,
        counts_from=row.counts_from,
        keeper=row.keeper,
        because="promise.moved",
        by=by,
        on=on,
        moved_from=row,
        agreed=(agreed_by, agreed_how),
    )
    happened = events.PromiseMoved(
        case=row.case_id,
        promise=row.id,
        moved_to=after.id,
        due_on=due.day,
        agreed_by=agreed_by.value,
        agreed_how=agreed_how.value,
    )
    record(happened, by=by, on=on)
    return after.id


@action
def let_go(*, promise: UUID, reason: str, version: int, by: Principal, on: date, at: datetime) -> None:
    """Let it go: the person no longer needs it, for this reason."""
    row = moving(promise, Step.LET_GO, by)
    if not reason.strip():
        raise Refused(_("Say why they no longer need it."), "no_reason")
    if len(reason) > MOST_WORDS:
        raise Refused(_("That is too long. Say it in fewer words."), "too_long")
    change(row, version)
    break_if_over(row, moment(at), by=by, on=on)
    end(row, Step.LET_GO, because="", by=by, on=on, reason=reason.strip())
    record(events.PromiseLetGo(case=row.case_id, promise=row.id, what=row.kind), by=by, on=on)


_KEPT_OTHERWISE: dict[Kind, Callable[[], str]] = {
    Kind.REPLY: lambda: _("An answer is kept by deciding the request. Open it and decide."),
    Kind.CALL_BACK: lambda: _("A call is kept by reaching them. Record the call."),
    Kind.FOLLOW_UP: lambda: _("This is kept by their answers. Write them down, or record the call."),
}
