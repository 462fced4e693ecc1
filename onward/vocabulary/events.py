"""What can happen, as typed events. They hold ids, codes, dates and numbers only, so that a person can be erased.

Stages meet through these and do not import each other.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

_CODE = re.compile(r"[A-Za-z0-9_.:/+@-]{0,80}")


@dataclass(frozen=True)
class Happening:
    """Something that happened. `kind` is its name in the log of events."""

    kind: ClassVar[str]

    def details(self) -> dict[str, Any]:
        """Everything but the case, ready for JSON.

        Raises ValueError where a field holds free text: words about people belong in records, not in events.
        """
        return {
            each.name: _plain(each.name, getattr(self, each.name))
            for each in fields(self)
            if each.name != "case"
        }


@dataclass(frozen=True)
class Event(Happening):
    """Something that happened to one case."""

    case: UUID


@dataclass(frozen=True)
class DirectoryEvent(Happening):
    """Something that happened to the directory: about no case and no person."""


def _plain(name: str, value: object) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(name, each) for each in value]
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    raise ValueError(f"Event field `{name}` must be an id, a code, a date or a number.")


@dataclass(frozen=True)
class ResponseBegun(Event):
    """Somebody began to answer a questionnaire."""

    kind: ClassVar[str] = "response.begun"
    questionnaire: str


@dataclass(frozen=True)
class ResponseAnswered(Event):
    """Answers to a page, or to all of it where the page is empty: how many are new, changed or taken out."""

    kind: ClassVar[str] = "response.answered"
    questionnaire: str
    page: str
    answers: int


@dataclass(frozen=True)
class ResponseTyped(Event):
    """What was typed on a page was kept for its writer; it is no answer yet."""

    kind: ClassVar[str] = "response.typed"
    questionnaire: str
    page: str


@dataclass(frozen=True)
class ResponseSent(Event):
    """`dropped` answers no longer applied and were left out."""

    kind: ClassVar[str] = "response.sent"
    questionnaire: str
    version: str
    dropped: int


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
    kind: ClassVar[str] = "contact.sent"
    wish: str
    needs: tuple[str, ...]
    for_another: bool


@dataclass(frozen=True)
class ContactMatched(Event):
    kind: ClassVar[str] = "contact.matched"
    person: UUID
    newly_made: bool


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
class PersonOpenedWithReason(Event):
    """Somebody opened a person who is not known to their team; the reason itself is in the log of looks."""

    kind: ClassVar[str] = "person.opened_with_reason"
    person: UUID


@dataclass(frozen=True)
class MessageQueued(Event):
    """A message waits to be handed over; `again_of` is the failed one that it replaces."""

    kind: ClassVar[str] = "message.queued"
    message: UUID
    template: str
    channel: str
    again_of: UUID | None = None


@dataclass(frozen=True)
class MessageHeld(Event):
    """The rule on safe contact let a message not go."""

    kind: ClassVar[str] = "message.held"
    message: UUID
    template: str
    channel: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class MessageReleased(Event):
    kind: ClassVar[str] = "message.released"
    message: UUID


@dataclass(frozen=True)
class MessageSent(Event):
    kind: ClassVar[str] = "message.sent"
    message: UUID


@dataclass(frozen=True)
class MessageArrived(Event):
    kind: ClassVar[str] = "message.arrived"
    message: UUID


@dataclass(frozen=True)
class MessageFailed(Event):
    kind: ClassVar[str] = "message.failed"
    message: UUID
    problem: str


@dataclass(frozen=True)
class DirectoryLoaded(DirectoryEvent):
    """A source, or one page of it, was brought in; the numbers are of services."""

    kind: ClassVar[str] = "directory.loaded"
    source: str
    added: int
    changed: int
    withdrawn: int


@dataclass(frozen=True)
class DirectoryRunBegun(DirectoryEvent):
    """A run through a feed or file began, at this page."""

    kind: ClassVar[str] = "directory.run_begun"
    source: str
    run: int
    page: int


@dataclass(frozen=True)
class DuplicatesProposed(DirectoryEvent):
    """Pairs of services were found that may be one."""

    kind: ClassVar[str] = "directory.duplicates_proposed"
    proposals: int


@dataclass(frozen=True)
class DuplicateDecided(DirectoryEvent):
    """Somebody merged two services, kept them apart, or took that back; `kept` is empty but for a merger."""

    kind: ClassVar[str] = "directory.duplicate_decided"
    proposal: int
    decision: str
    kept: UUID | None


@dataclass(frozen=True)
class RankingLearned(DirectoryEvent):
    """Ratings were learned from; whether what they taught orders services now."""

    kind: ClassVar[str] = "directory.ranking_learned"
    ratings: int
    in_force: bool


@dataclass(frozen=True)
class RankingChosen(DirectoryEvent):
    """An editor went back to the ranking before, or let what was learned order services again."""

    kind: ClassVar[str] = "directory.ranking_chosen"
    learned: bool


@dataclass(frozen=True)
class SuggestionRated(Event):
    """Somebody said how well a service that was sent suits: from 0, not at all, to 3, very well."""

    kind: ClassVar[str] = "contact.suggestion_rated"
    service: UUID
    rating: int
    by_whom: str


@dataclass(frozen=True)
class ServiceChecked(DirectoryEvent):
    """Somebody, or a job, tried whether a service is still there."""

    kind: ClassVar[str] = "directory.service_checked"
    service: UUID
    way: str
    answered: bool


@dataclass(frozen=True)
class ServiceEdited(DirectoryEvent):
    """An editor said something of a service that its source does not, or took it back."""

    kind: ClassVar[str] = "directory.service_edited"
    service: UUID
    fields: tuple[str, ...]


EVENTS: dict[str, type[Happening]] = {
    each.kind: each for base in (Event, DirectoryEvent) for each in base.__subclasses__()
}
