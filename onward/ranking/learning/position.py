"""How much less a service counts for standing lower on the list: what is hardly read is hardly rated well.

A rating is taken for what the service deserves times what its place lets through (the position-based model: Craswell et
al. 2008; debiasing by its inverse: Joachims, Swaminathan and Schnabel 2017).
"""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LAST = (
    1,
    2,
    3,
    5,
    7,
    10,
    20,
)  # places that are taken together end with these; one more for all that are lower
FIRM = 5.0  # so many ratings' worth of belief that the place does not matter
LEAST = 0.05  # no rating counts more than twenty times


def group_of(place: int) -> int:
    """The number of the places that are taken together with this one."""
    return bisect_left(LAST, place)


def attention(
    places: Sequence[int], values: NDArray[np.float64], deserved: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What each place lets through, from 0.05 to 1, never more than a higher place does.

    `values` are ratings as shares of the best, and `deserved` what the services would get at the top.
    """
    groups = np.array([group_of(place) for place in places])
    got = np.bincount(groups, values, len(LAST) + 1)
    expected = np.bincount(groups, deserved, len(LAST) + 1)
    through = (got + FIRM) / (expected + FIRM)
    through = np.minimum.accumulate(through / through[0])
    clipped: NDArray[np.float64] = np.clip(through, LEAST, 1.0)
    mine: NDArray[np.float64] = clipped[groups]
    return mine
