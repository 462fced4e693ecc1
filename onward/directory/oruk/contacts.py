"""Whom to ask, as a document gives it; what is somebody's own is marked, and its words are told to be taken out."""

from dataclasses import dataclass, field

from onward.directory.entries import derived_id
from onward.directory.models import Contact, Phone
from onward.directory.numbers import number_in
from onward.directory.oruk.given import Given
from onward.directory.personal import is_personal_email, is_personal_number
from onward.policy.directory import Keeping


@dataclass
class Reach:
    """How to reach a service: contacts and numbers, and the words that must not leave."""

    contacts: list[Contact] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)

    def first_number(self) -> str:
        return next((each.number for each in self.phones if not each.personal), "")

    def first_email(self) -> str:
        return next((each.email for each in self.contacts if each.email and not each.personal), "")


def read_reach(given: Given, service_id: str, keeping: Keeping) -> Reach:
    """The contacts and numbers of a service."""
    reach = Reach()
    for number, each in enumerate(given.items("contacts")):
        _contact(each, f"{service_id} {number}", reach, keeping)
    _phones(given, service_id, None, reach)
    _own_email(given, service_id, reach, keeping)
    return reach


def _contact(given: Given, number: str, reach: Reach, keeping: Keeping) -> None:
    contact = Contact(
        uuid=given.uuid("id") or derived_id("Contact", number, given.text("id")),
        **{name: given.text(name) for name in ("name", "title", "email")},
    )
    named = bool(contact.name or contact.title or contact.email)
    phones = _phones(given, number, contact if named else None, reach)
    contact.personal = any(each.personal for each in phones) or (
        bool(contact.email) and is_personal_email(contact.email, contact.name, keeping)
    )
    if contact.personal:
        for each in phones:
            each.personal = True
        reach.secrets += [contact.name, contact.email, *(each.number for each in phones)]
    if named:
        reach.contacts.append(contact)


def _phones(given: Given, owner: str, contact: Contact | None, reach: Reach) -> list[Phone]:
    found = []
    for number, each in enumerate(given.items("phones")):
        written = number_in(each.text("number"))
        if not written and each.text("number"):
            given.faults.append(
                "it has a telephone number without a number in it, so it was left out: correct it"
            )
        if written:
            found.append(
                Phone(
                    uuid=each.uuid("id") or derived_id("Phone", owner, each.text("id"), str(number)),
                    contact=contact,
                    number=written,
                    description=each.text("description"),
                    personal=bool(contact) and is_personal_number(written, contact.name if contact else ""),
                )
            )
    reach.phones += found
    return found


def _own_email(given: Given, service_id: str, reach: Reach, keeping: Keeping) -> None:
    """The service's own address, where it is somebody's, becomes a contact that editors see."""
    email = given.text("email")
    if email and is_personal_email(email, "", keeping):
        contact = Contact(uuid=derived_id("Contact", service_id, "own"), email=email, personal=True)
        reach.contacts.append(contact)
        reach.secrets.append(email)
