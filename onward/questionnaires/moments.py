"""Dates, date-times and times of FHIR R4, which may be partial: 2024 and 2024-02 are dates too."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

_DATE = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
_CLOCK = r"(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)"
_ZONE = r"(Z|[+-]\d{2}:\d{2})"
_DATE_ONLY = re.compile(_DATE, re.ASCII)
_FULL = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}})T{_CLOCK}{_ZONE}", re.ASCII)
_TIME = re.compile(_CLOCK, re.ASCII)
_DAY, _MINUTE = 3, 60
_FURTHEST = 14 * _MINUTE


@dataclass(frozen=True, slots=True)
class Moment:
    """As much of a point in time as was said. `parts` are year, month, day, hour, minute, second (or the last three).

    `offset` is in minutes, and None for dates and times of day.
    """

    kind: str
    parts: tuple[int | Decimal, ...]
    offset: int | None = None

    @property
    def day(self) -> date | None:
        """The whole date, where it was said."""
        if self.kind == "time" or len(self.parts) < _DAY:
            return None
        return date(*(int(each) for each in self.parts[:_DAY]))


def moment(kind: str, text: str) -> Moment | None:
    """The `date`, `dateTime` or `time` in the text; None where FHIR R4 does not allow it or no calendar has it."""
    if kind == "time":
        found = _TIME.fullmatch(text)
        return Moment(kind, _clock(found.groups())) if found and _clock_is_real(found.groups()) else None
    if kind == "dateTime" and (found := _FULL.fullmatch(text)):
        return _full(found.groups())
    found = _DATE_ONLY.fullmatch(text)
    parts = tuple(int(each) for each in found.groups() if each) if found else ()
    return Moment(kind, parts) if parts and _calendar_has(parts) else None


def of(now: datetime) -> Moment:
    """A moment from the caller's clock; one without a time zone is taken as UTC."""
    offset = now.utcoffset() or timedelta()
    seconds = Decimal(now.second) + Decimal(now.microsecond) / 1_000_000
    parts = (now.year, now.month, now.day, now.hour, now.minute, seconds)
    return Moment("dateTime", parts, int(offset.total_seconds() // 60))


def compare(first: Moment, second: Moment) -> int | None:
    """-1, 0 or 1 as far as both were said; None where they agree that far and one says more (FHIRPath, comparison)."""
    if (first.kind == "time") is not (second.kind == "time"):
        return None
    if first.offset is not None and second.offset is not None:
        return _sign(_universal(first), _universal(second))
    shared = min(len(first.parts), len(second.parts))
    if order := _sign(first.parts[:shared], second.parts[:shared]):
        return order
    return 0 if len(first.parts) == len(second.parts) else None


def text(value: Moment) -> str:
    """As FHIR writes it."""
    if value.kind == "time":
        return _clock_text(value.parts)
    day = "-".join(f"{int(each):0{4 if not place else 2}d}" for place, each in enumerate(value.parts[:_DAY]))
    if len(value.parts) == _DAY or len(value.parts) < _DAY:
        return day
    hours, minutes = divmod(abs(value.offset or 0), _MINUTE)
    zone = f"{'-' if (value.offset or 0) < 0 else '+'}{hours:02d}:{minutes:02d}" if value.offset else "Z"
    return f"{day}T{_clock_text(value.parts[_DAY:])}{zone}"


def plus(value: Moment, number: int, unit: str) -> Moment | None:
    """So many years, months, days or seconds later; None where that is finer than what was said, or off the calendar.

    A month later than 31 January is the last of February (FHIRPath, date/time arithmetic).
    """
    try:
        if unit == "month":
            return _months_later(value, number)
        if unit == "day" and len(value.parts) >= _DAY and value.kind != "time":
            year, month, day, *clock = value.parts
            then = date(int(year), int(month), int(day)) + timedelta(days=number)
            return Moment(value.kind, (then.year, then.month, then.day, *clock), value.offset)
        return _seconds_later(value, number) if unit == "second" else None
    except (ValueError, OverflowError):
        return None


def _months_later(value: Moment, number: int) -> Moment | None:
    if value.kind == "time":
        return None
    year, month, *rest = (*value.parts, 1) if len(value.parts) == 1 else value.parts
    whole = int(year) * 12 + int(month) - 1 + number
    year, month = whole // 12, whole % 12 + 1
    if len(value.parts) == 1:
        return Moment(value.kind, (year,)) if _calendar_has((year,)) else None
    if rest:
        rest[0] = next(day for day in range(int(rest[0]), 0, -1) if _calendar_has((year, month, day)))
    return Moment(value.kind, (year, month, *rest), value.offset) if _calendar_has((year, month)) else None


def _seconds_later(value: Moment, number: int) -> Moment | None:
    if value.kind == "time":
        hour, minute, second = value.parts
        total = (Decimal((int(hour) * 60 + int(minute)) * 60) + second + number) % 86_400
    elif value.offset is None:
        return None
    else:
        year, month, day, hour, minute, second = value.parts
        total = Decimal((int(hour) * 60 + int(minute)) * 60) + second + number
        then = date(int(year), int(month), int(day)) + timedelta(days=int(total // 86_400))
        total %= 86_400
    clock = (int(total // 3600), int(total % 3600 // 60), total % 60)
    return Moment(
        value.kind, clock if value.kind == "time" else (then.year, then.month, then.day, *clock), value.offset
    )


def _clock_text(parts: tuple[int | Decimal, ...]) -> str:
    hour, minute, second = parts
    whole, _, rest = f"{Decimal(second):f}".partition(".")
    return f"{int(hour):02d}:{int(minute):02d}:{int(whole):02d}{'.' + rest if rest.strip('0') else ''}"


def _full(said: tuple[str, ...]) -> Moment | None:
    year, month, day, *clock, zone = said
    parts = (int(year), int(month), int(day))
    offset = _offset(zone)
    if offset is None or not _calendar_has(parts) or not _clock_is_real(tuple(clock)):
        return None
    return Moment("dateTime", (*parts, *_clock(tuple(clock))), offset)


def _offset(zone: str) -> int | None:
    if zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    total = hours * _MINUTE + minutes
    if minutes >= _MINUTE or total > _FURTHEST:
        return None
    return -total if zone[0] == "-" else total


def _clock(said: tuple[str, ...]) -> tuple[int | Decimal, ...]:
    return int(said[0]), int(said[1]), Decimal(said[2])


def _clock_is_real(said: tuple[str, ...]) -> bool:
    """Hours below 24 ("24:00" is not allowed), minutes below 60; a leap second is allowed (FHIR R4, time)."""
    return int(said[0]) < 24 and int(said[1]) < _MINUTE and Decimal(said[2]) < _MINUTE + 1


def _calendar_has(parts: tuple[int, ...]) -> bool:
    year, month, day = (*parts, 1, 1)[:_DAY]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _universal(value: Moment) -> Decimal:
    """Seconds since the year 1, in UTC."""
    year, month, day, hour, minute, second = value.parts
    days = date(int(year), int(month), int(day)).toordinal()
    return Decimal(((days * 24 + int(hour)) * 60 + int(minute) - (value.offset or 0)) * 60) + second


def _sign(first: Any, second: Any) -> int:
    return int(first > second) - int(first < second)
