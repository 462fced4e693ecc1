"""What follows when a request is sent: its facts, the day that is promised, services near, whether somebody cares for
another. All of it within the action, and kept with what it came from."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from onward.casework.answering import actions as answering
from onward.casework.answering import reaching
from onward.journey.contact.answers import FORM, Said, filling_of, said
from onward.journey.contact.caring import keep_caring
from onward.journey.contact.models import Contact
from onward.journey.contact.moving import end
from onward.journey.contact.screening import keep_screening
from onward.journey.contact.suggesting import keep_suggestions
from onward.policy.councils import Council
from onward.records import actions as records
from onward.records.action import record
from onward.records.versions import change
from onward.rules import contacting, reply
from onward.vocabulary import events
from onward.vocabulary.contact import Step
from onward.vocabulary.names import key
from onward.vocabulary.principals import Principal


def complete(
    contact: Contact,
    *,
    council: Council,
    holidays: Collection[date],
    by: Principal,
    on: date,
    at: datetime,
) -> None:
    """Send it. What is promised counts from the day on which it reached the council."""
    case = contact.case_id
    answers = answering.complete(case=case, name=FORM, by=by, on=on)
    form = filling_of(case).form
    facts = said(form, answers)
    asked_on = contact.received_on or on
    promised = _promise(contact, facts, asked_on, council, holidays, on)
    records.open_case(case=case, on=on)
    change(
        contact,
        contact.version,
        **_facts(facts),
        cautions=list(contacting.cautions(reaching.said(form, answers))),
        state=end(Step.SEND, contact),
        sent_on=asked_on,
        sent_at=at,
        reply_by=promised,
    )
    keep_suggestions(case=case, form=form, facts=facts, on=on)
    keep_caring(case=case, on=on)
    keep_screening(case=case, on=on)
    sent = events.ContactSent(
        case=case,
        wish=facts.wish.value,
        needs=facts.needs,
        for_another=facts.for_another,
        asked_on=asked_on,
        reply_by=promised,
    )
    record(sent, by=by, on=on)


def _promise(
    contact: Contact, facts: Said, asked_on: date, council: Council, holidays: Collection[date], on: date
) -> date:
    by_when = reply.reply_by(facts.wish, asked_on, council.reply, holidays)
    records.keep_answer(
        case=contact.case_id,
        kind="contact.reply_by",
        inputs={
            "wish": facts.wish.value,
            "asked_on": str(asked_on),
            "holidays": sorted(map(str, holidays)),
        },
        answer=str(by_when),
        versions={"rules.reply": reply.VERSION, "policy": council.version},
        on=on,
    )
    return by_when


def _facts(facts: Said) -> Mapping[str, Any]:
    names = (
        "wish",
        "for_another",
        "other_agrees",
        "given_name",
        "family_name",
        "born_on",
        "postcode",
        "contact_by",
    )
    return {
        **{name: getattr(facts, name) for name in names},
        "given_key": key(facts.given_name),
        "family_key": key(facts.family_name),
        "needs": list(facts.needs),
    }
