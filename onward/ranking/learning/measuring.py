"""How good an order is, and who is seen at all.

Source: Järvelin and Kekäläinen 2002 for the discounted cumulative gain; its correction for the place at which something
was shown as in `position.py`.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from math import log2

FIRST = 10


def cumulated(
    scores: Sequence[float], gains: Sequence[float], ids: Sequence[str], first: int = FIRST
) -> float:
    """What the first places of this order bring, each place less than the one before it; equal scores go by id."""
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], ids[at]))
    return sum(gains[at] / log2(place + 2) for place, at in enumerate(order[:first]))


def most(gains: Sequence[float], first: int = FIRST) -> float:
    """What the best order would bring."""
    return sum(gain / log2(place + 2) for place, gain in enumerate(sorted(gains, reverse=True)[:first]))


def coverage(lists: Iterable[Sequence[str]], services: Set[str], first: int = FIRST) -> float:
    """The share of the services that stand among the first of somebody's list."""
    shown = {each for listed in lists for each in listed[:first]}
    return len(shown & services) / len(services) if services else 0.0


def exposure(lists: Iterable[Sequence[str]], small: Set[str], first: int = FIRST) -> float:
    """The share of what small groups would get, were attention shared by the places they hold; 0 where none is shown.

    A place counts for less the lower it is, as in `ndcg`.
    """
    shares = [
        (1 / log2(place + 2), each in small) for listed in lists for place, each in enumerate(listed[:first])
    ]
    total = sum(weight for weight, _ in shares)
    return sum(weight for weight, is_small in shares if is_small) / total if total else 0.0


def gain(rating: int, seen: float) -> float:
    """What a rating is worth: 0, 1, 3 or 7, more where its place was hardly looked at."""
    return (1 << rating) / seen - 1 / seen


def by_person(people: Sequence[str]) -> Mapping[str, list[int]]:
    """The numbers of the ratings of each."""
    found: dict[str, list[int]] = {}
    for at, person in enumerate(people):
        found.setdefault(person, []).append(at)
    return found
