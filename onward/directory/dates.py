"""When a source was last checked, as sources say it: a day, a month, a year, or nothing one can use."""

import re
from calendar import monthrange
from datetime import date, timedelta

SAID = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def earliest(said: str) -> date | None:
    """The first day that `said` can mean (`2018-07` is 1 July 2018); None where it is not a date."""
    match = SAID.fullmatch(said.strip())
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def is_stale(checked_on: date | None, *, on: date, months: int) -> bool:
    """Whether nobody is known to have checked within `months` before `on`; a date to come is no check."""
    if checked_on is None or checked_on > on:
        return True
    return checked_on < oldest_fresh(on, months)


def oldest_fresh(on: date, months: int) -> date:
    """The earliest day on which a check still counts: so many months before `on`, or the month's next day there is."""
    years, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    last = monthrange(years, month + 1)[1]
    if on.day > last:
        return date(years, month + 1, last) + timedelta(days=1)
    return date(years, month + 1, on.day)
