"""The boundaries of the made-up council's wards: each has what is nearer to its middle than to any other's."""

import json
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
EDGE = 1.06  # how much farther out the council's boundary is than its outermost postcodes
NARROWER = 0.585  # a degree of longitude so far north, beside one of latitude


def ward_boundaries(postcodes: Iterable[Mapping[str, str]]) -> str:
    """As GeoJSON, one area a ward."""
    where: dict[str, list[Point]] = {}
    for each in postcodes:
        where.setdefault(each["ward"], []).append(
            (float(each["longitude"]) * NARROWER, float(each["latitude"]))
        )
    middles = {ward: _middle(points) for ward, points in where.items()}
    around = _around([point for points in where.values() for point in points])
    cells = {ward: _cell(middle, middles.values(), around) for ward, middle in middles.items()}
    return json.dumps({"type": "FeatureCollection", "features": [_feature(*each) for each in cells.items()]})


def _feature(ward: str, cell: Sequence[Point]) -> dict[str, object]:
    ring = [[round(x / NARROWER, 6), round(y, 6)] for x, y in (*cell, cell[0])]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"area_name": ward}, "geometry": geometry}


def _middle(points: Iterable[Point]) -> Point:
    points = list(points)
    return fmean(x for x, _y in points), fmean(y for _x, y in points)


def _around(points: Sequence[Point]) -> list[Point]:
    """The convex hull, a little wider (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    hull = [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]
    at_x, at_y = _middle(hull)
    return [(at_x + (x - at_x) * EDGE, at_y + (y - at_y) * EDGE) for x, y in hull]


def _half(points: Iterable[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cell(middle: Point, others: Iterable[Point], around: list[Point]) -> list[Point]:
    """What is left of the whole once everything nearer to another middle is cut off."""
    cell = around
    for other in others:
        if other != middle:
            cell = _cut(cell, middle, other)
    return cell


def _cut(cell: Sequence[Point], mine: Point, other: Point) -> list[Point]:
    kept: list[Point] = []
    for start, end in zip(cell, [*cell[1:], cell[0]], strict=True):
        before, after = _nearer(start, mine, other), _nearer(end, mine, other)
        if before >= 0:
            kept.append(start)
        if before * after < 0:
            share = before / (before - after)
            kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
    return kept


def _nearer(point: Point, mine: Point, other: Point) -> float:
    """Above 0 where the point is nearer to mine."""
    (x, y), (a, b), (c, d) = point, mine, other
    return (x - c) ** 2 + (y - d) ** 2 - (x - a) ** 2 - (y - b) ** 2
