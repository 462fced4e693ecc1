"""The standard's parameters, read; one that cannot be is a sentence: which, what it said, what to write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TypeVar
from uuid import UUID

from django.http import QueryDict

from onward.directory import queries as directory
from onward.directory.found import Place
from onward.directory.oruk.hours import DAYS
from onward.directory.oruk.wanted import Wanted

Read = TypeVar("Read")
USUAL_PAGE, MOST_A_PAGE, LONGEST_SEARCH, FARTHEST_PAGE = 50, 500, 500, 1_000_000
AN_ID = "an id such as ac148810-d857-441c-9679-408f346de14b"
AN_AGE = "a number of years, such as 18"
A_TIME = "a time such as 14:30"
A_DAY = f"a day: one of {', '.join(DAYS)} or its name"
A_MOMENT = "a date and time such as 2026-11-22T09:30:00Z"
YES, NO = {"true", "1", "yes"}, {"false", "0", "no", ""}


class BadParameter(Exception):
    """A parameter cannot be read; the message is a sentence for whoever wrote the request."""


@dataclass(frozen=True)
class Asked:
    """What one request asks for. Pages count from 1."""

    wanted: Wanted
    page: int
    per_page: int
    full: bool
    minimal: bool
    streamed: bool

    @property
    def first(self) -> int:
        return (self.page - 1) * self.per_page


def read(query: QueryDict) -> Asked:
    """All parameters; BadParameter for the first that cannot be read. An unknown one says nothing."""
    return Asked(
        wanted=_wanted(query),
        page=_whole(query, "page", 1, FARTHEST_PAGE),
        per_page=_whole(query, "per_page", USUAL_PAGE, MOST_A_PAGE),
        full=_flag(query, "full"),
        minimal=_flag(query, "minimal"),
        streamed=_streamed(query),
    )


def _wanted(query: QueryDict) -> Wanted:
    place = _place(query)
    return Wanted(
        search=_search(query),
        taxonomy_term_id=_given(query, "taxonomy_term_id", UUID, AN_ID),
        taxonomy_id=_given(query, "taxonomy_id", UUID, AN_ID),
        organization_id=_given(query, "organization_id", UUID, AN_ID),
        minimum_age=_given(query, "minimum_age", _amount, AN_AGE),
        maximum_age=_given(query, "maximum_age", _amount, AN_AGE),
        start_time=_given(query, "start_time", _time, A_TIME),
        end_time=_given(query, "end_time", _time, A_TIME),
        day=_given(query, "day", _day, A_DAY) or "",
        modified_after=_given(query, "modified_after", _moment, A_MOMENT),
        place=place,
        proximity=_proximity(query, place),
    )


def identifier(text: str, what: str) -> UUID:
    """The id in an address; BadParameter where it is none."""
    try:
        return UUID(text)
    except ValueError:
        raise BadParameter(
            f"The id of a {what} is a UUID, and this is none. Take one from the list."
        ) from None


def _given(query: QueryDict, name: str, reader: Callable[[str], Read], wanted: str) -> Read | None:
    text = query.get(name, "").strip()
    if not text:
        return None
    try:
        return reader(text)
    except (ValueError, OverflowError):
        raise BadParameter(f"{name} must be {wanted}; it was {text[:40]!r}.") from None


def _whole(query: QueryDict, name: str, usual: int, most: int) -> int:
    number = _given(query, name, _digits, f"a whole number from 1 to {most}")
    if number is None:
        return usual
    if not 1 <= number <= most:
        raise BadParameter(f"{name} must be a whole number from 1 to {most}; it was {str(number)[:40]!r}.")
    return number


def _digits(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text[:10])


def _flag(query: QueryDict, name: str) -> bool:
    text = query.get(name, "").strip().lower()
    if text not in YES | NO:
        raise BadParameter(f"{name} must be true or false; it was {text[:40]!r}.")
    return text in YES


def _streamed(query: QueryDict) -> bool:
    text = query.get("format", "").strip().lower()
    if text not in ("", "json", "ndjson"):
        raise BadParameter(f"format must be json or ndjson; it was {text[:40]!r}.")
    return text == "ndjson"


def _search(query: QueryDict) -> str:
    text = query.get("search", "").strip()
    if len(text) > LONGEST_SEARCH:
        raise BadParameter(f"search may have {LONGEST_SEARCH} letters; it had {len(text)}.")
    return text


def _amount(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1_000_000:  # which no "nan" is either
        raise ValueError
    return number


def _time(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)


def _moment(text: str) -> datetime:
    """A `+` that nobody escaped arrives as a space."""
    moment = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(text: str) -> str:
    for code, name in DAYS.items():
        if text.upper() == code or text.lower() == name.lower():
            return code
    raise ValueError


def _place(query: QueryDict) -> Place | None:
    text = query.get("postcode", "").strip()
    place = directory.place_of(text) if text else None
    if text and not place:
        raise BadParameter(f"postcode must be a postcode of this area; it was {text[:12]!r}.")
    return place


def _proximity(query: QueryDict, place: Place | None) -> float | None:
    metres = _given(query, "proximity", _amount, "a number of metres, such as 2000")
    if metres is not None and not place:
        raise BadParameter("proximity is from a postcode: give postcode too.")
    return metres
