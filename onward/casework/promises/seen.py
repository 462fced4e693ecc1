"""What this part's queries give: plain values, never models."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from onward.rules.promising import Due
from onward.vocabulary.events import ContactSent
from onward.vocabulary.promises import BROKEN, STANDS, Kind, Reached, State


@dataclass(frozen=True)
class CallSeen:
    ended: Reached
    rang_at: datetime


@dataclass(frozen=True)
class AskedSeen:
    """Another day that they were asked for; `agreed` is None while they have not answered."""

    id: UUID
    due: Due
    agreed: bool | None


@dataclass(frozen=True)
class PromiseSeen:
    """One promise. `moved_to` is what took its place, `moved` says that it took another's."""

    id: UUID
    case: UUID
    reference: str
    kind: Kind
    due: Due
    counts_from: date
    made_by: str
    made_on: date
    because: str
    keeper: str
    state: State
    broken_on: date | None
    ended_on: date | None
    reason: str
    moved: bool
    moved_to: Due | None
    raised_to_team: bool
    raised_to_manager: bool
    asked: AskedSeen | None
    calls: tuple[CallSeen, ...]
    version: int

    @property
    def stands(self) -> bool:
        return self.state in STANDS

    @property
    def broken(self) -> bool:
        return self.state in BROKEN

    @property
    def by_hand(self) -> bool:
        """Whether one of us made it, and not what everybody is told who sends a request."""
        return self.because != ContactSent.kind


@dataclass(frozen=True)
class Lists:
    """What stands, soonest first. Calls that are due are in `to_ring` only."""

    to_ring: list[PromiseSeen]
    broken: list[PromiseSeen]
    today: list[PromiseSeen]
    coming: list[PromiseSeen]

    def all(self) -> list[PromiseSeen]:
        return [*self.to_ring, *self.broken, *self.today, *self.coming]
