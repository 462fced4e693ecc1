"""The directory of services."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import DirectoryEvent


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


@dataclass(frozen=True)
class ServiceRemarked(DirectoryEvent):
    """Somebody told us that something is wrong with a service; the words are not here."""

    kind: ClassVar[str] = "directory.service_remarked"
    service: UUID
    wrong: str


@dataclass(frozen=True)
class RemarkDecided(DirectoryEvent):
    """An editor took care of what somebody told us, or found that it is not so."""

    kind: ClassVar[str] = "directory.remark_decided"
    remark: UUID
    decision: str


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
