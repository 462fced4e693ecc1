"""A request as it begins: by whichever road it came, with its form; within an action."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from onward.casework.answering import actions as answering
from onward.journey.contact.answers import FORM
from onward.journey.contact.models import Contact
from onward.policy.councils import Council
from onward.questionnaires.answers import Answers
from onward.records.action import record
from onward.vocabulary import events
from onward.vocabulary.contact import Channel, Wish
from onward.vocabulary.principals import Principal


@dataclass(frozen=True)
class Road:
    """How a request came in; `received_on` is None where that is the moment at which it is written."""

    channel: Channel = Channel.ONLINE
    received_on: date | None = None


def open_form(
    case: UUID, wish: Wish, road: Road, told: Answers, *, council: Council, by: Principal, on: date
) -> None:
    """The contact and its form, with what is answered already."""
    Contact.objects.create(case_id=case, wish=wish, channel=road.channel, received_on=road.received_on)
    record(events.ContactBegun(case=case, wish=wish.value, channel=road.channel.value), by=by, on=on)
    answering.start(
        case=case,
        name=FORM,
        answers={**told, "wish": (wish.value,)},
        keep_months=council.keep_drafts_months,
        by=by,
        on=on,
    )
