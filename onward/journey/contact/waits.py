"""The waits that a decision begins, and those that it ends because another decision stood before it."""

from datetime import date

from onward.journey.contact.models import Contact
from onward.records.action import record
from onward.rules.beginning_waits import waits
from onward.vocabulary import events
from onward.vocabulary.contact import Outcome, Wish
from onward.vocabulary.principals import Principal


def as_carer(contact: Contact) -> bool:
    """Whether what is asked for is an assessment of the carer who asks."""
    return contact.wish == Wish.CARER_ASSESSMENT


def begin_waits(
    contact: Contact, before: Outcome | None, outcome: Outcome, *, by: Principal, on: date
) -> None:
    """Write down what begins and what is left; a wait that goes on is not begun again. `before` stood until now."""
    had, has = (waits(each, as_carer=as_carer(contact)) for each in (before, outcome))
    for each in sorted(had - has):
        record(events.WaitLeft(case=contact.case_id, wait=each.value), by=by, on=on)
    for each in sorted(has - had):
        record(events.WaitBegan(case=contact.case_id, wait=each.value), by=by, on=on)
