"""Events about organisations outside: lists, introductions, the links that are emailed, and who keeps an entry."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import DirectoryEvent, Event, Happening


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
class LinkEvent(Happening):
    """Something that happened to an emailed link: about no case, for a link has none where it is a provider's."""


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


@dataclass(frozen=True)
class ClaimAsked(DirectoryEvent):
    """Somebody asked to keep a service's entry; `known` where the directory has their address as the organisation's.
    No claim came of it where they had asked already, or many wait."""

    kind: ClassVar[str] = "directory.claim_asked"
    claim: UUID | None
    service: UUID
    known: bool


@dataclass(frozen=True)
class ClaimOpened(DirectoryEvent):
    """A provider may change its entry, subject to an editor: a link goes to the address that asked."""

    kind: ClassVar[str] = "directory.claim_opened"
    claim: UUID
    service: UUID


@dataclass(frozen=True)
class ClaimClosed(DirectoryEvent):
    """An editor refused a claim, or ended it: its link changes nothing any more."""

    kind: ClassVar[str] = "directory.claim_closed"
    claim: UUID
    service: UUID
    state: str


@dataclass(frozen=True)
class AmendmentMade(DirectoryEvent):
    """A provider asks for changes to its entry."""

    kind: ClassVar[str] = "directory.amendment_made"
    amendment: UUID
    service: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class AmendmentDecided(DirectoryEvent):
    """An editor took these of the changes that a provider asked for; the rest are as they were."""

    kind: ClassVar[str] = "directory.amendment_decided"
    amendment: UUID
    claim: UUID
    service: UUID
    fields: tuple[str, ...]
