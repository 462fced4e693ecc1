"""What can happen, as typed events. They hold ids, codes, dates and numbers only, so that a person can be erased.

Stages meet through these and do not import each other.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

_CODE = re.compile(r"[A-Za-z0-9_.:/+@-]{0,80}")


@dataclass(frozen=True)
class Happening:
    """Something that happened. `kind` is its name in the log of events."""

    kind: ClassVar[str]

    def details(self) -> dict[str, Any]:
        """Everything but the case, ready for JSON.

        Raises ValueError where a field holds free text: words about people belong in records, not in events.
        """
        return {
            each.name: _plain(each.name, getattr(self, each.name))
            for each in fields(self)
            if each.name != "case"
        }


@dataclass(frozen=True)
class Event(Happening):
    """Something that happened to one case."""

    case: UUID


@dataclass(frozen=True)
class DirectoryEvent(Happening):
    """Something that happened to the directory: about no case and no person."""


@dataclass(frozen=True)
class TeamEvent(Happening):
    """Something that happened in a team: about no case and no person."""


@dataclass(frozen=True)
class StaffEvent(Happening):
    """Something that happened to how one member of staff signs in: about no case and no person."""

    staff: int


def _plain(name: str, value: object) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(name, each) for each in value]
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    raise ValueError(f"Event field `{name}` must be an id, a code, a date or a number.")


@dataclass(frozen=True)
class ResponseBegun(Event):
    """Somebody began to answer a questionnaire."""

    kind: ClassVar[str] = "response.begun"
    questionnaire: str


@dataclass(frozen=True)
class ResponseAnswered(Event):
    """Answers to a page, or to all of it where the page is empty: how many are new, changed or taken out."""

    kind: ClassVar[str] = "response.answered"
    questionnaire: str
    page: str
    answers: int


@dataclass(frozen=True)
class ResponseTyped(Event):
    """What was typed on a page was kept for its writer; it is no answer yet."""

    kind: ClassVar[str] = "response.typed"
    questionnaire: str
    page: str


@dataclass(frozen=True)
class ResponseSent(Event):
    """`dropped` answers no longer applied and were left out."""

    kind: ClassVar[str] = "response.sent"
    questionnaire: str
    version: str
    dropped: int


@dataclass(frozen=True)
class ContactBegun(Event):
    kind: ClassVar[str] = "contact.begun"
    wish: str
    channel: str


@dataclass(frozen=True)
class ContactTakenOver(Event):
    """A member of staff goes on with a request that the person could not finish; the person gave reference and code."""

    kind: ClassVar[str] = "contact.taken_over"


@dataclass(frozen=True)
class ContactWished(Event):
    kind: ClassVar[str] = "contact.wished"
    wish: str


@dataclass(frozen=True)
class ContactSent(Event):
    """`asked_on`: the day it reached the council; `reply_by`: the day that was promised."""

    kind: ClassVar[str] = "contact.sent"
    wish: str
    needs: tuple[str, ...]
    for_another: bool
    asked_on: date
    reply_by: date


@dataclass(frozen=True)
class ContactMatched(Event):
    kind: ClassVar[str] = "contact.matched"
    person: UUID
    newly_made: bool


@dataclass(frozen=True)
class ContactUnmatched(Event):
    """It is not known any more whose the request is: the person was the wrong one."""

    kind: ClassVar[str] = "contact.unmatched"
    person: UUID


@dataclass(frozen=True)
class ContactSaidApart(Event):
    """An adviser says that it is not about `other`, a person or another request's case; or takes that back."""

    kind: ClassVar[str] = "contact.said_apart"
    other: UUID
    taken_back: bool


@dataclass(frozen=True)
class ContactUrgencySet(Event):
    """Somebody said how urgent a request is; the list is ordered by it."""

    kind: ClassVar[str] = "contact.urgency_set"
    proposed: str
    chosen: str


@dataclass(frozen=True)
class ContactDecided(Event):
    kind: ClassVar[str] = "contact.decided"
    outcome: str
    grounds: tuple[str, ...]
    services: int


@dataclass(frozen=True)
class WaitBegan(Event):
    """Somebody begins to wait for something, since the day this happened."""

    kind: ClassVar[str] = "wait.began"
    wait: str


@dataclass(frozen=True)
class WaitLeft(Event):
    """Somebody waits for something no more: another decision stands."""

    kind: ClassVar[str] = "wait.left"
    wait: str


@dataclass(frozen=True)
class ContactQuestioned(Event):
    kind: ClassVar[str] = "contact.questioned"
    decision: UUID


@dataclass(frozen=True)
class PersonOpenedWithReason(Event):
    """Somebody opened a person who is not known to their team; the reason itself is in the log of looks."""

    kind: ClassVar[str] = "person.opened_with_reason"
    person: UUID


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
class StaffSignedIn(StaffEvent):
    """`way` is password, council, passkey or chosen; `factor` is the second one that was shown, if one was."""

    kind: ClassVar[str] = "staff.signed_in"
    way: str
    factor: str


@dataclass(frozen=True)
class StaffSessionsEnded(StaffEvent):
    """So many sign-ins came to an end: signed out, idle, too long, ended from another, or by an administrator."""

    kind: ClassVar[str] = "staff.sessions_ended"
    sessions: int
    why: str


@dataclass(frozen=True)
class StaffFactorChanged(StaffEvent):
    """A second factor, or the codes for when it is lost: added, removed or made anew."""

    kind: ClassVar[str] = "staff.factor_changed"
    factor: str
    change: str


@dataclass(frozen=True)
class StaffPasswordChanged(StaffEvent):
    """By themselves, or by an administrator."""

    kind: ClassVar[str] = "staff.password_changed"


@dataclass(frozen=True)
class StaffLeft(StaffEvent):
    """An administrator ended what they may do here: so many roles in teams."""

    kind: ClassVar[str] = "staff.left"
    memberships: int


@dataclass(frozen=True)
class StaffIdentityGiven(StaffEvent):
    """An administrator said by which identity of the council's they are known: an email address or a subject."""

    kind: ClassVar[str] = "staff.identity_given"
    way: str


EVENTS: dict[str, type[Happening]] = {
    each.kind: each for base in Happening.__subclasses__() for each in base.__subclasses__()
}
