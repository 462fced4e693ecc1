"""What learning is told."""

from dataclasses import dataclass
from datetime import date

from onward.ranking.model import Candidate, Wishes

BEST = 3  # the highest rating


@dataclass(frozen=True)
class Rated:
    """That somebody rated a service from 0 to 3 which was shown to them at a place of a list, from 1."""

    person: str  # the same for the same features: whose choices are compared with each other
    candidate: Candidate
    wishes: Wishes
    km: float | None
    rating: int
    shown_rank: int
    on: date

    @property
    def value(self) -> float:
        """The rating as a share of the best one."""
        return self.rating / BEST
