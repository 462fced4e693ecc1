"""How long it takes to recommend, beside how long it takes only to sort the same services by distance.

`python -m tests.bench.bench_recommend` prints the figures for 1,100 and 10,000 services, found by words and by meaning,
and ends with 1 where recommending takes more than eighty times as long. The folder and its texts are read before.
"""

import sys
from collections.abc import Callable, Sequence
from random import Random
from statistics import median
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from onward.directory.candidates import candidates
from onward.directory.listed import Listed
from onward.directory.meaning.likenesses import Likenesses
from onward.directory.recommend.asking import MOST_CANDIDATES
from onward.directory.recommend.finding import Finder
from onward.policy.needs import needs
from onward.ranking import Wishes, rank
from onward.ranking.distance import km_between
from onward.ranking.meaning import DIMENSIONS, Encoder

SIZES, ROUNDS, MOST = (1_100, 10_000), 9, 80.0
HOME = (53.4, -2.3)
KINDS = ("lunch club", "befriending", "library", *["registered charity"] * 9)
WORDS = """lonely people meet for lunch and company falls prevention strength balance class memory café dementia carers
advice benefits debt counselling anxiety group walking gardening singing choir transport door to door home help friends
volunteer older park centre weekly free session support families art craft music reading swimming bowls"""
TELLING = 4  # one service in so many says words that people ask for; the others say others


class Ready(Encoder):
    """Vectors by chance: what reading one question costs does not grow with the services."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = self._chance.normal(size=(len(texts), DIMENSIONS)).astype(np.float32)
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found


def made(size: int) -> dict[str, Listed]:
    """Services of every kind, spread over an area of some twenty kilometres."""
    chance, found, telling = Random(1), {}, WORDS.split()
    others = ["".join(chance.choices("bdfglmnprst", k=3)) + chance.choice("aeiou") * 2 for _ in range(3_000)]
    for at in range(size):
        says = " ".join(chance.choices(others if at % TELLING else telling, k=25))
        found[f"s{at}"] = Listed(
            f"s{at}", f"Service {at} {chance.choice(others)}", f"o{at}", chance.choice(KINDS), says,
            latitude=HOME[0] + chance.uniform(-0.1, 0.1), longitude=HOME[1] + chance.uniform(-0.15, 0.15),
        )  # fmt: skip
    return found


def milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times) * 1000


def ratio(size: int) -> float:
    services, encoder, policy = made(size), Ready(), needs()
    vectors = dict(zip(services, encoder.vectors(list(services)), strict=True))
    finder = Finder(services, policy, Likenesses(encoder, vectors))
    asked = {code: policy.by_code[code] for code in ("lonely", "getting-about")}
    wishes = Wishes(
        needs=tuple(asked),
        latitude=HOME[0],
        longitude=HOME[1],
        km=15,
        age=83,
        most_alike=None,
        alike_loss=0.04,
    )

    def recommended() -> None:
        evidence = finder.find("I had a fall and want company", asked, ("gardening",), guarded=True)
        told = candidates(
            {key: services[key] for key in evidence.best(MOST_CANDIDATES)},
            evidence,
            policy,
            area_name="",
            guarded=True,
        )
        assert len(rank(told, wishes)) == wishes.limit

    def sorted_by_distance() -> None:
        apart = {
            key: km_between(*HOME, each.latitude, each.longitude) or 0.0 for key, each in services.items()
        }
        assert len(sorted(apart, key=lambda key: (apart[key], key))) == size

    recommended()  # what is the same for every person is worked out once
    ours, theirs = milliseconds(recommended), milliseconds(sorted_by_distance)
    print(
        f"{size:,} services: recommending {ours:.1f} ms, sorting by distance {theirs:.1f} ms: {ours / theirs:.1f} times"
    )
    return ours / theirs


def main() -> int:
    return int(max(map(ratio, SIZES)) > MOST)


if __name__ == "__main__":
    sys.exit(main())
