"""Six weeks on somebody asks us to look again: their request waits again, for an assessment, with a day promised."""

from datetime import date

from django.utils.translation import gettext as _

from onward.casework.promises import following as promises
from onward.journey.contact.models import Contact, Objection
from onward.policy.holidays import bank_holidays_near
from onward.records.action import record
from onward.records.versions import change
from onward.rules import reply
from onward.rules.promising import Due
from onward.vocabulary.contact import State, Step, Wish, move
from onward.vocabulary.events import ContactQuestioned, ContactWished, FollowUpAnswered
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind
from onward.web.here import here

_FOR_A_CARER = Wish.CARER_ASSESSMENT


def look_again(event: FollowUpAnswered, *, by: Principal, on: date) -> None:
    """Where they ask for it, their request waits again, for an assessment."""
    contact = Contact.objects.select_for_update().filter(case_id=event.case).first()
    made = move(Step.LOOK_AGAIN, State(contact.state)) if contact else None
    if not event.look_again or contact is None or made is None:
        return  # one that waits already goes on waiting
    wish = _FOR_A_CARER if contact.wish == _FOR_A_CARER else Wish.ASSESSMENT
    by_when = reply.reply_by(wish, on, here().reply, bank_holidays_near(on))
    change(contact, contact.version, state=made.end, wish=wish, reply_by=by_when)
    decision = contact.decisions.latest("number")
    words = _("Six weeks after our advice they asked us to look again, and asked for an assessment.")
    Objection.objects.create(case_id=event.case, decision=decision, words=words, said_on=on)
    record(ContactWished(case=event.case, wish=wish.value), by=by, on=on)
    record(ContactQuestioned(case=event.case, decision=decision.id), by=by, on=on)
    promises.promise(
        case=event.case,
        kind=Kind.REPLY,
        due=Due(by_when),
        counts_from=on,
        because=event.kind,
        by=by,
        on=on,
    )
