"""The times of a service: what its schedules say, and where they say nothing that can be read, its own words."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from dateutil.rrule import rrulestr

from onward.directory.models import Schedule
from onward.directory.opening.hours import OnDay, Span, Times
from onward.directory.opening.words import Week, week
from onward.directory.oruk.hours import hours, rule_days


def times_of(shown: str, schedules: Iterable[Schedule]) -> Times:
    """When it is there. `shown` are its hours as they are shown: an editor's words go before any schedule."""
    rows = list(schedules)
    if shown and hours(rows) != shown:
        return Times((_by_words(shown),))
    return Times(tuple(_by_rule(each) if _has_rule(each) else _by_words(each.description) for each in rows))


@lru_cache(maxsize=5_000)
def _week(text: str) -> Week | None:
    return week(text)


def _by_words(text: str) -> OnDay:
    said = _week(text)
    return lambda day: None if said is None else said.get(day.weekday(), ())


def _has_rule(row: Schedule) -> bool:
    return bool(row.opens_at and row.closes_at and (row.byday or row.bymonthday or row.freq == "DAILY"))


def _by_rule(row: Schedule) -> OnDay:
    span = Span(row.opens_at or time(0), row.closes_at or time(0))

    def on_day(day: date) -> Sequence[Span] | None:
        if (row.valid_from and day < row.valid_from) or (row.valid_to and day > row.valid_to):
            return ()
        comes = _comes(row, day)
        return None if comes is None else (span,) if comes else ()

    return on_day


def _comes(row: Schedule, day: date) -> bool | None:
    """Whether the rule falls on a day (RFC 5545, section 3.3.10); None where it cannot be told."""
    interval = row.interval or 1
    begins = row.dtstart or row.valid_from
    if interval > 1 and not begins:
        return None
    if begins and day < begins:
        return False
    at = datetime.combine(day, time(0))
    # What comes every time comes on this day wherever it is counted from; so that nothing is counted from long ago.
    counted = datetime.combine(begins, time(0)) if begins and interval > 1 else at
    try:
        rule = rrulestr(_rule(row, interval), dtstart=counted)
        return bool(rule.between(at, at, inc=True))
    except (ValueError, TypeError):
        return None


def _rule(row: Schedule, interval: int) -> str:
    days = rule_days(row.byday)
    frequency = row.freq.upper() or ("WEEKLY" if days and not row.bymonthday else "MONTHLY")
    parts = [f"FREQ={frequency}", f"INTERVAL={interval}"]
    parts += [f"BYDAY={','.join(days)}"] if days else []
    parts += [f"BYMONTHDAY={row.bymonthday}"] if row.bymonthday else []
    return ";".join(parts)
