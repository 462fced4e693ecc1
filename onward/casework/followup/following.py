"""What follows for follow-ups from what happens elsewhere: registered in `onward/config/handlers.py`."""

from datetime import date

from onward.casework.answering import reach
from onward.casework.followup.actions import asked_before
from onward.casework.followup.models import FollowUp
from onward.casework.followup.moving import end_of, leave_out, moving, standing
from onward.casework.promises import following as promises
from onward.policy.follow_up import follow_up_policy
from onward.records.action import record
from onward.records.versions import change
from onward.rules import following_up, telling
from onward.vocabulary.contact import Outcome
from onward.vocabulary.events import (
    ContactDecided,
    ContactMatched,
    ContactQuestioned,
    FollowUpLeftOut,
    FollowUpNotReached,
    FollowUpPlanned,
    PromiseLetGo,
)
from onward.vocabulary.followup import OPEN, NotAsked, State, Step
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind


def plan_or_leave_out(event: ContactDecided, *, by: Principal, on: date) -> None:
    """Whoever is closed with advice is to be asked six weeks later; after another decision they are not."""
    if event.outcome != Outcome.ADVICE:
        _leave_out(event, NotAsked.DECIDED_OTHERWISE, by=by, on=on)
        return
    if asked_before(event.case):
        return  # they told us how it went, and we looked again: they are not asked the same a second time
    due = following_up.due_on(on, follow_up_policy().aims)
    row = FollowUp.objects.create(case_id=event.case, decided_on=on, due_on=due)
    record(FollowUpPlanned(case=event.case, due_on=due), by=by, on=on)
    who = reach.of(event.case)
    told = telling.told(Outcome.ADVICE, for_another=who.for_another, other_agrees=who.other_agrees)
    because = following_up.left_out(no_contact=who.not_to_be_contacted, may_be_told=told.outcome)
    if because:
        leave_out(row, because, by=by, on=on)


def came_back(event: ContactQuestioned, *, by: Principal, on: date) -> None:
    """Who comes back before is not asked how it went."""
    _leave_out(event, NotAsked.CAME_BACK, by=by, on=on)


def came_back_elsewhere(event: ContactMatched, *, by: Principal, on: date) -> None:
    """Nor is who comes back with a new request."""
    for row in FollowUp.objects.filter(case__person_id=event.person, state__in=OPEN).exclude(
        case_id=event.case
    ):
        case = row.case_id
        leave_out(row, NotAsked.CAME_BACK, by=by, on=on)
        promises.let_go(case=case, kinds={Kind.FOLLOW_UP}, because=FollowUpLeftOut.kind, by=by, on=on)


def not_reached(event: PromiseLetGo, *, by: Principal, on: date) -> None:
    """Where the promise to ask them is let go, they were not reached."""
    row = standing(event.case) if event.what == Kind.FOLLOW_UP else None
    if row is None or row.state != State.WITH_PERSON:
        return
    row = moving(row.id, Step.GIVE_UP, by)
    change(row, row.version, state=end_of(row, Step.GIVE_UP), ended_on=on)
    record(FollowUpNotReached(case=event.case), by=by, on=on)


def _leave_out(
    event: ContactDecided | ContactQuestioned, because: NotAsked, *, by: Principal, on: date
) -> None:
    row = standing(event.case)
    if row is None:
        return
    leave_out(row, because, by=by, on=on)
    promises.let_go(case=event.case, kinds={Kind.FOLLOW_UP}, because=FollowUpLeftOut.kind, by=by, on=on)
