"""What this stage's queries give: plain values, never models."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from onward.casework.answering.seen import Filling
from onward.journey.contact.answers import Said
from onward.records.queries import PersonSeen
from onward.rules.contacting import Caution
from onward.vocabulary.contact import Channel, Grounds, Outcome, State, Wish
from onward.vocabulary.messages import ContactBy
from onward.vocabulary.screening import Prompt, Urgency

LOOKED_AT = "request"  # what the log of looks calls one request on the adviser's page


@dataclass(frozen=True)
class Safe:
    """What was said of reaching them safely: by which way alone, what warns, and their own words about it."""

    contact_by: ContactBy | None
    cautions: tuple[Caution, ...]
    words: str


@dataclass(frozen=True)
class Draft:
    """A request as its resident is writing it, or has sent it."""

    case: UUID
    reference: str
    state: State
    wish: Wish
    version: int


@dataclass(frozen=True)
class DecisionSeen:
    id: UUID
    number: int
    outcome: Outcome
    grounds: tuple[Grounds, ...]
    passed_to: str
    reason: str
    services: tuple[dict[str, Any], ...]
    decided_by: str
    decided_on: date
    objections: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A line of the adviser's list."""

    case: UUID
    reference: str
    state: State
    wish: Wish
    channel: Channel
    name: str
    postcode: str
    needs: tuple[str, ...]
    sent_on: date
    sent_at: datetime
    reply_by: date
    outcome: Outcome | None
    cautions: tuple[Caution, ...]
    urgency: Urgency
    look_at: tuple[Prompt, ...]


@dataclass(frozen=True)
class Held:
    """A request that staff may write in: half done still, or sent, with further forms to it."""

    case: UUID
    reference: str
    name: str
    wish: Wish
    channel: Channel
    sent: bool


@dataclass(frozen=True)
class HalfDone:
    """A request that is being written with the team's help: on the telephone, from paper, or taken over."""

    case: UUID
    reference: str
    wish: Wish
    channel: Channel
    received_on: date | None
    version: int


@dataclass(frozen=True)
class Request:
    """One request as an adviser reads it."""

    case: UUID
    reference: str
    state: State
    version: int
    channel: Channel
    said: Said
    filling: Filling
    sent_on: date
    sent_at: datetime
    reply_by: date
    person: PersonSeen | None
    safe: Safe
    decisions: tuple[DecisionSeen, ...]
    urgency: Urgency


@dataclass(frozen=True)
class Tracked:
    """What the shared page shows whoever holds the reference and the code."""

    reference: str
    state: State
    wish: Wish
    sent_on: date
    reply_by: date
    outcome: Outcome | None
    reason: str
    services: tuple[dict[str, Any], ...]
    decided_on: date | None
