"""What was promised, calls, and how it went six weeks later."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event


@dataclass(frozen=True)
class PromiseMade(Event):
    """A date was told to somebody. `because`: the event that it followed from, empty where it was made by hand."""

    kind: ClassVar[str] = "promise.made"
    promise: UUID
    what: str
    due_on: date
    because: str
    moved_from: UUID | None = None


@dataclass(frozen=True)
class PromiseTaken(Event):
    """Somebody of the staff said that they will do it."""

    kind: ClassVar[str] = "promise.taken"
    promise: UUID


@dataclass(frozen=True)
class PromiseDue(Event):
    """Noted in the morning: it is due today."""

    kind: ClassVar[str] = "promise.due"
    promise: UUID
    what: str


@dataclass(frozen=True)
class PromiseKept(Event):
    """What was promised was done; `late` where its day was over. `because`: the event by which it was done."""

    kind: ClassVar[str] = "promise.kept"
    promise: UUID
    what: str
    because: str
    late: bool


@dataclass(frozen=True)
class PromiseMoveAsked(Event):
    kind: ClassVar[str] = "promise.move_asked"
    promise: UUID
    asked: UUID
    due_on: date


@dataclass(frozen=True)
class PromiseMoveDeclined(Event):
    """The person cannot on the day that we asked for: what was promised stands."""

    kind: ClassVar[str] = "promise.move_declined"
    promise: UUID
    asked: UUID


@dataclass(frozen=True)
class PromiseMoved(Event):
    """They agreed to another day: `moved_to` is the promise that takes its place."""

    kind: ClassVar[str] = "promise.moved"
    promise: UUID
    moved_to: UUID
    due_on: date
    agreed_by: str
    agreed_how: str


@dataclass(frozen=True)
class PromiseBroken(Event):
    kind: ClassVar[str] = "promise.broken"
    promise: UUID
    what: str
    due_on: date


@dataclass(frozen=True)
class PromiseRaised(Event):
    """A broken promise was raised to its team, and later to the manager."""

    kind: ClassVar[str] = "promise.raised"
    promise: UUID
    to: str


@dataclass(frozen=True)
class PromiseLetGo(Event):
    """The person no longer needs it; the reason in words is with the promise."""

    kind: ClassVar[str] = "promise.let_go"
    promise: UUID
    what: str


@dataclass(frozen=True)
class CallRecorded(Event):
    """Somebody was rung: reached or not."""

    kind: ClassVar[str] = "call.recorded"
    promise: UUID
    ended: str


@dataclass(frozen=True)
class FollowUpPlanned(Event):
    """Somebody who was advised is to be asked on a day whether it worked."""

    kind: ClassVar[str] = "followup.planned"
    due_on: date


@dataclass(frozen=True)
class FollowUpAsked(Event):
    """They were asked by a message, the first or a further one."""

    kind: ClassVar[str] = "followup.asked"
    channel: str
    number: int


@dataclass(frozen=True)
class FollowUpHandedOver(Event):
    """One of us is to reach them: nobody answered, or no message may go."""

    kind: ClassVar[str] = "followup.handed_over"
    messages: int


@dataclass(frozen=True)
class FollowUpAnswered(Event):
    kind: ClassVar[str] = "followup.answered"
    worked: str
    look_again: bool


@dataclass(frozen=True)
class FollowUpNotReached(Event):
    kind: ClassVar[str] = "followup.not_reached"


@dataclass(frozen=True)
class FollowUpLeftOut(Event):
    """They are not asked, for a reason that is counted apart."""

    kind: ClassVar[str] = "followup.left_out"
    because: str
