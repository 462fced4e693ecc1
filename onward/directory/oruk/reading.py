"""A service as Open Referral UK 3 gives it, with all that is nested in it, read into rows."""

from collections.abc import Mapping
from typing import Any

from onward.directory.dates import is_stale
from onward.directory.entries import Entry, Place, derived_id
from onward.directory.models import Attribute, Organisation, OrganisationIdentifier, Schedule, Service
from onward.directory.names import key, readable
from onward.directory.oruk.contacts import Reach, read_reach
from onward.directory.oruk.context import Context
from onward.directory.oruk.given import Given
from onward.directory.oruk.hours import hours
from onward.directory.oruk.kinds import read_capacity, read_kinds
from onward.directory.oruk.parts import read_parts
from onward.directory.oruk.places import read_places
from onward.directory.personal import is_confidential, is_personal_email
from onward.directory.withholding import withhold
from onward.policy.directory import Keeping
from onward.vocabulary.directory import Status
from onward.vocabulary.postcodes import tidy

OLDEST = 130


def id_of(document: Mapping[str, Any], source: str) -> str:
    """The id under which a service is kept: the source's own where it is a UUID, else with the source before it."""
    given = Given(document, [])
    own = given.uuid("id")
    return str(own) if own else f"{source}:{given.text('id')}"


def read_service(document: Mapping[str, Any], context: Context) -> tuple[Entry | None, list[str]]:
    """The service, and what had to be left out of it; None with why, where it cannot be read at all."""
    faults: list[str] = []
    given = Given(document, faults)
    for needed in ("id", "name"):
        if not given.text(needed):
            return None, [f"it has no {needed}, so it was not loaded: give it one"]
    service_id = id_of(document, context.source)
    reach = read_reach(given, service_id, context.keeping)
    places = read_places(given, service_id, context.places)
    kinds = read_kinds(given, service_id, context.source)
    parts = read_parts(given, service_id)
    service = _service(given, service_id, reach, context)
    organisation, identifiers = _organisation(given, service.name, context.keeping)
    service.organisation = organisation
    _summarise(service, places, [each for each in parts if isinstance(each, Schedule)], kinds, context)
    names = (service.name, organisation.name, *(each.term.name for each in kinds))
    by_words = bool(document.get("confidential")) or is_confidential(
        names, f"{service.description} {organisation.description}", context.keeping
    )
    service.confidential = not context.decided.get(service_id, not by_words)
    entry = Entry(
        service,
        tuple(identifiers),
        tuple(places),
        (*parts, *reach.contacts, *reach.phones),
        tuple(kinds),
        faults,
    )
    return withhold(entry, reach.secrets), faults


def _service(given: Given, service_id: str, reach: Reach, context: Context) -> Service:
    checked_on = given.day("assured_date")
    email = given.text("email")
    return Service(
        id=service_id,
        uuid=given.uuid("id") or derived_id("Service", service_id),
        name=readable(given.text("name")),
        name_given=given.text("name"),
        description=given.text("description"),
        website=given.link("url"),
        email=email if email not in reach.secrets and "@" in email else reach.first_email(),
        telephone=reach.first_number(),
        status=_status(given),
        **{name: given.text(name) for name in ("fees", "accreditations", "alert")},
        eligibility=given.text("eligibility_description"),
        referral=given.text("application_process"),
        minimum_age=given.whole("minimum_age", OLDEST),
        maximum_age=given.whole("maximum_age", OLDEST),
        capacity=read_capacity(given),
        source=context.title,
        checked_on=checked_on,
        checked_said=given.text("assured_date"),
        checked_by=context.title if checked_on else "",
        stale=is_stale(checked_on, on=context.on, months=context.stale_after_months),
        source_modified=given.text("last_modified"),
        source_digest=context.digest(given.said, service_id),
    )


def _status(given: Given) -> Status:
    said = given.text("status").lower()
    if said and said not in set(Status):
        given.faults.append(
            f"its status ({said[:40]}) is none of {', '.join(Status)}, so it counts as active"
        )
    return Status(said) if said in set(Status) else Status.ACTIVE


def _organisation(
    given: Given, service_name: str, keeping: Keeping
) -> tuple[Organisation, list[OrganisationIdentifier]]:
    said = given.object("organization")
    name = readable(said.text("name")) or service_name
    organisation = Organisation(
        key=key(name),
        uuid=said.uuid("id") or derived_id("Organisation", key(name)),
        name=name,
        website=said.link("website"),
        **{each: said.text(each) for each in ("description", "logo", "uri")},
    )
    if not is_personal_email(said.text("email"), "", keeping):
        organisation.email = said.text("email")
    identifiers = [
        OrganisationIdentifier(
            organisation=organisation,
            uuid=each.uuid("id") or derived_id("OrganisationIdentifier", key(name), each.text("identifier")),
            **{
                column: each.text(column) for column in ("identifier_scheme", "identifier_type", "identifier")
            },
        )
        for each in said.items("organization_identifiers")
        if each.text("identifier") and each.text("identifier_type")
    ]
    return organisation, identifiers


def _summarise(
    service: Service, places: list[Place], schedules: list[Schedule], kinds: list[Attribute], context: Context
) -> None:
    """What lists and search need of the first place, the times and the kinds."""
    service.opening_hours = hours(schedules)
    service.category = kinds[0].term.name if kinds else ""
    for place in places[:1]:
        service.latitude, service.longitude = place.location.latitude, place.location.longitude
        for address in place.addresses[:1]:
            lines = (place.location.name, address.address_1, address.city)
            service.address = ", ".join(dict.fromkeys(each for each in lines if each))
            service.postcode = address.postal_code
    postcode = tidy(service.postcode)
    service.outside_area = bool(postcode) and postcode not in context.places
