"""What ratings teach, found by least squares that hold to little until there is much to go by.

A rating is taken for a sum: what counts for everybody (the components and the plain score), and what is particular to
the service, to its kind, and to either for a need or an age. Each particular effect is drawn towards nothing, as
strongly as if a number of ratings had said so (ridge regression, which is what a mixed model predicts: Henderson 1975).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onward.ranking.learned import FAMILIES, Learned, families, told_of
from onward.ranking.learning.model import Rated
from onward.ranking.learning.position import attention
from onward.ranking.scoring import FEATURES

Floats = NDArray[np.float64]

NAMES = (*FEATURES, "plain")
HELD_BACK = dict.fromkeys(FEATURES, 5.0) | {"plain": 1.0}  # ratings' worth of belief that it is worth nothing
FIRM = {
    "service": 4.0, "service-need": 6.0, "service-age": 8.0,
    "kind-need": 6.0, "kind-age": 10.0, "kind-strength": 6.0, "kind-trait": 10.0,
}  # fmt: skip
PLACES_ROUNDS, ROUNDS = 10, 12
LITTLE = 0.05  # the least that a service deserves, so that nothing is divided by nothing
USEFUL = 2  # a rating from which a service was useful


@dataclass(frozen=True)
class _Family:
    """Which ratings speak of which keys, and in what share."""

    keys: tuple[str, ...]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    shares: Floats
    firm: float


def learn(rated: Sequence[Rated], *, few: int, helpful: int) -> Learned:
    """The ranking that these ratings teach. ValueError where there are none.

    With fewer than `few` ratings a service is not known; to say that others with a need found it useful takes `helpful`
    of them, with a mean of 2 or more.
    """
    if not rated:
        raise ValueError("There are no ratings to learn from.")
    told = np.array([[told_of(one.candidate, one.wishes, one.km)[name] for name in NAMES] for one in rated])
    values = np.array([one.value for one in rated])
    places = [one.shown_rank for one in rated]
    about = [_family(name, rated) for name in FAMILIES]
    seen = np.ones(len(rated))
    for _ in range(PLACES_ROUNDS):
        intercept, worth, effects, expected = _fit(told, values / seen, seen**2, about)
        seen = attention(places, values, np.clip(expected, LITTLE, 1.0))
    return Learned(
        intercept=float(intercept),
        worth=dict(zip(NAMES, map(float, worth), strict=True)),
        effects={key: float(size) for family, sizes in zip(about, effects, strict=True)
                 for key, size in zip(family.keys, sizes, strict=True)},
        ratings=dict(Counter(one.candidate.service_id for one in rated)),
        helped=_helped(rated, helpful),
        few=few,
    )  # fmt: skip


def seen_at(rated: Sequence[Rated], learned: Learned) -> Floats:
    """What the place of each rating let through, by what the services deserve according to `learned`."""
    deserved = np.array([learned.score(one.candidate, one.wishes, one.km) for one in rated])
    values = np.array([one.value for one in rated])
    return attention([one.shown_rank for one in rated], values, np.clip(deserved, LITTLE, 1.0))


def _fit(
    told: Floats, goal: Floats, heed: Floats, about: Sequence[_Family]
) -> tuple[float, Floats, list[Floats], Floats]:
    """The intercept, the worth of what was told, the effects by family, and what all that expects of each rating."""
    effects = [np.zeros(len(family.keys)) for family in about]
    particular = np.zeros(len(goal))
    held_back = np.diag([HELD_BACK[name] for name in NAMES])
    intercept, worth = 0.0, np.zeros(len(NAMES))
    for _ in range(ROUNDS):
        intercept, worth = _ridge(told, goal - particular, heed, held_back)
        common = intercept + told @ worth
        for at, family in enumerate(about):
            particular -= _spread(family, effects[at], len(goal))
            effects[at] = _effects(family, goal - common - particular, heed)
            particular += _spread(family, effects[at], len(goal))
    return intercept, worth, effects, intercept + told @ worth + particular


def _ridge(told: Floats, goal: Floats, heed: Floats, held_back: Floats) -> tuple[float, Floats]:
    total = heed.sum()
    middle: Floats = heed @ told / total
    goal_middle = float(heed @ goal / total)
    apart = told - middle
    alike = apart.T @ (apart * heed[:, None]) + held_back
    worth: Floats = np.linalg.solve(alike, apart.T @ (heed * (goal - goal_middle))).astype(np.float64)
    return goal_middle - float(middle @ worth), worth


def _effects(family: _Family, left: Floats, heed: Floats) -> Floats:
    """For each key the mean of what is left to explain, drawn towards nothing."""
    weight = heed[family.rows] * family.shares
    size = len(family.keys)
    total: Floats = np.bincount(family.columns, weight * left[family.rows], size).astype(np.float64)
    return total / (np.bincount(family.columns, weight, size) + family.firm)


def _spread(family: _Family, effects: Floats, ratings: int) -> Floats:
    spread: Floats = np.bincount(family.rows, family.shares * effects[family.columns], ratings).astype(
        np.float64
    )
    return spread


def _family(name: str, rated: Sequence[Rated]) -> _Family:
    numbers: dict[str, int] = {}
    spoken = [
        (row, numbers.setdefault(key, len(numbers)), 1 / len(keys))
        for row, one in enumerate(rated)
        for keys in (families(one.candidate, one.wishes)[name],)
        for key in keys
    ]
    rows, columns, shares = zip(*spoken, strict=True) if spoken else ((), (), ())
    return _Family(
        tuple(numbers),
        np.array(rows, np.int64),
        np.array(columns, np.int64),
        np.array(shares, float),
        FIRM[name],
    )


def _helped(rated: Sequence[Rated], helpful: int) -> dict[str, tuple[str, ...]]:
    said: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in rated:
        for need in one.wishes.needs:
            said[one.candidate.service_id, need].append(one.rating)
    found: dict[str, tuple[str, ...]] = {}
    for (service_id, need), ratings in sorted(said.items()):
        if len(ratings) >= helpful and sum(ratings) >= USEFUL * len(ratings):
            found[service_id] = (*found.get(service_id, ()), need)
    return found
