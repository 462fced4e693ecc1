"""Places: one row a place, however many services are there; a place where nothing is any more goes."""

from collections.abc import Iterable, Sequence
from itertools import chain

from onward.directory.entries import Entry, Place, columns, derived_id
from onward.directory.models import Accessibility, Address, Location, ServiceAtLocation

CHUNK = 2_000


def write_places(entries: Sequence[Entry]) -> None:
    """Replace where these services are."""
    services = [each.service.pk for each in entries]
    left = set(Location.objects.filter(at_services__service__in=services).values_list("pk", flat=True))
    ServiceAtLocation.objects.filter(service__in=services).delete()
    places = [(entry, place) for entry in entries for place in entry.places]
    _write_locations([place for _entry, place in places])
    taken = _taken(place for _entry, place in places)
    rows = []
    for entry, place in places:
        row = place.at
        row.service, row.location_id = entry.service, place.location.pk
        if row.uuid in taken:
            row.uuid = derived_id("ServiceAtLocation", entry.service.pk, str(place.location.uuid))
        if row.uuid not in taken:
            taken.add(row.uuid)
            rows.append(row)
    ServiceAtLocation.objects.bulk_create(rows, batch_size=CHUNK)
    Location.objects.filter(pk__in=left, at_services=None).delete()


def _write_locations(places: list[Place]) -> None:
    by_uuid = {place.location.uuid: place for place in places}
    Location.objects.bulk_create(
        [place.location for place in by_uuid.values()],
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["uuid"],
        update_fields=[each for each in columns(Location) if each != "uuid"],
    )
    keys = dict(Location.objects.filter(uuid__in=by_uuid).values_list("uuid", "pk"))
    for place in places:
        place.location.pk = keys[place.location.uuid]
        for address in place.addresses:
            address.location = place.location
        for each in place.accessibility:
            each.location = place.location
    for model in (Address, Accessibility):
        model.objects.filter(location__in=keys.values()).delete()
    Address.objects.bulk_create(
        chain.from_iterable(each.addresses for each in by_uuid.values()), batch_size=CHUNK
    )
    Accessibility.objects.bulk_create(
        chain.from_iterable(each.accessibility for each in by_uuid.values()), batch_size=CHUNK
    )


def _taken(places: Iterable[Place]) -> set[object]:
    """Ids that stand for another service already: feeds are known to use one twice."""
    wanted = [place.at.uuid for place in places]
    return set(ServiceAtLocation.objects.filter(uuid__in=wanted).values_list("uuid", flat=True))
