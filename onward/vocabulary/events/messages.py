"""Messages to people."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event


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
class MessagePosted(Event):
    """Somebody printed a letter and posted it."""

    kind: ClassVar[str] = "message.posted"
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
