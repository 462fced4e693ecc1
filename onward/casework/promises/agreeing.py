"""Asking the person for another day on their shared page, and what they answer there."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.promises.actions import moved
from onward.casework.promises.making import check
from onward.casework.promises.models import MoveAsked
from onward.casework.promises.moving import moment, moving
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules.promising import Due
from onward.vocabulary.events import PromiseMoveAsked, PromiseMoveDeclined
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import AgreedBy, AgreedHow, Kind, Step


@action
def ask_to_move(
    *, promise: UUID, due: Due, version: int, key: UUID, by: Principal, on: date, at: datetime
) -> UUID:
    """Ask them on their page to agree to another day; until they do, what was promised stands. Gives what was asked."""
    row = moving(promise, Step.ASK, by)
    check(Kind(row.kind), due, moment(at))
    change(row, version)
    row.asked.filter(answered_on__isnull=True).update(agreed=False, answered_on=on)
    asked = MoveAsked.objects.create(
        case_id=row.case_id,
        promise=row,
        due_on=due.day,
        due_start=due.start,
        due_until=due.until,
        asked_by=str(by),
        asked_on=on,
    )
    record(PromiseMoveAsked(case=row.case_id, promise=row.id, asked=asked.id, due_on=due.day), by=by, on=on)
    return asked.id


@action
def agree(*, asked: UUID, key: UUID, by: Principal, on: date, at: datetime) -> UUID:
    """The person agrees to the other day. Gives back the promise that takes the place of the first."""
    question = _question(asked)
    row = moving(question.promise_id, Step.MOVE, by)
    due = Due(question.due_on, question.due_start, question.due_until)
    return moved(row, due, AgreedBy.PERSON, AgreedHow.SHARED_PAGE, by=by, on=on, at=at)


@action
def decline(*, asked: UUID, by: Principal, on: date) -> None:
    """The person cannot on the other day: what was promised stands."""
    question = _question(asked)
    row = moving(question.promise_id, Step.DECLINE, by)
    MoveAsked.objects.filter(id=asked).update(agreed=False, answered_on=on)
    record(PromiseMoveDeclined(case=row.case_id, promise=row.id, asked=asked), by=by, on=on)


def _question(asked: UUID) -> MoveAsked:
    question = MoveAsked.objects.select_for_update().filter(id=asked, answered_on__isnull=True).first()
    if question is None:
        raise Refused(_("This was answered already. Look at what is promised now."), "not_now")
    return question
