"""The filters, each hard. Whatever is not known of a service is not there, but for its cost and its ages:
those are seldom told, and somebody who asks can be told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from onward.directory.found import Suggested
from onward.directory.narrowing.asked import Asked
from onward.directory.narrowing.facts import Facts
from onward.directory.opening import open_at, open_on
from onward.vocabulary.directory import Access, Opening


@dataclass(frozen=True)
class Moment:
    """The present, as the page is told it: local time, and which days are bank holidays."""

    at: datetime
    holidays: Collection[date] = ()


def keeps(asked: Asked, service: Suggested, facts: Facts, moment: Moment) -> bool:
    """Whether a service gets through every filter."""
    return all(_passes(name, value, asked, service, facts, moment) for name, value in asked.filters)


def _passes(name: str, value: str, asked: Asked, service: Suggested, facts: Facts, moment: Moment) -> bool:
    match name:
        case "km":
            return service.km is not None and asked.km is not None and service.km <= asked.km
        case "opening":
            return is_open(asked.opening, facts, moment) is True
        case "free":
            return facts.free is not False
        case "age":
            return _takes(asked.age, facts)
        case "language":
            return value.lower() in (each.lower() for each in facts.languages)
        case _:
            return Access(value) in facts.access


def is_open(opening: Opening | None, facts: Facts, moment: Moment) -> bool | None:
    """Whether it is open now, or at any time today; None where that is not known."""
    if opening is Opening.TODAY:
        return open_on(facts.times, moment.at.date(), moment.holidays)
    return open_at(facts.times, moment.at, moment.holidays)


def _takes(age: int | None, facts: Facts) -> bool:
    youngest, oldest = facts.ages
    return age is None or not (
        (youngest is not None and age < youngest) or (oldest is not None and age > oldest)
    )
