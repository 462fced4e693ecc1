"""Handing messages over, and hearing what became of them: what the jobs do.

A message is handed over once. A try is noted, and committed, before the service is asked; so whoever tries again,
after an answer that was lost or a worker that died, first asks the service whether it has the message by its reference.
Tries and problems on the way are the job's own notes; that a message was sent, arrived or failed is an event.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from onward.casework.messages.account import notify
from onward.casework.messages.letter import pdf
from onward.casework.messages.models import Message
from onward.casework.messages.moving import moving
from onward.casework.messages.wording import with_code
from onward.gateways.notify.service import Notify, Permanent, Receipt, Temporary
from onward.records.action import action, record
from onward.records.job import Later
from onward.records.versions import change
from onward.rules.trying import pause
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
    with _nobody_else(message):
        row = _try(message)
        if row is None:
            return
        try:
            with notify() as service:
                provider_id = (service.find(row.id) if row.tries > 1 else None) or _send(row, service)
        except Permanent as refused:
            give_up(message=message, problem=refused.problem, by=by, on=on)
        except Temporary as trouble:
            _put_off(row, trouble.problem, by, on)
        else:
            note_sent(message=message, provider_id=provider_id, at=at, by=by, on=on)


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


def _try(message: UUID) -> Message | None:
    """The message, with this try noted for whoever comes after; None where it does not wait any more."""
    with transaction.atomic():
        waits = Message.objects.filter(id=message, state=State.WAITING)
        return waits.get() if waits.update(tries=F("tries") + 1) else None


def _put_off(row: Message, problem: Problem, by: Principal, on: date) -> None:
    wait = pause(row.tries)
    if wait is None:
        give_up(message=row.id, problem=problem, by=by, on=on)
        return
    Message.objects.filter(id=row.id).update(problem=problem)
    raise Later(wait)


def _send(row: Message, service: Notify) -> str:
    if row.channel == Channel.LETTER:
        return service.send_letter(pdf=pdf(row), reference=row.id)
    body = with_code(row.body, row.case_id)
    if row.channel == Channel.TEXT:
        return service.send_text(to=row.to, body=body, reference=row.id)
    return service.send_email(to=row.to, subject=row.subject, body=body, reference=row.id)


@contextmanager
def _nobody_else(message: UUID) -> Iterator[None]:
    """Wait for whoever else hands over this message: a job that was taken for lost may still be at it."""
    lock = message.int % 2**63
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [lock])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])
