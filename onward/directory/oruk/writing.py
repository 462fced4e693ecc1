"""Services as documents of Open Referral UK 3: what has no content is left out, and so is what is personal.

The summary of a service is what is shown. Where it says otherwise than the parts, an editor or the provider has said
so, and it stands in their place.
"""

import re
from collections.abc import Iterable
from typing import Any

from onward.directory.entries import derived_id
from onward.directory.models import (
    Address,
    Attribute,
    Contact,
    Location,
    Organisation,
    Phone,
    Schedule,
    Service,
)
from onward.directory.models import ServiceAtLocation as At
from onward.directory.oruk.hours import hours
from onward.directory.oruk.kinds import CAPACITY, CAPACITY_TERMS
from onward.directory.oruk.parts import PARTS, plain, written
from onward.vocabulary.directory import Capacity

Document = dict[str, Any]
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
NEEDED_OF_ADDRESS = ("address_1", "city", "state_province", "postal_code", "country")
# What a full service needs, besides the parts, in as few questions as there are tables.
NESTED = (
    "organisation__identifiers", "attributes__term__taxonomy", "contacts__phones", "phones",
    "at_locations__location__addresses", "at_locations__location__accessibility",
)  # fmt: skip
CAPACITY_NAMES = {
    Capacity.ROOM_NOW: "Room now",
    Capacity.WAITING_LIST: "Waiting list",
    Capacity.FULL: "Full",
}


def summary(service: Service) -> Document:
    """A service as it is listed: what it has one of."""
    return _without_empty(
        {
            "id": str(service.uuid),
            "organization_id": str(service.organisation.uuid),
            "name": service.name,
            "description": service.description,
            "url": service.website,
            "email": service.email if EMAIL.fullmatch(service.email) else "",
            "status": service.status,
            "fees": service.fees,
            "accreditations": service.accreditations,
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "eligibility_description": service.eligibility,
            "application_process": service.referral,
            "assured_date": plain(service.checked_on),
            "alert": service.alert,
            "last_modified": plain(service.last_modified),
            "organization": organisation(service.organisation),
        }
    )


def full(service: Service) -> Document:
    """A service with everything of it."""
    parts = {name: [written(each) for each in rows] for name, rows in parts_of(service).items()}
    return _without_empty(
        {
            **summary(service),
            "organization": full_organisation(service.organisation),
            **parts,
            "service_at_locations": [at_location(each) for each in service.at_locations.all()],
            "contacts": _contacts(service),
            "attributes": _attributes(service),
        }
    )


def parts_of(service: Service) -> dict[str, list[Any]]:
    """The simple lists, the times as they are shown."""
    found = {
        name: list(getattr(service, f"{model.__name__.lower()}s").all()) for name, model in PARTS.items()
    }
    if service.opening_hours and hours(found["schedules"]) != service.opening_hours:
        schedule = Schedule(uuid=derived_id("Schedule", service.pk), description=service.opening_hours)
        found["schedules"] = [schedule]
    return found


def organisation(row: Organisation) -> Document:
    """An organisation as it is listed. The standard wants a description: its name, where it has none."""
    email = row.email if EMAIL.fullmatch(row.email) else ""
    return written(row, key="", description=row.description or row.name, email=email)


def full_organisation(row: Organisation) -> Document:
    """An organisation with the numbers by which others know it."""
    numbers = [written(each) for each in row.identifiers.all()]
    return organisation(row) | ({"organization_identifiers": numbers} if numbers else {})


def at_location(row: At) -> Document:
    """That a service is at a place, with the place."""
    return {
        "id": str(row.uuid),
        "service_id": str(row.service.uuid),
        "location_id": str(row.location.uuid),
        "location": location(row.location),
    }


def location(row: Location) -> Document:
    """A place, with those addresses that have all that the standard wants of one."""
    return written(
        row,
        addresses=[written(each) for each in row.addresses.all() if _is_whole(each)],
        accessibility=[written(each) for each in row.accessibility.all()],
    )


def _is_whole(address: Address) -> bool:
    return all(getattr(address, name) for name in NEEDED_OF_ADDRESS)


def _contacts(service: Service) -> list[Document]:
    """Whom to ask; a number that is nobody's in particular has a contact of its own, as the standard wants it."""
    phones = [each for each in service.phones.all() if not each.personal]
    if service.telephone and service.telephone not in {each.number for each in phones}:
        phones = [Phone(uuid=derived_id("Phone", service.pk), number=service.telephone)]
    contacts = [
        written(each, phones=[written(phone) for phone in phones if phone.contact_id == each.pk])
        for each in service.contacts.all()
        if not each.personal and _is_reachable(each)
    ]
    alone = [
        {"id": str(derived_id("Contact", str(each.uuid))), "phones": [written(each)]}
        for each in phones
        if each.contact_id is None
    ]
    return contacts + alone


def _is_reachable(contact: Contact) -> bool:
    return bool(contact.name or contact.title or contact.email)


def _attributes(service: Service) -> list[Document]:
    kinds = [_attribute(each) for each in service.attributes.all()]
    return kinds + _capacity(service)


def _attribute(row: Attribute) -> Document:
    return written(row, taxonomy_term_id=str(row.term.uuid), taxonomy_term=term(row.term))


def term(row: Any) -> Document:
    """A term of a taxonomy; its name describes it where nothing else does."""
    return written(
        row,
        parent_id=str(row.parent_id) if row.parent_id else "",
        description=row.description or row.name,
        taxonomy=row.taxonomy.name,
        taxonomy_id=str(row.taxonomy.uuid),
    )


def capacity_taxonomy() -> Document:
    """Our own taxonomy of room and waiting lists."""
    name = "Capacity"
    return {"id": str(CAPACITY), "name": name, "description": "Whether a service has room for somebody now."}


def capacity_terms() -> list[Document]:
    """Its terms."""
    return [
        {
            "id": str(uuid),
            "name": CAPACITY_NAMES[each],
            "description": CAPACITY_NAMES[each],
            "taxonomy": "Capacity",
            "taxonomy_id": str(CAPACITY),
            "term": each.value,
        }
        for uuid, each in CAPACITY_TERMS.items()
    ]


def _capacity(service: Service) -> list[Document]:
    return [
        {
            "id": str(derived_id("Attribute", service.pk, "capacity")),
            "link_type": "service",
            "taxonomy_term_id": each["id"],
            "taxonomy_term": each,
        }
        for each in capacity_terms()
        if each["term"] == service.capacity
    ]


def _without_empty(document: Document) -> Document:
    return {name: value for name, value in document.items() if value not in ("", None, [])}


def in_order(services: Iterable[Service], ids: list[Any]) -> list[Service]:
    """The services in the order of these keys."""
    place = {key: number for number, key in enumerate(ids)}
    return sorted(services, key=lambda each: place[each.pk])
