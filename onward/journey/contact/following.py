"""What follows from an introduction: that the service was sent, and what it answered, teaches the ranking.

Handlers for `onward/config/handlers.py`. They read only the `case`, `service` and `answer` of an event.
"""

from datetime import date
from typing import Protocol
from uuid import UUID

from onward.directory.use.actions import service_of
from onward.journey.contact.suggesting import note
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import Became, Rater

TEACHES = {"taken_on": Became.ACCEPTED, "going": Became.ATTENDED}  # the codes of a service's answers


class Introduced(Protocol):
    """An event about a case and a service."""

    case: UUID
    service: UUID


class Answered(Introduced, Protocol):
    """What the service answered, as a code."""

    answer: str


def note_introduced(event: Introduced, *, by: Principal, on: date) -> None:
    """The person was introduced to the service: it was sent."""
    _note(event, Became.SENT, Rater.WORKER, on)


def note_answered(event: Answered, *, by: Principal, on: date) -> None:
    """The service took them, or they came; any other answer teaches nothing about how well it suits."""
    became = TEACHES.get(event.answer)
    if became:
        _note(event, became, Rater.SERVICE, on)


def _note(event: Introduced, became: Became, by_whom: Rater, on: date) -> None:
    service = service_of(event.service)
    if service:
        note(event.case, service, became, by_whom, on)
