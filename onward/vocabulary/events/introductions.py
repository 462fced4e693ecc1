"""Organisations outside: lists of services, introductions, and the links that are emailed to them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event, LinkEvent


@dataclass(frozen=True)
class ServicesSent(Event):
    """A list of services was given to whoever asked: by which channel, and as which message, if it was one."""

    kind: ClassVar[str] = "services.sent"
    services: tuple[UUID, ...]
    channel: str
    message: UUID | None = None


@dataclass(frozen=True)
class IntroductionSent(Event):
    """A person was introduced to a service, with their consent."""

    kind: ClassVar[str] = "introduction.sent"
    introduction: UUID
    service: UUID
    way: str


@dataclass(frozen=True)
class IntroductionAnswered(Event):
    """The service said how it goes: a code of its answers, and for a waiting list the weeks, if it said them."""

    kind: ClassVar[str] = "introduction.answered"
    introduction: UUID
    service: UUID
    answer: str
    weeks: int | None = None


@dataclass(frozen=True)
class IntroductionSentAgain(Event):
    """The service was sent a new link; the one before opens nothing any more."""

    kind: ClassVar[str] = "introduction.sent_again"
    introduction: UUID
    service: UUID


@dataclass(frozen=True)
class IntroductionTakenBack(Event):
    """The person does not agree any more that the service is told; its link opens nothing any more."""

    kind: ClassVar[str] = "introduction.taken_back"
    introduction: UUID
    service: UUID


@dataclass(frozen=True)
class LinkMade(LinkEvent):
    kind: ClassVar[str] = "link.made"
    link: UUID
    purpose: str


@dataclass(frozen=True)
class LinkSent(LinkEvent):
    """The message service took the email with the link."""

    kind: ClassVar[str] = "link.sent"
    link: UUID


@dataclass(frozen=True)
class LinkFailed(LinkEvent):
    """The email with the link could not be delivered."""

    kind: ClassVar[str] = "link.failed"
    link: UUID
    problem: str
