"""Whether a message may make a move, by its own table; and the sentence where it may not."""

from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.messages.models import Message
from onward.records.refusals import Refused
from onward.vocabulary.messages import State, Step, move
from onward.vocabulary.principals import Principal


def moving(message: UUID, step: Step, by: Principal) -> Message:
    """The message, locked; refused where the table has no such move from where it stands, or not for `by`."""
    row = Message.objects.select_for_update().filter(id=message).first()
    if row is None:
        raise Refused(_("That message could not be found."), "no_such_message")
    if step is Step.SEND_AGAIN:
        made = move(step, None) if _may_be_replaced(row) else None
    else:
        made = move(step, State(row.state))
    if made is None:
        raise Refused(_("That cannot be done now. Look at what became of the message."), "not_now")
    if not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    return row


def beginning(step: Step, by: Principal) -> State:
    """Where a message begins by this step; Refused where the table lets not `by` write one so."""
    made = move(step, None)
    if made is None or not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    return made.end


def _may_be_replaced(row: Message) -> bool:
    """Sending again makes a new message, so that it begins where one that failed and was not replaced yet ends."""
    return row.state == State.FAILED and not Message.objects.filter(again_of=row).exists()
