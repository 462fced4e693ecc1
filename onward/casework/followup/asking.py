"""The asking itself, one follow-up at a time: a message where one may go, else one of us. Acts as a job of its own."""

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid4

from django.db import connection

from onward.casework.answering.addressee import Addressee, addressee
from onward.casework.followup.models import FollowUp
from onward.casework.followup.moving import end_of, moving
from onward.casework.messages import actions as messages
from onward.casework.messages import queries as outbox
from onward.casework.promises import following as promises
from onward.policy.follow_up import follow_up_policy
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.rules import contacting, following_up
from onward.rules.following_up import Asked, Next
from onward.rules.promising import Due
from onward.vocabulary.dates import working_days_after
from onward.vocabulary.events import FollowUpAsked, FollowUpHandedOver
from onward.vocabulary.followup import Step
from onward.vocabulary.messages import Channel
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind
from onward.web.here import council_code, here

TEMPLATE = "six-weeks"


def what_next(row: FollowUp, who: Addressee, on: date) -> Next:
    """What is to be done about it on a day."""
    asked = Asked(row.due_on, row.messages, row.asked_on, message_may_go=channel(who) is not None)
    return following_up.next_step(asked, follow_up_policy().aims, on)


def channel(who: Addressee) -> Channel | None:
    """By what a message may go to them: by the way that they chose, where nothing they said holds it."""
    chosen = who.channel
    if chosen is None or not who.to or not outbox.can_send_by(chosen):
        return None
    return None if contacting.held(who.safe_contact, chosen, asked_now=False) else chosen


@action
def ask(*, follow_up: UUID, address: str, by: Principal, on: date) -> None:
    """Ask them by a message. Refused where that is not what is to be done."""
    row = moving(follow_up, Step.ASK, by)
    who = addressee(row.case_id)
    by_what = channel(who)
    if by_what is None or what_next(row, who, on) is not Next.MESSAGE:
        raise Refused("", "not_now")
    messages.queue(
        case=row.case_id,
        template=TEMPLATE,
        channel=by_what,
        to=who.to,
        personalisation={
            "council": here().name,
            "address": address,
            "reference": _reference(),
        },
        safe_contact=who.safe_contact,
        language=who.reads.language,
        format=who.reads.format,
        unmet=who.reads.unmet,
        council=council_code(),
        key=uuid4(),
        by=by,
        on=on,
    )
    change(row, row.version, state=end_of(row, Step.ASK), messages=row.messages + 1, asked_on=on)
    record(FollowUpAsked(case=row.case_id, channel=by_what.value, number=row.messages), by=by, on=on)


@action
def hand_over(*, follow_up: UUID, holidays: Collection[date], by: Principal, on: date) -> None:
    """One of us is to reach them: a promise on the page of promises. Refused where that is not what is to be done."""
    row = moving(follow_up, Step.HAND_OVER, by)
    if what_next(row, addressee(row.case_id), on) is not Next.PERSON:
        raise Refused("", "not_now")
    change(row, row.version, state=end_of(row, Step.HAND_OVER))
    within = follow_up_policy().reach_within_working_days
    promises.promise(
        case=row.case_id,
        kind=Kind.FOLLOW_UP,
        due=Due(working_days_after(on, within, holidays)),
        counts_from=row.due_on,
        because=FollowUpHandedOver.kind,
        by=by,
        on=on,
    )
    record(FollowUpHandedOver(case=row.case_id, messages=row.messages), by=by, on=on)


def _reference() -> str:
    """The reference of the case that this job asks about: more of the case it does not see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_job_followup_reference()")
        return str(cursor.fetchone()[0] or "")
