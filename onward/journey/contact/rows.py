"""A line of a list of requests, from its tables."""

from django.db.models import QuerySet

from onward.journey.contact.models import Contact
from onward.journey.contact.seen import Row
from onward.rules.contacting import Caution
from onward.vocabulary.contact import Channel, Outcome, State, Wish
from onward.vocabulary.screening import Prompt, Urgency


def rows(contacts: QuerySet[Contact], part: slice = slice(None)) -> list[Row]:
    """The sent ones of some contacts, in their order; `part` of them."""
    sent = contacts.exclude(state=State.DRAFT).select_related("case").prefetch_related("decisions")
    return [_row(each) for each in sent[part]]


def _row(contact: Contact) -> Row:
    assert contact.sent_on and contact.sent_at and contact.reply_by  # noqa: S101 (the table's own constraint)
    newest = max(contact.decisions.all(), key=lambda each: each.number, default=None)
    decided = newest is not None and contact.state == State.DECIDED
    return Row(
        case=contact.case_id,
        reference=contact.case.reference,
        state=State(contact.state),
        wish=Wish(contact.wish),
        channel=Channel(contact.channel),
        name=f"{contact.given_name} {contact.family_name}".strip(),
        postcode=contact.postcode,
        needs=tuple(contact.needs),
        sent_on=contact.sent_on,
        sent_at=contact.sent_at,
        reply_by=contact.reply_by,
        outcome=Outcome(newest.outcome) if newest and decided else None,
        cautions=tuple(Caution(each) for each in contact.cautions),
        urgency=Urgency(contact.urgency),
        look_at=tuple(Prompt(each) for each in contact.look_at),
    )
