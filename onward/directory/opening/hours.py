"""Whether it is open: yes, no, or not known."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias


@dataclass(frozen=True)
class Span:
    """From when until when. One that ends no later than it begins ends on the next day."""

    opens: time
    closes: time

    @property
    def overnight(self) -> bool:
        return self.closes <= self.opens


# What one source of times says of a day; None where it does not say.
OnDay: TypeAlias = Callable[[date], Sequence[Span] | None]


@dataclass(frozen=True)
class Times:
    """Everything that says when a service is there; nothing where nobody says."""

    sayings: tuple[OnDay, ...] = ()

    def on(self, day: date) -> tuple[list[Span], bool]:
        """The spans that are known of a day, and whether they are all of them."""
        said = [each(day) for each in self.sayings]
        known = sorted({span for spans in said for span in spans or ()}, key=lambda span: span.opens)
        return known, bool(said) and None not in said


def open_at(times: Times, at: datetime, holidays: Collection[date] = ()) -> bool | None:
    """Whether it is open at a moment of local time; None where that is not known, as on a bank holiday."""
    if at.date() in holidays:
        return None
    today, whole = times.on(at.date())
    before, whole_before = times.on(at.date() - timedelta(days=1))
    if any(_holds(span, at.time()) for span in today):
        return True
    if any(span.overnight and at.time() < span.closes for span in before):
        return True
    return False if whole and whole_before else None


def open_on(times: Times, day: date, holidays: Collection[date] = ()) -> bool | None:
    """Whether it is open at any time of a day; None where that is not known."""
    if day in holidays:
        return None
    spans, whole = times.on(day)
    return True if spans else False if whole else None


def _holds(span: Span, at: time) -> bool:
    return span.opens <= at and (span.overnight or at < span.closes)
