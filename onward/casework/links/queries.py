"""What may be asked about links. Row security decides which show: those of cases that show, and one's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from onward.casework.links.models import Link
from onward.vocabulary.links import Purpose
from onward.vocabulary.messages import Problem, State


@dataclass(frozen=True)
class LinkSeen:
    """One link; `problem` says why its email failed, or what the last try ran into."""

    id: UUID
    purpose: Purpose
    about: UUID
    case: UUID | None
    to: str
    made_on: date
    expires_on: date
    revoked_on: date | None
    opened_on: date | None
    state: State
    problem: Problem | None


def link(link_id: UUID) -> LinkSeen | None:
    """One link, where it may be seen."""
    row = Link.objects.filter(id=link_id).first()
    return _seen(row) if row else None


def newest(purpose: Purpose, about: Iterable[UUID]) -> dict[UUID, LinkSeen]:
    """The newest link about each of these, where there is one that may be seen."""
    rows = Link.objects.filter(purpose=purpose, about__in=list(about))
    # What was not revoked comes last, and stays.
    return {row.about: _seen(row) for row in rows.order_by(F("revoked_on").asc(nulls_last=True), "made_on")}


def was_made(occasion: UUID) -> bool:
    """Whether a link was made for this occasion."""
    return Link.objects.filter(occasion=occasion).exists()


def _seen(row: Link) -> LinkSeen:
    return LinkSeen(
        id=row.id,
        purpose=Purpose(row.purpose),
        about=row.about,
        case=row.case_id,
        to=row.to,
        made_on=row.made_on,
        expires_on=row.expires_on,
        revoked_on=row.revoked_on,
        opened_on=row.opened_on,
        state=State(row.state),
        problem=Problem(row.problem) if row.problem else None,
    )
