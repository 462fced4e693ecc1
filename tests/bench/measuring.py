"""How long things take, as the middle of many tries: machines are noisy, so figures are compared in one run."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(*works: Callable[[], object], rounds: int) -> list[float]:
    """The median of each, taken turn by turn so that a busy moment meets all; one round is not counted."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for each, work in zip(times, works, strict=True):
            begun = perf_counter()
            work()
            each.append(perf_counter() - begun)
    return [median(each[1:]) * 1000 for each in times]


def told(what: str, ours: float, baseline: float, most: float) -> bool:
    """Prints the ratio to the baseline beside its limit, and whether it is within it."""
    within, ratio = ours <= most * baseline, ours / baseline
    print(
        f"{what:<44} {ours:7.2f} ms   ratio {ratio:5.2f}   the most is {most}{'' if within else '   TOO SLOW'}"
    )
    return within
