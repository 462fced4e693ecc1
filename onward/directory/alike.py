"""How alike two services are, in points, with the reasons; and which pairs are worth comparing at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

SIMILAR = 0.75  # of the words of two names, how many they share
MOST_IN_A_GROUP = 25  # more than so many with one number is a switchboard, not a duplicate


@dataclass(frozen=True)
class Marks:
    """What one service can be known by; an empty mark says nothing. All but the id are already made comparable."""

    service: str
    name: str
    postcode: str
    telephone: str
    website: str
    email: str
    charity: str


@dataclass(frozen=True)
class Likeness:
    """Two services, `first` with the smaller id; how alike they are, and why: the names of the points."""

    first: str
    second: str
    points: int
    reasons: tuple[str, ...]


def pairs(known: Iterable[Marks], points: Mapping[str, int], propose_from: int) -> Iterator[Likeness]:
    """Every pair with at least `propose_from` points, the most alike first."""
    likely: dict[tuple[str, str], Likeness] = {}
    for group in _groups(known):
        for one, other in combinations(sorted(group, key=lambda each: each.service), 2):
            likely.setdefault((one.service, other.service), likeness(one, other, points))
    found = [each for each in likely.values() if each.points >= propose_from]
    yield from sorted(found, key=lambda each: (-each.points, each.first, each.second))


def likeness(one: Marks, other: Marks, points: Mapping[str, int]) -> Likeness:
    """How alike two services are."""
    reasons = [f"same_{mark}" for mark in ("postcode", "telephone", "website", "email", "charity")
               if getattr(one, mark) and getattr(one, mark) == getattr(other, mark)]  # fmt: skip
    if one.name == other.name:
        reasons.insert(0, "same_name")
    elif _share(one.name, other.name) >= SIMILAR:
        reasons.insert(0, "similar_name")
    if one.postcode and other.postcode and one.postcode != other.postcode:
        reasons.append("other_postcode")
    return Likeness(one.service, other.service, sum(points[each] for each in reasons), tuple(reasons))


def _groups(known: Iterable[Marks]) -> Iterator[list[Marks]]:
    """Services with one mark in common, without which no two can be alike enough."""
    groups: dict[tuple[str, str], list[Marks]] = {}
    for each in known:
        for mark in ("name", "telephone", "website", "email", "postcode"):
            if value := getattr(each, mark):
                groups.setdefault((mark, value), []).append(each)
    return (group for group in groups.values() if 1 < len(group) <= MOST_IN_A_GROUP)


def _share(one: str, other: str) -> float:
    words, others = set(one.split()), set(other.split())
    return len(words & others) / max(len(words | others), 1)
