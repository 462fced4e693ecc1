"""What is due for days: where a charge changes within a week, begins in the past, or was billed wrongly.

Periods are half-open: from the day they start until the day before they end. What is due is counted up from the start
of the period and rounded down once, so that splitting a bill at any day changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

WEEK = 7  # days


@dataclass(frozen=True)
class Period:
    """A charge in pence a week, from a day until the day before another."""

    start: date
    end: date
    weekly: int

    def due(self, start: date, end: date) -> int:
        """Pence for those of the days from `start` until before `end` that are in the period."""
        first, last = max(start, self.start), min(end, self.end)
        return self._until(last) - self._until(first) if first < last else 0

    def _until(self, day: date) -> int:
        return self.weekly * (day - self.start).days // WEEK


def due(periods: Sequence[Period], start: date, end: date) -> int:
    """Pence for the days from `start` until before `end`. ValueError where periods overlap: nobody is charged twice."""
    ordered = sorted(periods, key=lambda each: each.start)
    for before, after in pairwise(ordered):
        if before.end > after.start:
            raise ValueError(
                f"Two charges overlap: one ends on {before.end}, the next begins on {after.start}."
            )
    return sum(each.due(start, end) for each in periods)


def still_to_pay(billed: int, periods: Sequence[Period], start: date, end: date) -> int:
    """Pence still to pay for the days; below nothing, a refund. `billed` is the sum of all earlier bills for them.

    To bill what it says and ask again gives nothing more.
    """
    return due(periods, start, end) - billed
