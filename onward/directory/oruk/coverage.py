"""Whether an area that a service is for holds a point."""

import json
from collections.abc import Iterable
from typing import Any


def holds(extent: str, latitude: float, longitude: float) -> bool | None:
    """Whether GeoJSON holds a point, its holes left out; None where it is nothing that can be read as an area."""
    try:
        said = json.loads(extent)
        polygons = list(_polygons(said.get("geometry", said)))
        found = any(_in_polygon(each, longitude, latitude) for each in polygons)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return None
    return found if polygons else None


def _polygons(shape: dict[str, Any]) -> Iterable[list[list[list[float]]]]:
    if shape["type"] == "Polygon":
        yield shape["coordinates"]
    elif shape["type"] == "MultiPolygon":
        yield from shape["coordinates"]
    elif shape["type"] == "FeatureCollection":
        for each in shape["features"]:
            yield from _polygons(each["geometry"])


def _in_polygon(rings: list[list[list[float]]], east: float, north: float) -> bool:
    outer, *holes = rings
    return _in_ring(outer, east, north) and not any(_in_ring(each, east, north) for each in holes)


def _in_ring(ring: list[list[float]], east: float, north: float) -> bool:
    """By the even-odd rule: a line from the point crosses the edge an odd number of times."""
    inside = False
    for (x1, y1, *_), (x2, y2, *_more) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > north) != (y2 > north) and east < (x2 - x1) * (north - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
