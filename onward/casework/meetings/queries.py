"""What may be asked about meetings: plain values out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from onward.casework.meetings.models import Meeting, Opinion
from onward.vocabulary.meetings import Kind


@dataclass(frozen=True)
class MeetingSeen:
    """`present` are numbers of staff."""

    id: UUID
    began_at: datetime
    present: tuple[int, ...]
    version: int


@dataclass(frozen=True)
class OpinionSeen:
    staff: int
    would_choose: str
    words: str


def open_meeting(kind: Kind, team: str) -> MeetingSeen | None:
    """The team's meeting that goes on now."""
    row = Meeting.objects.filter(kind=kind, team=team, ended_at__isnull=True).first()
    return MeetingSeen(row.id, row.began_at, tuple(row.present), row.version) if row else None


def opinions(case: UUID) -> list[OpinionSeen]:
    """Who saw a case otherwise, in whichever meeting, in order."""
    return [
        OpinionSeen(each.staff, each.would_choose, each.words)
        for each in Opinion.objects.filter(case_id=case)
    ]
