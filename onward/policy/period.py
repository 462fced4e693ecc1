"""The days that a date of FHIR covers: 2026-11 is all of November."""

from calendar import monthrange
from datetime import date

from onward.questionnaires.moments import Moment


def days(moment: Moment) -> tuple[date, date]:
    """The first and the last day of as much as was said. A time of day counts as its day, in its own time zone."""
    year, *rest = (int(each) for each in moment.parts[:3])
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
