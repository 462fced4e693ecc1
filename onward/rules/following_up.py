"""Whom to ask whether advice worked, when, and by what: six weeks after it, and a person where nobody is reached.

Nobody is kept from asking again before (Care Act 2014 s9(1)); somebody who did is not asked. The times are a council's
own aims, not law.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.vocabulary.followup import NotAsked

VERSION = "1"


@dataclass(frozen=True)
class Aims:
    days_after_advice: int
    ask_again_after_days: int
    most_messages: int


class Next(StrEnum):
    WAIT = "wait"
    MESSAGE = "message"
    PERSON = "person"


@dataclass(frozen=True)
class Asked:
    """How it stands: messages so far and the day of the last; whether a message may go at all."""

    due_on: date
    messages: int
    last_on: date | None
    message_may_go: bool


def due_on(decided_on: date, aims: Aims) -> date:
    """The day on which they are asked."""
    return decided_on + timedelta(days=aims.days_after_advice)


def left_out(*, no_contact: bool, may_be_told: bool) -> NotAsked | None:
    """Why somebody is not asked at all, by what they said; None where they may be."""
    if no_contact:
        return NotAsked.NO_CONTACT
    return None if may_be_told else NotAsked.NOT_TOLD


def next_step(asked: Asked, aims: Aims, on: date) -> Next:
    """What is to be done on a day: not reached twice goes to a person, and so does everybody no message may go to."""
    if on < asked.due_on:
        return Next.WAIT
    if not asked.message_may_go:
        return Next.PERSON
    if asked.last_on is not None and on < asked.last_on + timedelta(days=aims.ask_again_after_days):
        return Next.WAIT
    return Next.MESSAGE if asked.messages < aims.most_messages else Next.PERSON
