"""Dates as search parameters: `2026-11`, `ge2026-11-21` (FHIR R4, search, date). Times count as their day."""

import re
from datetime import date, timedelta

from onward.api.fhir.answering import Problem, problem
from onward.policy.period import days
from onward.questionnaires import moments
from onward.questionnaires.issues import shown

Span = tuple[date, date]
PREFIXES = ("eq", "ge", "le", "gt", "lt")
_PARTS = re.compile(rf"({'|'.join(PREFIXES)})?(.+)", re.DOTALL)
_DAY = timedelta(days=1)


def span(said: str) -> Span:
    """The days that fit, both included; one that ends before it begins fits nothing."""
    found = _PARTS.fullmatch(said)
    moment = moments.moment("dateTime", found[2]) if found else None
    if found is None or moment is None:
        raise _wrong(said)
    first, last = days(moment)
    try:
        return {
            "ge": lambda: (first, date.max),
            "le": lambda: (date.min, last),
            "gt": lambda: (last + _DAY, date.max),
            "lt": lambda: (date.min, first - _DAY),
        }.get(found[1], lambda: (first, last))()
    except OverflowError:
        raise _wrong(said) from None


def within(said: str, wanted: Span) -> bool:
    """Whether a date of FHIR lies within; one that is missing, or none, does not."""
    moment = moments.moment("dateTime", said)
    if moment is None:
        return False
    first, last = days(moment)
    return wanted[0] <= first and last <= wanted[1]


def _wrong(said: str) -> Problem:
    return problem(400, "value", f"{shown(said)} is no date that can be searched for. Write ge2026-11-21.")
