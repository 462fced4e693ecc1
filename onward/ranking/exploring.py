"""A service that nobody has rated can never rise by its ratings: now and then one is shown all the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from onward.ranking.learned import Learned

POOL = 20  # of the best that are not known yet, one is shown
ABOVE = 0.0001  # the least by which scores differ


@dataclass(frozen=True)
class Exploring:
    """How often, where, and whom. `chance` and `pick` are from 0 up to 1, the same for a person all day."""

    share: float  # of lists that show a service which few have rated
    place: int  # on the list, from 1
    least: float  # it must score at least this share of the service it goes before
    chance: float
    pick: float


def raised(scores: Mapping[str, float], learned: Learned, exploring: Exploring) -> dict[str, float]:
    """The new score of the one service that is raised; nothing where none is due, or none deserves it."""
    if exploring.chance >= exploring.share or len(scores) < exploring.place:
        return {}
    order = sorted(scores, key=lambda each: (-scores[each], each))
    goal = scores[order[exploring.place - 1]]
    pool = [
        each
        for each in order[exploring.place :]
        if not learned.known(each) and scores[each] >= exploring.least * goal
    ][:POOL]
    if not pool:
        return {}
    chosen = pool[min(len(pool) - 1, int(exploring.pick * len(pool)))]
    return {chosen: min(1.0, goal + ABOVE)}
