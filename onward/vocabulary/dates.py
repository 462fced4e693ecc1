"""Dates in working days, and ages. Which days are holidays is told, never looked up."""

from collections.abc import Collection
from datetime import date, timedelta


def working_day(day: date, holidays: Collection[date]) -> bool:
    """Monday to Friday and no bank holiday."""
    return day.weekday() < 5 and day not in holidays


def working_days_after(start: date, days: int, holidays: Collection[date]) -> date:
    """The date `days` working days after `start`, which itself does not count. `days` is 0 or more."""
    if days < 0:
        raise ValueError("days must be 0 or more")
    day = start
    while days:
        day += timedelta(days=1)
        days -= working_day(day, holidays)
    return day


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def age(born: date, on: date) -> int:
    """Whole years lived on a day; somebody born on 29 February has a birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
