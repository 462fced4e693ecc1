"""A row of an area folder as an entry: the same rows that a document of the standard gives."""

import re
from dataclasses import fields

from onward.directory.entries import Entry, Place, derived_id
from onward.directory.models import (
    Accessibility,
    Address,
    Contact,
    Language,
    Location,
    Organisation,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
)
from onward.directory.models.parts import Part
from onward.directory.numbers import number_in
from onward.directory.oruk.kinds import kind
from onward.directory.personal import is_confidential, is_personal_email
from onward.directory.rows import ServiceRow
from onward.directory.withholding import withhold
from onward.policy.directory import Keeping

_ELSEWHERE = {
    "id", "organisation_key", "organisation_name", "place", "access", "travel", "languages", "serves",
}  # fmt: skip
_COPIED = tuple(each.name for each in fields(ServiceRow) if each.name not in _ELSEWHERE)


def entry_of(
    service_id: str, row: ServiceRow, *, area: str, doubled: bool, shown: bool | None, keeping: Keeping
) -> Entry:
    """The entry, under the id it is kept by. `shown`: what an editor decided about its place."""
    service = Service(
        id=service_id,
        uuid=derived_id("Service", service_id),
        organisation=Organisation(
            key=row.organisation_key,
            uuid=derived_id("Organisation", row.organisation_key),
            name=row.organisation_name,
        ),
        doubled=doubled,
        checked_by=row.source if row.checked_on else "",
        **{name: getattr(row, name) for name in _COPIED},
    )
    names = (service.name, service.organisation.name, service.category)
    by_words = is_confidential(names, service.description, keeping)
    service.confidential = by_words if shown is None else not shown
    parts, secrets = _parts(service, keeping)
    parts += _lists(service_id, row)
    kinds = (kind(service.category, _kinds_of(area), service_id),) if service.category else ()
    return withhold(
        Entry(service, places=_places(service, row, area), parts=parts, attributes=kinds), secrets
    )


def _places(service: Service, row: ServiceRow, area: str) -> tuple[Place, ...]:
    if service.latitude is None and not service.postcode and not service.address:
        return ()
    location = Location(
        uuid=derived_id("Location", service.id),
        name=row.place,
        description=row.travel,
        latitude=service.latitude,
        longitude=service.longitude,
    )
    town = service.address.rpartition(",")[2].strip() or area
    address = Address(
        uuid=derived_id("Address", service.id),
        location=location,
        address_1=service.address,
        city=town,
        state_province=area,
        postal_code=service.postcode,
        country="GB",
    )
    at = ServiceAtLocation(uuid=derived_id("ServiceAtLocation", service.id), location=location)
    easier = Accessibility(
        uuid=derived_id("Accessibility", service.id), location=location, description=row.access
    )
    return (Place(at, location, (address,), (easier,) if row.access else ()),)


def _parts(service: Service, keeping: Keeping) -> tuple[tuple[Part, ...], list[str]]:
    """When it is there and how to reach it; and the words that must not leave."""
    parts: list[Part] = []
    secrets: list[str] = []
    if service.opening_hours:
        uuid = derived_id("Schedule", service.id)
        parts.append(Schedule(uuid=uuid, description=service.opening_hours))
    if service.telephone:
        number = number_in(service.telephone) or service.telephone
        parts.append(Phone(uuid=derived_id("Phone", service.id), number=number))
    if service.email and is_personal_email(service.email, "", keeping):
        uuid = derived_id("Contact", service.id, "own")
        parts.append(Contact(uuid=uuid, email=service.email, personal=True))
        secrets.append(service.email)
    return tuple(parts), secrets


def _lists(service_id: str, row: ServiceRow) -> tuple[Part, ...]:
    """The languages that it speaks, and the areas that it serves."""
    languages = [
        Language(uuid=derived_id("Language", service_id, each), name=each) for each in _listed(row.languages)
    ]
    areas = [
        ServiceArea(uuid=derived_id("ServiceArea", service_id, each), name=each)
        for each in _listed(row.serves)
    ]
    return (*languages, *areas)


def _listed(said: str) -> list[str]:
    return list(dict.fromkeys(part for each in re.split("[,;|]", said) if (part := each.strip())))


def _kinds_of(area: str) -> Taxonomy:
    name = f"Kinds of service, {area}"
    return Taxonomy(uuid=derived_id("Taxonomy", "area", area), name=name, description=name)
