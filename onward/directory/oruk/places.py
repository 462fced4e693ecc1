"""Where a service is, as a document gives it."""

from onward.directory.entries import Place, derived_id
from onward.directory.models import Accessibility, Address, Location, ServiceAtLocation
from onward.directory.oruk.given import Given
from onward.directory.oruk.parts import read
from onward.directory.places import coordinates
from onward.directory.rows import Places
from onward.vocabulary.directory import LocationType
from onward.vocabulary.postcodes import tidy


def read_places(given: Given, service_id: str, places: Places) -> list[Place]:
    """Every place of the service, with coordinates that can be: its own, or those of its postcode."""
    return [
        _place(each, each.object("location"), f"{service_id} {number}", places)
        for number, each in enumerate(given.items("service_at_locations"))
        if each.object("location").said
    ]


def _place(at: Given, given: Given, number: str, places: Places) -> Place:
    location_id = given.text("id") or number
    location = Location(
        uuid=given.uuid("id") or derived_id("Location", location_id),
        location_type=_type(given.text("location_type")),
        **{name: given.text(name) for name in ("name", "description")},
        **{name: given.text(name) for name in ("external_identifier", "external_identifier_type")},
    )
    addresses = tuple(
        _address(each, location_id, str(number), location)
        for number, each in enumerate(given.items("addresses"))
    )
    postcode = next((found for each in addresses if (found := tidy(each.postal_code))), "")
    location.latitude, location.longitude = _coordinates(given, postcode, places)
    return Place(
        at=ServiceAtLocation(
            uuid=at.uuid("id") or derived_id("ServiceAtLocation", number), location=location
        ),
        location=location,
        addresses=addresses,
        accessibility=tuple(
            read(Accessibility, each, location_id, str(number), location=location)
            for number, each in enumerate(given.items("accessibility"))
        ),
    )


def _address(given: Given, location_id: str, number: str, location: Location) -> Address:
    address = read(Address, given, location_id, number, location=location)
    address.address_type = _type(address.address_type)
    address.postal_code = tidy(address.postal_code) or address.postal_code
    return address


def _type(said: str) -> LocationType:
    return LocationType(said) if said in set(LocationType) else LocationType.PHYSICAL


def _coordinates(given: Given, postcode: str, places: Places) -> tuple[float | None, float | None]:
    at, doubt = coordinates(given.text("latitude"), given.text("longitude"))
    instead = places.get(postcode)
    if doubt:
        doubt += ", so its postcode's were used" if instead else ", so its place is not known"
        given.faults.append(f"{doubt}: correct them")
    return at or instead or (None, None)
