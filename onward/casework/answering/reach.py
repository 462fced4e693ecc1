"""How people of many requests are reached: by which name and number, and what is safe, as they said it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from onward.casework.answering import forms, reaching
from onward.questionnaires.answers import Answers, from_fhir, one
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import kept
from onward.records import responses
from onward.rules.contacting import SafeContact
from onward.vocabulary.messages import ContactBy

NOT_SAID = SafeContact()


@dataclass(frozen=True)
class Reach:
    """Whom to ask for and how; empty, or None, where it was not said. `words`: what they wrote about reaching them."""

    name: str = ""
    about: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    when: str = ""
    safe: SafeContact = NOT_SAID
    words: str = ""
    for_another: bool = False
    other_agrees: bool = False

    @property
    def message_safe(self) -> bool:
        return self.safe.message_safe is True

    @property
    def not_by_phone(self) -> bool:
        """They chose a way that is no call. Who asked for a call, or said nothing, may be rung."""
        return self.safe.contact_by in (ContactBy.LETTER, ContactBy.EMAIL, ContactBy.NONE)

    @property
    def not_to_be_contacted(self) -> bool:
        return self.safe.contact_by is ContactBy.NONE


def of(case: UUID) -> Reach:
    """How whoever asked is reached."""
    return of_all([case]).get(case, Reach())


def of_all(cases: Collection[UUID]) -> dict[UUID, Reach]:
    """By case; nobody of whom there is no first form."""
    seen = responses.responses(cases)
    asked = {digest: forms.form_of(each) for digest, each in {each.definition: each for each in seen}.items()}
    first = {digest: form for digest, form in asked.items() if forms.name_of(form) == forms.FIRST_CONTACT}
    return {
        each.case: _reach(first[each.definition], from_fhir(first[each.definition], each.answers))
        for each in seen
        if each.definition in first
    }


def _reach(form: Questionnaire, answers: Answers) -> Reach:
    applying = kept(form, answers)

    def said(meaning: str) -> str:
        return one(form, applying, meaning)

    person = f"{said('person-given-name')} {said('person-family-name')}".strip()
    return Reach(
        name=said("asker-name") or person,
        about=person if said("asker-name") else "",
        phone=said("phone"),
        email=said("email"),
        address=said("address"),
        when=said("call-when"),
        safe=reaching.said(form, applying),
        words=said("safe-words"),
        for_another=said("for-whom") == "someone",
        other_agrees=said("asker-knows") == "agrees",
    )
