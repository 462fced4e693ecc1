"""Outlines of wards from a file of boundaries (GeoJSON, longitude and latitude).

Smaller areas are put together by ward: an edge that two of them share is inside, and goes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from onward.directory.report import Problem

Point: TypeAlias = tuple[float, float]  # longitude, latitude
Ring: TypeAlias = tuple[Point, ...]
DIGITS = 5  # of a degree: about a metre


@dataclass(frozen=True)
class Outline:
    """Where a ward ends; several rings where it has parts or holes."""

    name: str
    rings: tuple[Ring, ...]

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "rings": self.rings}


def read_outlines(file: Path | None, wards: Mapping[str, str]) -> tuple[list[Outline], list[Problem]]:
    """The outlines; `wards` are by the code of a smaller area. A file that cannot be read is told."""
    if file is None:
        return [], []
    try:
        features = json.loads(file.read_text(encoding="utf-8-sig"))["features"]
        rings = [pair for each in features for pair in _rings(each, wards)]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        says = "is no GeoJSON with polygons that can be read, so maps are drawn without outlines: correct it"
        return [], [Problem(file.name, 1, says, loaded=False)]
    by_name: dict[str, list[Ring]] = {}
    for name, ring in rings:
        by_name.setdefault(name, []).append(ring)
    return [Outline(name, tuple(_together(found))) for name, found in sorted(by_name.items())], []


def outline_of(said: Mapping[str, Any]) -> Outline:
    """One that was kept."""
    return Outline(said["name"], tuple(tuple((x, y) for x, y in ring) for ring in said["rings"]))


def _rings(feature: Mapping[str, Any], wards: Mapping[str, str]) -> Iterator[tuple[str, Ring]]:
    says, shape = feature["properties"], feature["geometry"]
    name = wards.get(says.get("area_code", ""), "") or str(says.get("area_name", ""))
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            points = tuple((round(float(x), DIGITS), round(float(y), DIGITS)) for x, y, *_height in ring)
            yield name, _turned(points, left=number == 0)


def _turned(ring: Ring, *, left: bool) -> Ring:
    """The outer ring anticlockwise and holes clockwise, so that two neighbours run along an edge in opposite ways."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if (area > 0) == left else ring[::-1]


def _together(rings: Iterable[Ring]) -> Iterator[Ring]:
    """The rings around all of them."""
    edges: dict[Point, list[Point]] = {}
    for ring in rings:
        for start, end in pairwise(ring):
            if start in edges.get(end, ()):
                edges[end].remove(start)
            else:
                edges.setdefault(start, []).append(end)
    for start in edges:
        while edges[start]:
            around = [start]
            while edges.get(around[-1]):
                around.append(edges[around[-1]].pop())
            yield tuple(around)
