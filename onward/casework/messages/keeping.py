"""A message written down, with its event and, where a job hands it over, that job."""

from datetime import date
from uuid import UUID

from onward.casework.messages.account import prints_letters
from onward.casework.messages.models import Message
from onward.records.action import record
from onward.records.job import enqueue
from onward.vocabulary import events
from onward.vocabulary.messages import Channel, State, Step, move
from onward.vocabulary.principals import Principal

DELIVER = "messages.deliver"


def on_its_way(channel: Channel) -> Step:
    """How a message begins that may go: handed over by a job, or printed here where the service prints no letters."""
    return Step.PRINT if channel is Channel.LETTER and not prints_letters() else Step.QUEUE


def end(step: Step) -> State:
    """Where a message stands that begins by this step."""
    made = move(step, None)
    assert made  # noqa: S101 (a step of `on_its_way`, which the table has)
    return made.end


def kept(message: Message, by: Principal, on: date) -> UUID:
    """Write the message, its event and, where it may go, its job; within an action."""
    message.save(force_insert=True)
    if message.state == State.HELD:
        note_held(message, by, on)
        return message.id
    if message.state == State.FAILED:
        failed = events.MessageFailed(case=message.case_id, message=message.id, problem=message.problem)
        record(failed, by=by, on=on)
        return message.id
    deliver(message)
    queued = events.MessageQueued(
        case=message.case_id,
        message=message.id,
        template=message.template,
        channel=message.channel,
        again_of=message.again_of_id,
    )
    record(queued, by=by, on=on)
    return message.id


def deliver(message: Message) -> None:
    """Let a job hand it over, if it waits for one."""
    if message.state == State.WAITING:
        enqueue(DELIVER, lock=str(message.id), message=message.id)


def note_held(message: Message, by: Principal, on: date) -> None:
    held = events.MessageHeld(
        case=message.case_id,
        message=message.id,
        template=message.template,
        channel=message.channel,
        because=tuple(message.held_because),
    )
    record(held, by=by, on=on)
