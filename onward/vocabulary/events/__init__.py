"""What can happen, as typed events. They hold ids, codes, dates and numbers only, so that a person can be erased.

Stages meet through these and do not import each other.
"""

from onward.vocabulary.events.answering import (
    ResponseAnswered as ResponseAnswered,
)
from onward.vocabulary.events.answering import (
    ResponseBegun as ResponseBegun,
)
from onward.vocabulary.events.answering import (
    ResponseSent as ResponseSent,
)
from onward.vocabulary.events.answering import (
    ResponseTyped as ResponseTyped,
)
from onward.vocabulary.events.contact import (
    ContactBegun as ContactBegun,
)
from onward.vocabulary.events.contact import (
    ContactDecided as ContactDecided,
)
from onward.vocabulary.events.contact import (
    ContactMatched as ContactMatched,
)
from onward.vocabulary.events.contact import (
    ContactQuestioned as ContactQuestioned,
)
from onward.vocabulary.events.contact import (
    ContactSaidApart as ContactSaidApart,
)
from onward.vocabulary.events.contact import (
    ContactSent as ContactSent,
)
from onward.vocabulary.events.contact import (
    ContactTakenOver as ContactTakenOver,
)
from onward.vocabulary.events.contact import (
    ContactUnmatched as ContactUnmatched,
)
from onward.vocabulary.events.contact import (
    ContactUrgencySet as ContactUrgencySet,
)
from onward.vocabulary.events.contact import (
    ContactWished as ContactWished,
)
from onward.vocabulary.events.contact import (
    SuggestionRated as SuggestionRated,
)
from onward.vocabulary.events.contact import (
    WaitBegan as WaitBegan,
)
from onward.vocabulary.events.contact import (
    WaitLeft as WaitLeft,
)
from onward.vocabulary.events.directory import (
    AmendmentDecided as AmendmentDecided,
)
from onward.vocabulary.events.directory import (
    AmendmentMade as AmendmentMade,
)
from onward.vocabulary.events.directory import (
    ClaimAsked as ClaimAsked,
)
from onward.vocabulary.events.directory import (
    ClaimClosed as ClaimClosed,
)
from onward.vocabulary.events.directory import (
    ClaimOpened as ClaimOpened,
)
from onward.vocabulary.events.directory import (
    DirectoryLoaded as DirectoryLoaded,
)
from onward.vocabulary.events.directory import (
    DirectoryRunBegun as DirectoryRunBegun,
)
from onward.vocabulary.events.directory import (
    DuplicateDecided as DuplicateDecided,
)
from onward.vocabulary.events.directory import (
    DuplicatesProposed as DuplicatesProposed,
)
from onward.vocabulary.events.directory import (
    RankingChosen as RankingChosen,
)
from onward.vocabulary.events.directory import (
    RankingLearned as RankingLearned,
)
from onward.vocabulary.events.directory import (
    RemarkDecided as RemarkDecided,
)
from onward.vocabulary.events.directory import (
    ServiceChecked as ServiceChecked,
)
from onward.vocabulary.events.directory import (
    ServiceEdited as ServiceEdited,
)
from onward.vocabulary.events.directory import (
    ServiceRemarked as ServiceRemarked,
)
from onward.vocabulary.events.introductions import (
    IntroductionAnswered as IntroductionAnswered,
)
from onward.vocabulary.events.introductions import (
    IntroductionSent as IntroductionSent,
)
from onward.vocabulary.events.introductions import (
    IntroductionSentAgain as IntroductionSentAgain,
)
from onward.vocabulary.events.introductions import (
    IntroductionTakenBack as IntroductionTakenBack,
)
from onward.vocabulary.events.introductions import (
    LinkFailed as LinkFailed,
)
from onward.vocabulary.events.introductions import (
    LinkMade as LinkMade,
)
from onward.vocabulary.events.introductions import (
    LinkSent as LinkSent,
)
from onward.vocabulary.events.introductions import (
    ServicesSent as ServicesSent,
)
from onward.vocabulary.events.meetings import (
    MeetingBegan as MeetingBegan,
)
from onward.vocabulary.events.meetings import (
    MeetingEnded as MeetingEnded,
)
from onward.vocabulary.events.meetings import (
    MeetingJoined as MeetingJoined,
)
from onward.vocabulary.events.meetings import (
    MeetingSawOtherwise as MeetingSawOtherwise,
)
from onward.vocabulary.events.messages import (
    MessageArrived as MessageArrived,
)
from onward.vocabulary.events.messages import (
    MessageFailed as MessageFailed,
)
from onward.vocabulary.events.messages import (
    MessageHeld as MessageHeld,
)
from onward.vocabulary.events.messages import (
    MessagePosted as MessagePosted,
)
from onward.vocabulary.events.messages import (
    MessageQueued as MessageQueued,
)
from onward.vocabulary.events.messages import (
    MessageReleased as MessageReleased,
)
from onward.vocabulary.events.messages import (
    MessageSent as MessageSent,
)
from onward.vocabulary.events.people import (
    PersonOpenedWithReason as PersonOpenedWithReason,
)
from onward.vocabulary.events.promises import (
    CallRecorded as CallRecorded,
)
from onward.vocabulary.events.promises import (
    FollowUpAnswered as FollowUpAnswered,
)
from onward.vocabulary.events.promises import (
    FollowUpAsked as FollowUpAsked,
)
from onward.vocabulary.events.promises import (
    FollowUpHandedOver as FollowUpHandedOver,
)
from onward.vocabulary.events.promises import (
    FollowUpLeftOut as FollowUpLeftOut,
)
from onward.vocabulary.events.promises import (
    FollowUpNotReached as FollowUpNotReached,
)
from onward.vocabulary.events.promises import (
    FollowUpPlanned as FollowUpPlanned,
)
from onward.vocabulary.events.promises import (
    PromiseBroken as PromiseBroken,
)
from onward.vocabulary.events.promises import (
    PromiseDue as PromiseDue,
)
from onward.vocabulary.events.promises import (
    PromiseKept as PromiseKept,
)
from onward.vocabulary.events.promises import (
    PromiseLetGo as PromiseLetGo,
)
from onward.vocabulary.events.promises import (
    PromiseMade as PromiseMade,
)
from onward.vocabulary.events.promises import (
    PromiseMoveAsked as PromiseMoveAsked,
)
from onward.vocabulary.events.promises import (
    PromiseMoved as PromiseMoved,
)
from onward.vocabulary.events.promises import (
    PromiseMoveDeclined as PromiseMoveDeclined,
)
from onward.vocabulary.events.promises import (
    PromiseRaised as PromiseRaised,
)
from onward.vocabulary.events.promises import (
    PromiseTaken as PromiseTaken,
)
from onward.vocabulary.events.staff import (
    StaffFactorChanged as StaffFactorChanged,
)
from onward.vocabulary.events.staff import (
    StaffIdentityGiven as StaffIdentityGiven,
)
from onward.vocabulary.events.staff import (
    StaffLeft as StaffLeft,
)
from onward.vocabulary.events.staff import (
    StaffPasswordChanged as StaffPasswordChanged,
)
from onward.vocabulary.events.staff import (
    StaffSessionsEnded as StaffSessionsEnded,
)
from onward.vocabulary.events.staff import (
    StaffSignedIn as StaffSignedIn,
)
from onward.vocabulary.happening import DirectoryEvent as DirectoryEvent
from onward.vocabulary.happening import Event as Event
from onward.vocabulary.happening import Happening as Happening
from onward.vocabulary.happening import LinkEvent as LinkEvent
from onward.vocabulary.happening import StaffEvent as StaffEvent
from onward.vocabulary.happening import TeamEvent as TeamEvent

EVENTS: dict[str, type[Happening]] = {
    each.kind: each for base in Happening.__subclasses__() for each in base.__subclasses__()
}
