"""What people type into fields, as the engine writes it. What cannot be read stays as it was typed."""

import re
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?\.?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.ASCII | re.IGNORECASE)
HALF_DAY, HOURS, MINUTES = 12, 24, 60


def number(typed: str) -> str:
    """`£1,200.50` is 1200.50, `007` is 7."""
    text = typed.replace(" ", "").removeprefix("£")
    if not _NUMBER.fullmatch(text) or not any(each.isdigit() for each in text):
        return typed
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = text.replace(",", "").partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{point if rest else ''}{rest}"


def time(typed: str) -> str:
    """`14:30`, `14.30` and `2.30pm` are 14:30:00."""
    found = _CLOCK.fullmatch(typed.strip())
    if not found or not (found[2] or found[4]):
        return typed
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= HALF_DAY:
            return typed
        hour = hour % HALF_DAY + (HALF_DAY if found[4].lower() == "p" else 0)
    real = hour < HOURS and minute < MINUTES and second < MINUTES
    return f"{hour:02d}:{minute:02d}:{second:02d}" if real else typed


def date(day: str, month: str, year: str) -> str:
    """The date as FHIR writes it where it could be one; otherwise what was typed, to be shown again."""
    if all(each.isascii() and each.isdigit() and len(each) <= 4 for each in (day, month, year)):
        return (
            f"{int(year):04d}-{int(month):02d}-{int(day):02d}" if len(year) == 4 else f"{year}-{month}-{day}"
        )
    return f"{year}-{month}-{day}"


def date_parts(value: str) -> tuple[str, str, str]:
    """Day, month and year as they were typed."""
    year, month, day = (*value.split("-", 2), "", "")[:3]
    return day, month, year


def moment(day: str, at: str) -> str:
    """A date and a time of this place as an instant. Without a time it is the date alone."""
    if not at:
        return day
    try:
        local = datetime.fromisoformat(f"{day}T{time(at)}")
        return local.replace(tzinfo=timezone.get_current_timezone()).isoformat()
    except ValueError:
        return f"{day}T{at}"


def moment_parts(value: str) -> tuple[str, str]:
    """The date and the time of this place in an instant, as they were typed."""
    day, _, at = value.partition("T")
    try:
        local = timezone.localtime(datetime.fromisoformat(value)) if at else None
    except ValueError:
        return day, at
    return (local.date().isoformat(), f"{local:%H:%M:%S}") if local else (day, "")


def clock(value: str) -> str:
    """A time as people write it: without the seconds where there are none."""
    return value.removesuffix(":00") if value.count(":") == 2 else value


def pair(first: str, second: str, *, bar: str = " ") -> str:
    """A value of two halves. A bar within the first would be taken for the one between."""
    first = first.replace("|", bar)
    return f"{first}|{second}" if second else first


def halves(value: str) -> tuple[str, str]:
    first, _, second = value.partition("|")
    return first, second


def plain(typed: str) -> str:
    return typed


READ: dict[str, Callable[[str], str]] = {"decimal": number, "integer": number, "time": time}
