"""How good ways of ranking are on ratings that were kept back, with what their places hid given back.

A person counts by what their list brings, as a share of what the best lists bring on average. Each person's own best is
no measure here: one rating of what was hardly seen would make it large, and so count for little.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onward.ranking.learned import Learned
from onward.ranking.learning.fitting import seen_at
from onward.ranking.learning.measuring import by_person, cumulated, gain, most
from onward.ranking.learning.model import Rated
from onward.ranking.scoring import components, suits

Score: TypeAlias = Callable[[Rated], float]
Shares: TypeAlias = NDArray[np.float64]
FEW_EACH = 1.5  # with fewer ratings a person than this, those with the same needs are taken together


def judged(kept_back: Sequence[Rated], learned: Learned) -> Mapping[str, Shares]:
    """For each way of ranking the nDCG@10 of every person who had a choice, such that the mean is that of all."""
    seen = seen_at(kept_back, learned)
    gains = [gain(one.rating, float(each)) for one, each in zip(kept_back, seen, strict=True)]
    people = _people(kept_back, gains)
    best = np.mean([most([gains[at] for at in own]) for own in people]) if people else 1.0
    return {
        way: np.array([_brought(kept_back, gains, own, score) for own in people]) / best
        for way, score in ways(learned).items()
    }


def ways(learned: Learned) -> Mapping[str, Score]:
    """What was learned, the plain ranking, and two that are simpler still."""
    return {
        "learned": lambda one: learned.score(one.candidate, one.wishes, one.km),
        "plain": lambda one: suits(one.candidate, one.wishes, one.km),
        "distance_only": lambda one: -(float("inf") if one.km is None else one.km),
        "words_only": _by_words,
    }


def _by_words(one: Rated) -> float:
    told = components(one.candidate, one.wishes, one.km)
    return told["words"] + told["needs"]


def _people(rated: Sequence[Rated], gains: Sequence[float]) -> list[list[int]]:
    """The ratings of each who had a choice: who rated services, not all alike."""
    people = [one.person for one in rated]
    if len(people) < FEW_EACH * len(set(people)):
        people = [" ".join(sorted(one.wishes.needs)) for one in rated]
    return [own for own in by_person(people).values() if len({gains[at] for at in own}) > 1]


def _brought(rated: Sequence[Rated], gains: Sequence[float], own: Sequence[int], score: Score) -> float:
    ids = [rated[at].candidate.service_id for at in own]
    return cumulated([score(rated[at]) for at in own], [gains[at] for at in own], ids)
