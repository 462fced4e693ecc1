"""Places by their names: wards, towns, and places that services name. Several of one name are offered as a choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from django.db.models import Avg
from django.utils.translation import gettext as _

from onward.directory.found import Place
from onward.directory.models import Address, Location, Postcode
from onward.directory.names import key

MOST_OFFERED = 8
LONGEST_NAME = 80
FEWEST_IN_A_TOWN = 2  # a town that one address names may be a street


@dataclass(frozen=True)
class Named:
    """A place with a name. `label` tells it from others of the same name, and finds it again."""

    name: str
    label: str
    place: Place


def places_named(text: str) -> tuple[Named, ...]:
    """The one place that is meant, or those that may be; none where nothing is called so."""
    wanted = key(text[:LONGEST_NAME])
    if not wanted:
        return ()
    known = list(_known())
    for matches in (
        [each for each in known if key(each.label) == wanted],
        [each for each in known if key(each.name) == wanted],
        [each for each in known if f" {wanted} " in f" {key(each.name)} "],
    ):
        if matches:
            return tuple(matches[:MOST_OFFERED])
    return ()


def _known() -> Iterator[Named]:
    wards = {each.name: each for each in _wards()}
    yield from wards.values()
    yield from (each for each in _towns() if each.name not in wards)  # of a ward its middle is better known
    yield from _named_locations()


def _wards() -> Iterator[Named]:
    rows = (
        Postcode.objects.exclude(ward="")
        .values("ward")
        .annotate(north=Avg("latitude"), east=Avg("longitude"))
    )
    for row in rows.order_by("ward"):
        ward = row["ward"]
        yield Named(
            ward, _("%(name)s (ward)") % {"name": ward}, Place("", row["north"], row["east"], ward, "")
        )


def _towns() -> Iterator[Named]:
    rows = (
        Address.objects.exclude(city="")
        .exclude(city__regex=r"\d")
        .filter(location__at_services__service__closed=False)
        .values_list("city", "location__latitude", "location__longitude")
        .order_by("city", "pk")
        .distinct()
    )
    where: dict[str, list[tuple[float, float]]] = {}
    for city, north, east in rows:
        if north is not None and east is not None:
            where.setdefault(city.strip(" ."), []).append((north, east))
    for city, found in where.items():
        if len(found) >= FEWEST_IN_A_TOWN:
            middle = Place(
                "", median(north for north, _e in found), median(east for _n, east in found), "", ""
            )
            yield Named(city, _("%(name)s (town)") % {"name": city}, middle)


def _named_locations() -> Iterator[Named]:
    rows = (
        Location.objects.exclude(name="")
        .filter(at_services__service__closed=False)
        .values_list("name", "latitude", "longitude", "addresses__postal_code")
        .distinct()
    )
    for name, north, east, postcode in rows.order_by("name", "latitude"):
        if north is not None and east is not None:
            label = f"{name} ({postcode})" if postcode else name
            yield Named(name, label, Place("", north, east, "", ""))
