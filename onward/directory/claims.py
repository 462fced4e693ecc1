"""What may be asked about providers who keep their own entry: plain values, never models."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from onward.directory.models import Amendment, Service
from onward.directory.models import Claim as ClaimRow
from onward.directory.provenance import FIELDS, text_of
from onward.vocabulary.directory import Claim

# What a provider may change. Whether a service is shown at all, and when it was checked, is not theirs to write.
KEPT_BY_PROVIDERS = tuple(
    each for each in FIELDS if each not in ("status", "alert", "checked_on", "checked_by")
)


@dataclass(frozen=True)
class ClaimSeen:
    """Somebody's wish to keep a service's entry."""

    id: UUID
    service_id: str
    service_name: str
    email: str
    known: bool
    state: Claim
    asked_on: date
    version: int

    @property
    def is_open(self) -> bool:
        return self.state is Claim.OPEN


@dataclass(frozen=True)
class AmendmentSeen:
    """Changes that a provider asks for: by field, what was shown and what should be."""

    id: UUID
    claim: ClaimSeen
    changes: Mapping[str, tuple[str, str]]
    made_on: date
    taken: tuple[str, ...] | None
    reply: str
    decided_on: date | None
    version: int


def claim(claim_id: UUID) -> ClaimSeen | None:
    """One of them; None where there is none."""
    row = ClaimRow.objects.filter(id=claim_id).select_related("service").first()
    return _claim(row) if row else None


def waiting() -> list[ClaimSeen]:
    """Those from addresses that we do not know, for an editor, the oldest first."""
    return _claims(ClaimRow.objects.filter(state=Claim.WAITING))


def open_claims() -> list[ClaimSeen]:
    """Those who may change an entry now."""
    return _claims(ClaimRow.objects.filter(state=Claim.OPEN))


def amendments(*, claim: UUID | None = None) -> list[AmendmentSeen]:
    """What waits for an editor, the oldest first; or everything that one provider asked for, the newest first."""
    rows = Amendment.objects.select_related("claim__service")
    if claim:
        return [_amendment(each) for each in rows.filter(claim=claim).order_by("-made_on", "decided_on")]
    return [_amendment(each) for each in rows.filter(decided_on=None).order_by("made_on", "id")]


def amendment(amendment_id: UUID) -> AmendmentSeen | None:
    """One of them; None where there is none."""
    row = Amendment.objects.select_related("claim__service").filter(id=amendment_id).first()
    return _amendment(row) if row else None


def entry(service_id: str) -> dict[str, str]:
    """What is shown of a service, field by field, of what its provider may change; empty where it is not there."""
    row = Service.objects.filter(pk=service_id, merged_into=None).first()
    return {name: text_of(row, name) for name in KEPT_BY_PROVIDERS} if row else {}


def _claims(rows: QuerySet[ClaimRow]) -> list[ClaimSeen]:
    return [_claim(each) for each in rows.select_related("service").order_by("asked_on", "id")]


def _claim(row: ClaimRow) -> ClaimSeen:
    return ClaimSeen(
        row.id,
        row.service_id,
        row.service.name,
        row.email,
        row.known,
        Claim(row.state),
        row.asked_on,
        row.version,
    )


def _amendment(row: Amendment) -> AmendmentSeen:
    return AmendmentSeen(
        id=row.id,
        claim=_claim(row.claim),
        changes={name: (row.before[name], row.news[name]) for name in row.news},
        made_on=row.made_on,
        taken=None if row.taken is None else tuple(row.taken),
        reply=row.reply,
        decided_on=row.decided_on,
        version=row.version,
    )
