"""The map of one page of a list, or of one service."""

from collections.abc import Iterable

from django.db.models import Avg, Max, Min

from onward.directory.found import Place, ServiceInfo
from onward.directory.mapping.drawing import Picture, draw
from onward.directory.mapping.outlines import Outline, Point, outline_of
from onward.directory.models import Area, Postcode

AROUND = 0.01  # degrees: what is so little outside the area is still drawn


def picture(services: Iterable[tuple[int, ServiceInfo]], here: Place | None) -> Picture | None:
    """The map with these services by their numbers; None where not one of them has a place that is known."""
    numbered = [(number, _point(each.latitude, each.longitude)) for number, each in services]
    corners = _corners()
    if corners is None or not any(at for _number, at in numbered):
        return None
    drawn = draw(numbered, (here.longitude, here.latitude) if here else None, _outlines(), _wards(), corners)
    return drawn if drawn.pins else None


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (longitude, latitude)


def _corners() -> tuple[Point, Point] | None:
    found = Postcode.objects.aggregate(
        west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude")
    )
    if found["west"] is None:
        return None
    return (found["west"] - AROUND, found["south"] - AROUND), (
        found["east"] + AROUND,
        found["north"] + AROUND,
    )


def _outlines() -> list[Outline]:
    area = Area.objects.only("outlines").first()
    return [outline_of(each) for each in area.outlines] if area else []


def _wards() -> list[tuple[str, Point]]:
    """The name of each ward and its middle, by its postcodes."""
    rows = Postcode.objects.exclude(ward="").values("ward").order_by("ward")
    middles = rows.annotate(north=Avg("latitude"), east=Avg("longitude"))
    return [(row["ward"], (row["east"], row["north"])) for row in middles]
