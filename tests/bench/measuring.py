"""How long something takes, as the middle of many tries: machines are noisy, so figures are compared in one run."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of so many rounds, after one that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return median(times) * 1000


def told(what: str, ours: float, baseline: float, most: float) -> bool:
    """Prints the ratio to the baseline beside its limit, and whether it is within it."""
    within = ours <= most * baseline
    print(
        f"{what:<44} {ours:7.2f} ms   ratio {ours / baseline:5.2f}   the most is {most}{'' if within else '   TOO SLOW'}"
    )
    return within
