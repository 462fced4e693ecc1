"""When somebody has pension age. It follows from the birth date, and is rising from 66 to 67 between 2026 and 2028.

Source: State Pension Credit Act 2002 s1(6) and Pensions Act 1995 Schedule 4 paragraph 1, as amended by the Pensions
Acts 2007, 2011 and 2014. Until December 2018 it was a woman's pension age, for men too.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from onward.rules.charging.answer import Refused
from onward.rules.charging.case import Case
from onward.rules.charging.policy import PensionAge
from onward.vocabulary.dates import age, months_later

ADULT, OLDER = 18, 25  # years
# Between these ages (both included) an age in years does not say whether somebody has pension age.
UNSURE_FROM, UNSURE_TO = 60, 68
TWELVE = 12  # months

ASK_BIRTH_DATE = (
    "Somebody aged {age} may or may not have pension age: give the birth date as “born”, such as 1960-04-06."
)
TOO_YOUNG = (
    "The person is {age}. These rules are for adults from 18 on: a child's care is settled under other law."
)


class Band(IntEnum):
    """The ages between which allowances differ."""

    UNDER_25 = 0
    OVER_25 = 1
    PENSION_AGE = 2


def pension_day(born: date, table: Sequence[PensionAge]) -> date:
    """The first day on which somebody has pension age. `table` is in the order of `born_from`."""
    row = next((each for each in reversed(table) if each.born_from <= born), table[0])
    return row.day or months_later(born, row.years * TWELVE + row.months)


def band(case: Case, table: Sequence[PensionAge]) -> Band:
    """The person's ages band on the day. Refused below 18, and where an age in years does not say."""
    if case.born is None:
        return _by_years(case.age or 0)
    years = age(case.born, case.on)
    if years < ADULT:
        raise Refused(TOO_YOUNG.format(age=years))
    if case.on >= pension_day(case.born, table):
        return Band.PENSION_AGE
    return Band.OVER_25 if years >= OLDER else Band.UNDER_25


def _by_years(years: int) -> Band:
    if years < ADULT:
        raise Refused(TOO_YOUNG.format(age=years))
    if UNSURE_FROM <= years <= UNSURE_TO:
        raise Refused(ASK_BIRTH_DATE.format(age=years))
    if years > UNSURE_TO:
        return Band.PENSION_AGE
    return Band.OVER_25 if years >= OLDER else Band.UNDER_25
