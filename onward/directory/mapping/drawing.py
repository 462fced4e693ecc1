"""From places to what is drawn: everything in units of the picture. Told everything, it asks nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from onward.directory.mapping.outlines import Outline, Point

WIDTH, HEIGHT, MARGIN = 400, 420, 34
KM_NORTH, KM_EAST = 111.195, 111.32  # a degree, at the equator
LEAST_KM = 1.5  # across: closer than this a map says nothing of where one is
PIN = 13  # half the height of a number on the map
LETTER, LINE = 8.2, 18  # the width of a letter and the height of a line, about
AWAY = (0, 1, -1, 2, -2)  # lines from its middle at which a name may stand
BARS = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)  # km that a scale may show


@dataclass(frozen=True)
class Pin:
    """A number of the list, or several that stand in one spot."""

    text: str
    x: float
    y: float
    half: float  # of its width


@dataclass(frozen=True)
class Name:
    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """What is drawn. `unseen` are the numbers of the list that lie outside it, or nowhere known."""

    outlines: tuple[str, ...]  # the `d` of a path
    names: tuple[Name, ...]
    pins: tuple[Pin, ...]
    here: Point | None
    bar: float
    bar_km: str
    unseen: tuple[int, ...]


@dataclass(frozen=True)
class Frame:
    """The part of the earth that is drawn: its north-west corner, and units to a kilometre."""

    west: float
    north: float
    scale: float
    east_km: float  # of a degree

    def at(self, longitude: float, latitude: float) -> Point:
        x = MARGIN + (longitude - self.west) * self.east_km * self.scale
        return round(x, 1), round(MARGIN + (self.north - latitude) * KM_NORTH * self.scale, 1)


def draw(
    numbered: Iterable[tuple[int, Point | None]],
    here: Point | None,
    outlines: Sequence[Outline],
    wards: Sequence[tuple[str, Point]],
    area: tuple[Point, Point],
) -> Picture:
    """The picture of these places, within the area: its south-west and north-east corners."""
    spots = [(number, at if at and _within(at, area) else None) for number, at in numbered]
    seen = [at for _number, at in spots if at]
    frame = _frame([*seen, *([here] if here else [])] if here or len(seen) > 1 else [*seen, *area])
    pins = _pins([(number, frame.at(*at)) for number, at in spots if at])
    bar_km = max((each for each in BARS if each * frame.scale <= WIDTH / 3), default=BARS[0])
    return Picture(
        outlines=tuple(d for each in outlines if (d := _path(each, frame))),
        names=tuple(_names(wards, frame, pins)),
        pins=tuple(pins),
        here=frame.at(*here) if here else None,
        bar=round(bar_km * frame.scale, 1),
        bar_km=f"{bar_km:g}",
        unseen=tuple(number for number, at in spots if not at),
    )


def _within(at: Point, area: tuple[Point, Point]) -> bool:
    (west, south), (east, north) = area
    return west <= at[0] <= east and south <= at[1] <= north


def _frame(points: Sequence[Point]) -> Frame:
    """The smallest that holds the points, in the middle."""
    longitudes, latitudes = [x for x, _y in points], [y for _x, y in points]
    middle_x, middle_y = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    east_km = KM_EAST * cos(radians(middle_y))
    across = max((max(longitudes) - min(longitudes)) * east_km, LEAST_KM)
    along = max((max(latitudes) - min(latitudes)) * KM_NORTH, LEAST_KM)
    wide, high = WIDTH - 2 * MARGIN, HEIGHT - 3 * MARGIN  # the scale stands below
    scale = min(wide / across, high / along)
    return Frame(
        middle_x - wide / 2 / scale / east_km, middle_y + high / 2 / scale / KM_NORTH, scale, east_km
    )


def _path(outline: Outline, frame: Frame) -> str:
    """Its rings, where any of it is in the picture."""
    rings = [[frame.at(*point) for point in ring] for ring in outline.rings]
    points = [point for ring in rings for point in ring]
    if not points or not _touches(points):
        return ""
    return "".join("M" + " ".join(f"{x:g},{y:g}" for x, y in ring) + "Z" for ring in rings)


def _touches(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return min(xs) < WIDTH and max(xs) > 0 and min(ys) < HEIGHT and max(ys) > 0


def _pins(spots: Sequence[tuple[int, Point]]) -> list[Pin]:
    """One pin for each spot; numbers that would cover each other share one."""
    groups: list[tuple[Point, list[int]]] = []
    for number, at in spots:
        near = next((group for group in groups if _covers(group, at)), None)
        if near:
            near[1].append(number)
        else:
            groups.append((at, [number]))
    return [Pin(text := _said(numbers), x, y, _half(text)) for (x, y), numbers in groups]


def _covers(group: tuple[Point, list[int]], at: Point) -> bool:
    (x, y), numbers = group
    return abs(at[1] - y) < 2 * PIN and abs(at[0] - x) < _half(_said(numbers)) + PIN


def _said(numbers: Sequence[int]) -> str:
    """`3`, `3, 7`, or `3 +2` where several more stand there."""
    return ", ".join(map(str, numbers)) if len(numbers) < 3 else f"{numbers[0]} +{len(numbers) - 1}"


def _half(text: str) -> float:
    return max(PIN, len(text) * LETTER / 2 + 6)


def _names(wards: Iterable[tuple[str, Point]], frame: Frame, pins: Sequence[Pin]) -> Iterable[Name]:
    """The names that fit without covering a number or each other."""
    taken = [(pin.x, pin.y, pin.half, float(PIN)) for pin in pins]
    taken.append((WIDTH / 4, HEIGHT - MARGIN / 2, WIDTH / 4, MARGIN / 2))  # the scale
    for text, at in wards:
        (x, middle), half = frame.at(*at), len(text) * LETTER / 2
        for y in (middle + step * LINE for step in AWAY):
            fits = half < x < WIDTH - half and LINE < y < HEIGHT - LINE
            if fits and not any(abs(x - a) < half + w and abs(y - b) < LINE / 2 + h for a, b, w, h in taken):
                taken.append((x, y, half, LINE / 2))
                yield Name(text, x, round(y, 1))
                break
