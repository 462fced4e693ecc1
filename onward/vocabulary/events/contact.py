"""First contacts, and the waits that deciding one begins."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event


@dataclass(frozen=True)
class ContactBegun(Event):
    kind: ClassVar[str] = "contact.begun"
    wish: str
    channel: str


@dataclass(frozen=True)
class ContactTakenOver(Event):
    """A member of staff goes on with a request that the person could not finish; the person gave reference and code."""

    kind: ClassVar[str] = "contact.taken_over"


@dataclass(frozen=True)
class ContactWished(Event):
    kind: ClassVar[str] = "contact.wished"
    wish: str


@dataclass(frozen=True)
class ContactSent(Event):
    """`asked_on`: the day it reached the council; `reply_by`: the day that was promised."""

    kind: ClassVar[str] = "contact.sent"
    wish: str
    needs: tuple[str, ...]
    for_another: bool
    asked_on: date
    reply_by: date


@dataclass(frozen=True)
class ContactMatched(Event):
    kind: ClassVar[str] = "contact.matched"
    person: UUID
    newly_made: bool


@dataclass(frozen=True)
class ContactUnmatched(Event):
    """It is not known any more whose the request is: the person was the wrong one."""

    kind: ClassVar[str] = "contact.unmatched"
    person: UUID


@dataclass(frozen=True)
class ContactSaidApart(Event):
    """An adviser says that it is not about `other`, a person or another request's case; or takes that back."""

    kind: ClassVar[str] = "contact.said_apart"
    other: UUID
    taken_back: bool


@dataclass(frozen=True)
class ContactUrgencySet(Event):
    """Somebody said how urgent a request is; the list is ordered by it."""

    kind: ClassVar[str] = "contact.urgency_set"
    proposed: str
    chosen: str


@dataclass(frozen=True)
class ContactDecided(Event):
    kind: ClassVar[str] = "contact.decided"
    outcome: str
    grounds: tuple[str, ...]
    services: int


@dataclass(frozen=True)
class WaitBegan(Event):
    """Somebody begins to wait for something, since the day this happened."""

    kind: ClassVar[str] = "wait.began"
    wait: str


@dataclass(frozen=True)
class WaitLeft(Event):
    """Somebody waits for something no more: another decision stands."""

    kind: ClassVar[str] = "wait.left"
    wait: str


@dataclass(frozen=True)
class ContactQuestioned(Event):
    kind: ClassVar[str] = "contact.questioned"
    decision: UUID


@dataclass(frozen=True)
class SuggestionRated(Event):
    """Somebody said how well a service that was sent suits: from 0, not at all, to 3, very well."""

    kind: ClassVar[str] = "contact.suggestion_rated"
    service: UUID
    rating: int
    by_whom: str
