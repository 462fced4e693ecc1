"""What a document gives, whatever its types: read as we need it, with a sentence where that cannot be done."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.db import models

from onward.directory.rows import link, plain

LONGEST = 20_000
MOST_ITEMS = 500
_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d/%m/%y")
_TIME = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*(am|pm)?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_HOUR = re.compile(r"(\d{1,2})\s*(am|pm)", re.IGNORECASE)


class Given:
    """One object of a document. What is wrong with it is added to `faults`, which all of one service share."""

    def __init__(self, said: object, faults: list[str]) -> None:
        self.said: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
        self.faults = faults

    def text(self, name: str) -> str:
        """Plain text; numbers as text; nothing of what is neither."""
        value = self.said.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        text = plain(str(value))
        if len(text) > LONGEST:
            self.faults.append(
                f"its {name} has {len(text):,} letters, so it was cut to {LONGEST:,}: shorten it"
            )
        return text[:LONGEST]

    def link(self, name: str) -> str:
        """An address on the web that one may put in a link."""
        address, fault = link(self.text(name))
        if fault:
            self.faults.append(fault)
        return address

    def number(self, name: str) -> Decimal | None:
        text = self.text(name).lstrip("£").replace(",", "")
        if not text:
            return None
        try:
            number = Decimal(text)
            if number.is_finite() and abs(number) < 10**7:
                return number
        except InvalidOperation:
            pass
        self._unread(name, text, "a number")
        return None

    def whole(self, name: str, most: int = 32_767) -> int | None:
        number = self.number(name)
        if number is None:
            return None
        if number != int(number) or not 0 <= number <= most:
            self._unread(name, str(number), f"a whole number from 0 to {most:,}")
            return None
        return int(number)

    def day(self, name: str) -> date | None:
        """A date in any of the forms in which feeds write one; day before month, as here."""
        text = self.text(name)
        day = day_of(text)
        if text and not day:
            self._unread(name, text, "a date such as 2026-11-22")
        return day

    def time(self, name: str) -> time | None:
        text = self.text(name)
        at = time_of(text)
        if text and at is None:
            self._unread(name, text, "a time such as 14:30")
        return at

    def uuid(self, name: str) -> UUID | None:
        """An id that the standard takes; None for any other, which is no fault: others are derived."""
        try:
            return UUID(self.text(name))
        except ValueError:
            return None

    def object(self, name: str) -> "Given":
        return Given(self.said.get(name), self.faults)

    def items(self, name: str) -> Iterator["Given"]:
        """The objects of a list; what is not an object is passed over."""
        found = self.said.get(name)
        several = found if isinstance(found, list) else []
        if len(several) > MOST_ITEMS:
            self.faults.append(
                f"it has {len(several):,} {name}, so the first {MOST_ITEMS} were kept: list fewer"
            )
        yield from (Given(each, self.faults) for each in several[:MOST_ITEMS] if isinstance(each, Mapping))

    def value(self, column: "models.Field[Any, Any]") -> Any:
        """What is given for a column, as that column keeps it."""
        match column:
            case models.DateField():
                return self.day(column.name)
            case models.TimeField():
                return self.time(column.name)
            case models.DecimalField():
                return self.number(column.name)
            case models.IntegerField():
                return self.whole(column.name)
            case models.URLField():
                return self.link(column.name)
            case _:
                return self.text(column.name)[: column.max_length or LONGEST]

    def _unread(self, name: str, text: str, wanted: str) -> None:
        self.faults.append(f"its {name} ({text[:40]}) is not {wanted}, so it was left out: correct it")


def day_of(text: str) -> date | None:
    """The day that a text says; of a moment, its day. None where it is none."""
    if not text.strip():
        return None
    day = re.split(r"T(?=\d)|\s+(?=\d{1,2}:)", text.strip())[0]
    for form in _FORMS:
        try:
            return datetime.strptime(day, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


def time_of(text: str) -> time | None:
    """The time of day that a text says: `14:30`, `2.30pm`, `2pm`. None where it is none."""
    match = _TIME.fullmatch(text.strip()) or _HOUR.fullmatch(text.strip())
    if not match:
        return None
    minutes, half = (match[2], match[3]) if match.re is _TIME else ("0", match[2])
    hour = int(match[1]) % 12 + (12 if half.lower() == "pm" else 0) if half else int(match[1])
    return time(hour % 24, int(minutes)) if hour <= 24 and int(minutes) < 60 else None
