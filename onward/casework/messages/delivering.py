"""Handing messages over, and hearing what became of them: what the jobs do.

A message is handed over once (`handing_over`). That it was sent, arrived or failed is an event.
"""

from datetime import date, datetime
from uuid import UUID

from onward.casework.messages import handing_over
from onward.casework.messages.account import notify
from onward.casework.messages.letter import pdf
from onward.casework.messages.models import Message
from onward.casework.messages.moving import moving
from onward.casework.messages.wording import with_code
from onward.gateways.notify.service import Notify, Receipt
from onward.records.action import action, record
from onward.records.versions import change
from onward.vocabulary import events
from onward.vocabulary.messages import Channel, Problem, State, Step
from onward.vocabulary.principals import Principal

CAME_BACK = {
    Receipt.NO_SUCH_ADDRESS: Problem.NO_SUCH_ADDRESS,
    Receipt.NOT_REACHED: Problem.NOT_REACHED,
    Receipt.TROUBLE: Problem.TROUBLE,
}


def hand_over(*, message: UUID, by: Principal, on: date, at: datetime) -> None:
    """Hand the message over if it still waits. Raises Later where the service is in trouble and a try is left."""
    handing_over.hand_over(
        message,
        Message.objects.filter(state=State.WAITING),
        send=_send,
        sent=lambda provider_id: note_sent(message=message, provider_id=provider_id, at=at, by=by, on=on),
        failed=lambda problem: give_up(message=message, problem=problem, by=by, on=on),
    )


def hear(*, message: UUID, by: Principal, on: date, at: datetime) -> None:
    """Ask what became of a message that was sent. Raises Temporary where the service is in trouble."""
    Message.objects.filter(id=message).update(
        asked_at=at
    )  # first of all, so that the next round asks for others
    row = Message.objects.filter(id=message, state=State.SENT, arrived_at=None).first()
    if row is None:
        return
    with notify() as service:
        receipt = service.receipt(row.provider_id)
    if receipt is Receipt.ARRIVED:
        note_arrived(message=message, at=at, by=by, on=on)
    elif receipt in CAME_BACK:
        note_come_back(message=message, problem=CAME_BACK[receipt], by=by, on=on)


@action
def note_sent(*, message: UUID, provider_id: str, at: datetime, by: Principal, on: date) -> None:
    """The service took the message, and has it by this id."""
    row = moving(message, Step.HAND_OVER, by)
    change(row, row.version, state=State.SENT, provider_id=provider_id, sent_at=at, problem="")
    record(events.MessageSent(case=row.case_id, message=row.id), by=by, on=on)


@action
def note_arrived(*, message: UUID, at: datetime, by: Principal, on: date) -> None:
    """The service says that the message arrived."""
    row = moving(message, Step.ARRIVE, by)
    change(row, row.version, arrived_at=at)
    record(events.MessageArrived(case=row.case_id, message=row.id), by=by, on=on)


@action
def note_come_back(*, message: UUID, problem: Problem, by: Principal, on: date) -> None:
    """The service says that the message did not arrive."""
    _fail(moving(message, Step.COME_BACK, by), problem, by, on)


@action
def give_up(*, message: UUID, problem: Problem, by: Principal, on: date) -> None:
    """The service will never take the message, or has not for more than a day."""
    _fail(moving(message, Step.GIVE_UP, by), problem, by, on)


def _fail(row: Message, problem: Problem, by: Principal, on: date) -> None:
    change(row, row.version, state=State.FAILED, problem=problem)
    record(events.MessageFailed(case=row.case_id, message=row.id, problem=problem.value), by=by, on=on)


def _send(row: Message, service: Notify) -> str:
    if row.channel == Channel.LETTER:
        return service.send_letter(pdf=pdf(row), reference=row.id)
    body = with_code(row.body, row.case_id)
    if row.channel == Channel.TEXT:
        return service.send_text(to=row.to, body=body, reference=row.id)
    return service.send_email(to=row.to, subject=row.subject, body=body, reference=row.id)
