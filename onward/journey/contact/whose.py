"""Saying whose a request is where somebody looks alike: the same, not the same, and taking either back.

A person says each of these; `alike.py` only finds, with reasons. Making a person, or naming one, is in `actions.py`.
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.journey.contact.models import Contact, NotTheSame
from onward.journey.contact.moving import moving
from onward.records import actions as records
from onward.records import queries as remembered
from onward.records.action import action, record
from onward.records.refusals import Refused
from onward.records.versions import change
from onward.vocabulary import events
from onward.vocabulary.contact import Step
from onward.vocabulary.principals import Principal


@action
def same_as_request(*, case: UUID, other: UUID, version: int, key: UUID, by: Principal, on: date) -> UUID:
    """Say that two requests are about one person, whom neither names yet. Gives back the person.

    The person is made from what `case` says; of a request whose person is known, name that person instead.
    """
    contact = moving(case, Step.MATCH, by)
    change(contact, version)
    second = moving(other, Step.MATCH, by)
    if remembered.case_person(case) or remembered.case_person(other):
        raise Refused(_("One of the two was matched meanwhile. Look at whose it is."), "already_matched")
    change(second, second.version)
    person = records.make_person(
        case=case,
        given_name=contact.given_name,
        family_name=contact.family_name,
        born_on=contact.born_on or second.born_on,
        postcode=contact.postcode or second.postcode,
        on=on,
    )
    records.set_person(case=other, person=person)
    record(events.ContactMatched(case=case, person=person, newly_made=True), by=by, on=on)
    record(events.ContactMatched(case=other, person=person, newly_made=False), by=by, on=on)
    return person


@action
def unmatch(*, case: UUID, version: int, by: Principal, on: date) -> None:
    """Take back whose the request is; nobody is put in their place."""
    contact = moving(case, Step.UNMATCH, by)
    person = remembered.case_person(case)
    if person is None:
        raise Refused(_("Nobody is named for this request. There is nothing to take back."), "not_matched")
    change(contact, version)
    records.unset_person(case=case)
    record(events.ContactUnmatched(case=case, person=person.id), by=by, on=on)


@action
def say_apart(*, case: UUID, other: UUID, by: Principal, on: date) -> None:
    """Say that the request is not about `other`, a person or another request: it is not proposed again."""
    _sent(case)
    row = {"case_id": case, "other": other, "said_by": str(by), "said_on": on}
    # Said twice is said once: of two who press at once the second changes nothing.
    NotTheSame.objects.bulk_create([NotTheSame(**row)], ignore_conflicts=True)
    record(events.ContactSaidApart(case=case, other=other, taken_back=False), by=by, on=on)


@action
def take_back_apart(*, case: UUID, other: UUID, by: Principal, on: date) -> None:
    """Say that the request may be about `other` after all."""
    _sent(case)
    for each in NotTheSame.objects.filter(case_id=case, other=other, taken_back_on__isnull=True):
        change(each, each.version, taken_back_on=on)
    record(events.ContactSaidApart(case=case, other=other, taken_back=True), by=by, on=on)


def _sent(case: UUID) -> None:
    if not Contact.objects.filter(case_id=case, sent_on__isnull=False).exists():
        raise Refused(_("That request could not be found."), "no_such_contact")
