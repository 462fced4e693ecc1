"""What may be done with meetings. What is decided in one is decided by the stage's own action, as at any other time."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from onward.casework.meetings.models import Meeting, Opinion
from onward.records import queries as records
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary import events
from onward.vocabulary.meetings import Kind
from onward.vocabulary.principals import Principal

MOST_WORDS = 2_000


@action
def begin(
    *, kind: Kind, team: str, present: frozenset[int], key: UUID, by: Principal, on: date, at: datetime
) -> UUID:
    """Begin a meeting of a team with whoever is there. Gives back the meeting; refused while one is open."""
    _of_the_team(team, present | {int(by.who)}, on)
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(kind=kind, team=team, began_at=at, present=sorted(present))
    except IntegrityError:
        raise Refused(_("Your team has begun already. Go to it and join."), "already_open") from None
    record(
        events.MeetingBegan(meeting=meeting.id, meeting_kind=kind.value, present=len(present)), by=by, on=on
    )
    return meeting.id


@action
def set_present(*, meeting: UUID, present: frozenset[int], version: int, by: Principal, on: date) -> None:
    """Say who is there now."""
    row = _open(meeting)
    _of_the_team(row.team, present | {int(by.who)}, on)
    change(row, version, present=sorted(present))
    record(events.MeetingJoined(meeting=meeting, present=len(present)), by=by, on=on)


@action
def end(*, meeting: UUID, version: int, by: Principal, on: date, at: datetime) -> None:
    """End it. What is left waits as before."""
    row = _open(meeting)
    _of_the_team(row.team, frozenset({int(by.who)}), on)
    change(row, version, ended_at=at)
    record(events.MeetingEnded(meeting=meeting), by=by, on=on)


@action
def say_otherwise(
    *,
    meeting: UUID,
    case: UUID,
    staff: int,
    would_choose: str,
    words: str,
    key: UUID,
    by: Principal,
    on: date,
) -> UUID:
    """Keep what one of those present thought who saw a case otherwise. `would_choose`: a code, or empty."""
    row = _open(meeting)
    if staff not in row.present:
        raise Refused(_("Only somebody who is there can see it otherwise. Add them first."), "not_present")
    if not (words.strip() or would_choose):
        raise Refused(_("Write what they think, or what they would choose."), "no_words")
    if len(words) > MOST_WORDS:
        raise Refused(
            _("You wrote %(length)s letters; the most is %(most)s. Shorten it, and send it again.")
            % {"length": f"{len(words):,}", "most": f"{MOST_WORDS:,}"},
            "too_long",
        )
    opinion = Opinion.objects.create(
        case_id=case, meeting=row, staff=staff, would_choose=would_choose, words=words.strip(), said_on=on
    )
    record(events.MeetingSawOtherwise(case=case, meeting=meeting, would_choose=would_choose), by=by, on=on)
    return opinion.id


def _open(meeting: UUID) -> Meeting:
    row = Meeting.objects.select_for_update().filter(id=meeting, ended_at__isnull=True).first()
    if row is None:
        raise Refused(_("This meeting is over. Begin another."), "over")
    return row


def _of_the_team(team: str, staff: frozenset[int], on: date) -> None:
    if not all(records.works_in(each, team, on) for each in staff):
        raise Refused(_("Somebody here does not work in this team. Look at who is there."), "not_of_the_team")
