"""A new service, or a small group's, takes now and then a place near the top, with a chance that is known and kept.

What never stands high is never tried, however good it is. A place that was given by a known chance also says how much
people heed a place at all: what learning needs to judge a rating fairly (`learning/position.py`).
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Swapping:
    """How often, where, and whom. `chance` and `pick` are from 0 up to 1, and the same for the same showing."""

    share: float  # of lists on which somebody may rise
    place: int  # to which one rises, from 1
    least: float  # its score is at least this share of that of the service it goes before
    chance: float
    pick: float


@dataclass(frozen=True)
class Placed:
    """A service at its place, from 1, and with what chance it came to stand there."""

    service_id: str
    place: int
    chance: float


def placed(order: Sequence[tuple[str, float]], may_rise: Set[str], swapping: Swapping) -> list[Placed]:
    """The services with their scores, best first, at their places: at most two of them have changed places.

    Only what may rise, stands below the place and scores enough is picked, each with the same chance.
    """
    ids, pool = [service_id for service_id, _ in order], _pool(order, may_rise, swapping)
    at = swapping.place - 1
    swap = bool(pool) and swapping.chance < swapping.share
    if swap:
        chosen = pool[min(len(pool) - 1, int(swapping.pick * len(pool)))]
        ids[at], ids[chosen] = ids[chosen], ids[at]
    each_chance = swapping.share / len(pool) if pool else 0.0
    chances = [1.0] * len(ids)
    for number in pool:
        chances[number] = 1 - each_chance
    if pool:
        chances[at] = each_chance if swap else 1 - swapping.share
    if swap:
        chances[chosen] = each_chance
    return [Placed(each, place, chances[place - 1]) for place, each in enumerate(ids, 1)]


def _pool(order: Sequence[tuple[str, float]], may_rise: Set[str], swapping: Swapping) -> list[int]:
    """Where those stand that may rise."""
    if len(order) < swapping.place:
        return []
    goal = order[swapping.place - 1][1]
    return [
        number
        for number, (service_id, score) in enumerate(order)
        if number >= swapping.place and service_id in may_rise and score >= swapping.least * goal
    ]
