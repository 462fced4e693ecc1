"""Meetings in which a team looks at cases together."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event, TeamEvent


@dataclass(frozen=True)
class MeetingBegan(TeamEvent):
    """So many were there."""

    kind: ClassVar[str] = "meeting.began"
    meeting: UUID
    meeting_kind: str
    present: int


@dataclass(frozen=True)
class MeetingJoined(TeamEvent):
    """Who is there changed: so many now."""

    kind: ClassVar[str] = "meeting.joined"
    meeting: UUID
    present: int


@dataclass(frozen=True)
class MeetingEnded(TeamEvent):
    kind: ClassVar[str] = "meeting.ended"
    meeting: UUID


@dataclass(frozen=True)
class MeetingSawOtherwise(Event):
    """Somebody in a meeting saw the case otherwise; `would_choose` is what they would have decided, if they said."""

    kind: ClassVar[str] = "meeting.saw_otherwise"
    meeting: UUID
    would_choose: str
