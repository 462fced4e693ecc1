"""Every write of follow-ups by a person: what they answer, and that somebody is not to be asked."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.casework.answering import actions as answering
from onward.casework.answering.forms import SIX_WEEKS
from onward.casework.followup.moving import end_of, leave_out, moving, standing
from onward.casework.promises import following as promises
from onward.questionnaires.answers import Answers, one
from onward.records import responses
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary.events import FollowUpAnswered, FollowUpLeftOut
from onward.vocabulary.followup import NotAsked, Step
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind

BY_HAND = (NotAsked.DIED, NotAsked.ASKED_US_NOT_TO)


@action
def answer(*, case: UUID, given: Answers, keep_months: int, key: UUID, by: Principal, on: date) -> UUID:
    """They say whether it worked, themselves or to one of us. Who asks us to look again asks for an assessment, and
    their request waits again. Gives back the case."""
    row = moving(_standing(case), Step.ANSWER, by)
    if asked_before(case):
        raise Refused(
            _("They answered this before in this request. Let the promise go, and say why."), "answered"
        )
    form = answering.start(case=case, name=SIX_WEEKS, answers={}, keep_months=keep_months, by=by, on=on)
    answering.put(case=case, name=SIX_WEEKS, answers=given, keep_months=keep_months, by=by, on=on)
    sent = answering.complete(case=case, name=SIX_WEEKS, by=by, on=on)
    worked, again = one(form, sent, "follow-up-worked"), one(form, sent, "follow-up-again") == "yes"
    change(row, row.version, state=end_of(row, Step.ANSWER), worked=worked, look_again=again, ended_on=on)
    promises.keep(case=case, kinds={Kind.FOLLOW_UP}, because=FollowUpAnswered.kind, by=by, on=on)
    record(FollowUpAnswered(case=case, worked=worked, look_again=again), by=by, on=on)
    return case


@action
def do_not_ask(*, case: UUID, because: NotAsked, by: Principal, on: date) -> None:
    """They have died, or asked us not to."""
    if because not in BY_HAND:
        raise Refused(_("Choose why they are not to be asked."), "no_reason")
    row = moving(_standing(case), Step.LEAVE_OUT, by)
    leave_out(row, because, by=by, on=on)
    promises.let_go(case=case, kinds={Kind.FOLLOW_UP}, because=FollowUpLeftOut.kind, by=by, on=on)


def asked_before(case: UUID) -> bool:
    """Whether the form was answered already in this case: nobody is asked the same twice about one request."""
    return any(each.questionnaire.endswith(f"/{SIX_WEEKS}") for each in responses.responses([case]))


def _standing(case: UUID) -> UUID:
    row = standing(case)
    if row is None:
        raise Refused(_("We do not ask this any more. If you need help, ask us at any time."), "not_now")
    return row.id
