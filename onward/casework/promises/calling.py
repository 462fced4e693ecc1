"""A call that was promised: tried and not reached, or kept."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import reach
from onward.casework.promises.actions import done
from onward.casework.promises.models import Call
from onward.casework.promises.moving import break_if_over, moment, moving
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary.events import CallRecorded
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind, Reached, Step

BY_CALL = frozenset({Kind.CALL_BACK, Kind.FOLLOW_UP})


@action
def record_call(
    *, promise: UUID, ended: Reached, version: int, key: UUID, by: Principal, on: date, at: datetime
) -> UUID:
    """Record that they were rung. Only reaching them keeps the promise. Gives back the call."""
    row = moving(promise, Step.TRY, by)
    if Kind(row.kind) not in BY_CALL:
        raise Refused(_("No call was promised here."), "no_call")
    if row.kind == Kind.FOLLOW_UP and ended is Reached.REACHED:
        raise Refused(_("Write down what they say: that keeps this promise."), "kept_otherwise")
    if ended is Reached.LEFT_MESSAGE and not reach.of(row.case_id).message_safe:
        raise Refused(_("They did not say that it is safe to leave a message. Try again later."), "not_safe")
    change(row, version)
    call = Call.objects.create(
        case_id=row.case_id, promise=row, ended=ended, rang_by=str(by), rang_on=on, rang_at=at
    )
    record(CallRecorded(case=row.case_id, promise=row.id, ended=ended.value), by=by, on=on)
    if ended is Reached.REACHED:
        done(row, at=at, because=CallRecorded.kind, by=by, on=on)
    else:
        break_if_over(row, moment(at), by=by, on=on)
    return call.id
