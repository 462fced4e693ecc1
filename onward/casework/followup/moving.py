"""Whether a follow-up may make a move, by its own table; and the sentence where it may not."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.followup.models import FollowUp
from onward.records.action import record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary.events import FollowUpLeftOut
from onward.vocabulary.followup import OPEN, NotAsked, State, Step, move
from onward.vocabulary.principals import Principal


def moving(follow_up: UUID, step: Step, by: Principal) -> FollowUp:
    """The follow-up, locked; refused where the table has no such move from where it stands, or not for `by`."""
    row = FollowUp.objects.select_for_update().filter(id=follow_up).first()
    made = move(step, State(row.state)) if row else None
    if row is None or made is None:
        raise Refused(_("They are not asked any more. Look at what became of it."), "not_now")
    if not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    return row


def end_of(row: FollowUp, step: Step) -> State:
    """Where the step leaves it."""
    made = move(step, State(row.state))
    return made.end if made else State(row.state)


def standing(case: UUID) -> FollowUp | None:
    """The one that stands in a case."""
    return FollowUp.objects.filter(case_id=case, state__in=OPEN).first()


def leave_out(row: FollowUp, because: NotAsked, *, by: Principal, on: date) -> None:
    """They are not asked; within an action."""
    moving(row.id, Step.LEAVE_OUT, by)
    row.refresh_from_db()
    change(row, row.version, state=end_of(row, Step.LEAVE_OUT), not_asked_because=because, ended_on=on)
    record(FollowUpLeftOut(case=row.case_id, because=because.value), by=by, on=on)
