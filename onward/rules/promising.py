"""When a promise is due, when it is broken, and to whom a broken one is raised by then.

A promise is for a day, or for certain hours of a day. It may be kept to the end of them; after that it is broken, and
nothing makes it unbroken. Days and hours are those of the clock on the wall in England, told by whoever asks. There is
no law on when a council must do what it said: the steps are its own aims.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from onward.vocabulary.dates import working_days_after
from onward.vocabulary.promises import Kind, To

VERSION = "1"

Steps = Sequence[tuple[To, int]]  # to whom, and after how many working days from the day that was promised


class Standing(StrEnum):
    """Where the day, and the hour, stand against a promise."""

    LATER = "later"
    TODAY = "today"
    NOW = "now"  # within the hours that were promised
    OVER = "over"


class Fault(StrEnum):
    """Why a day may not be promised, each with its own sentence."""

    PAST = "past"
    TOO_FAR = "too_far"
    HOURS_WRONG = "hours_wrong"
    HOURS_ONLY_FOR_CALLS = "hours_only_for_calls"


@dataclass(frozen=True)
class Due:
    """The day, and for a call the hours from `start` until just before `until`; both None for all of the day."""

    day: date
    start: time | None = None
    until: time | None = None


@dataclass(frozen=True)
class Moment:
    """A day, and the time on the wall."""

    day: date
    clock: time


def standing(due: Due, now: Moment) -> Standing:
    """Where `now` stands against the promise."""
    if now.day != due.day:
        return Standing.LATER if now.day < due.day else Standing.OVER
    if due.until is not None and now.clock >= due.until:
        return Standing.OVER
    if due.start is not None and now.clock >= due.start:
        return Standing.NOW
    return Standing.TODAY


def raised_to(due: Due, now: Moment, steps: Steps, holidays: Collection[date]) -> tuple[To, ...]:
    """Everybody to whom a promise that is not done is raised by now: nobody before it is broken."""
    if standing(due, now) is not Standing.OVER:
        return ()
    return tuple(to for to, days in steps if now.day >= working_days_after(due.day, days, holidays))


def faults(kind: Kind, due: Due, now: Moment, *, furthest_days: int) -> tuple[Fault, ...]:
    """Every reason why `due` may not be promised now; empty where it may."""
    found = []
    if standing(due, now) is Standing.OVER:
        found.append(Fault.PAST)
    if due.day > now.day + timedelta(days=furthest_days):
        found.append(Fault.TOO_FAR)
    if (due.start is None) is not (due.until is None) or (
        due.start is not None and due.until is not None and due.start >= due.until
    ):
        found.append(Fault.HOURS_WRONG)
    if due.start is not None and kind is not Kind.CALL_BACK:
        found.append(Fault.HOURS_ONLY_FOR_CALLS)
    return tuple(found)


def told_on_page(kind: Kind, *, by_hand: bool, decision_told: bool) -> bool:
    """Whether the shared page may tell of a promise.

    Where the page does not tell what was decided, it tells no promise that would give it away: only those that
    everybody is told who sends a request (see `rules.telling`; Care Act 2014 s42).
    """
    return decision_told or (not by_hand and kind in (Kind.REPLY, Kind.CALL_BACK))
