"""Whether what was learned is better than the plain ranking, on ratings given later than all it learned from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onward.ranking.learning.fitting import learn
from onward.ranking.learning.judging import Shares, judged
from onward.ranking.learning.model import Rated

DRAWS = 1_000  # of the interval


@dataclass(frozen=True)
class Thresholds:
    """What it takes before a learned ranking may replace the plain one: policy's numbers."""

    ratings: int
    people: int  # in the ratings kept back
    margin: float  # the least gain in nDCG@10
    sure: float  # how sure the gain must be: 0.95 asks that 95 of 100 draws show one
    kept_back: float  # the share of ratings, the latest, on which both are judged
    few: int
    helpful: int


@dataclass(frozen=True)
class Comparison:
    """nDCG@10 on the ratings kept back, by each way of ranking; none where nobody had a choice."""

    ratings: int
    kept_back: int
    people: int
    ndcg: Mapping[str, float]
    gain: float  # of learned over plain
    at_least: float  # the gain is this or more, as surely as asked
    why_not: str  # the plain ranking stays in force; empty where it may be replaced

    @property
    def better(self) -> bool:
        """Whether what was learned may replace the plain ranking."""
        return not self.why_not


def compare(rated: Sequence[Rated], thresholds: Thresholds, seed: int) -> Comparison:
    """Learn from the earlier ratings and judge by the later ones. `seed` draws the interval, the same every time."""
    in_time = sorted(rated, key=lambda one: one.on)
    cut = len(in_time) - round(len(in_time) * thresholds.kept_back)
    before, after = in_time[:cut], in_time[cut:]
    shares: Mapping[str, Shares] = {}
    if before and after:
        shares = judged(after, learn(before, few=thresholds.few, helpful=thresholds.helpful))
    won = shares["learned"] - shares["plain"] if shares else np.zeros(0)
    at_least = _at_least(won, thresholds.sure, seed)
    return Comparison(
        ratings=len(rated),
        kept_back=len(after),
        people=len(won),
        ndcg={way: float(each.mean()) for way, each in shares.items() if len(each)},
        gain=float(won.mean()) if len(won) else 0.0,
        at_least=at_least,
        why_not=_why_not(len(rated), won, at_least, thresholds),
    )


def _at_least(won: Shares, sure: float, seed: int) -> float:
    """By drawing people again and again (Efron's bootstrap): one bound, from below."""
    if not len(won):
        return 0.0
    draws = np.random.default_rng(seed).choice(won, (DRAWS, len(won))).mean(1)
    return float(np.quantile(draws, 1 - sure))


def _why_not(ratings: int, won: Shares, at_least: float, thresholds: Thresholds) -> str:
    if ratings < thresholds.ratings:
        return f"There are {ratings} ratings: it takes {thresholds.ratings} to learn from."
    if len(won) < thresholds.people:
        return f"Among the ratings kept back {len(won)} people had a choice: it takes {thresholds.people} to judge."
    if won.mean() < thresholds.margin:
        return (
            f"It gains {won.mean():.3f} over the plain ranking: it takes {thresholds.margin} to replace it."
        )
    return "" if at_least > 0 else f"It gains {won.mean():.3f} over the plain ranking, which may be chance."
