"""For many cases: which year's amounts, which ages, and the amount of each row. A missing amount is MISSING."""

from datetime import date, timedelta
from functools import cache

import numpy as np

from onward.rules.charging.pension_age import ADULT, OLDER, UNSURE_FROM, UNSURE_TO, Band, pension_day
from onward.rules.charging.policy import Name, PensionAge, Policy
from onward.rules.charging.population.columns import NOT_SAID, Flags, Numbers, Rows

MISSING = -1
NAMES = tuple(Name)
EPOCH = date(1970, 1, 1)
FIRST_BORN, LAST_BORN = date(1890, 1, 1), date(2040, 1, 1)


def days(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def years(rows: Rows, policy: Policy) -> Numbers:
    """The place of each row's year among the policy's; MISSING where there is none."""
    starts = np.array([days(each.start) for each in policy.years] + [days(policy.years[-1].end)])
    found = np.searchsorted(starts, rows.numbers("on"), side="right") - 1
    return np.where(found == len(policy.years), MISSING, found)


def bands(rows: Rows, policy: Policy) -> tuple[Numbers, Flags, Flags]:
    """The band of each row; where an age does not say; and where somebody is no adult."""
    on, born, age = rows.numbers("on"), rows.numbers("born"), rows.numbers("age")
    known = born != NOT_SAID
    eighteen, twenty_five, pension = _birthdays(policy.pension_ages)
    place = np.where(known, born - days(FIRST_BORN), 0)
    place = np.clip(place, 0, len(eighteen) - 1)
    by_birth = (on >= twenty_five[place]).astype(np.int64)
    by_birth = np.where(on >= pension[place], Band.PENSION_AGE, by_birth)
    by_age = np.where(age > UNSURE_TO, Band.PENSION_AGE, (age >= OLDER).astype(np.int64))
    unsure = ~known & ((age == NOT_SAID) | ((age >= UNSURE_FROM) & (age <= UNSURE_TO)))
    child = np.where(known, on < eighteen[place], (age < ADULT) & (age != NOT_SAID))
    return np.where(known, by_birth, by_age), unsure, child


def has_pension_age(born: Numbers, on: Numbers, policy: Policy) -> Flags:
    """Whether somebody with a known birth date has pension age on the day."""
    pension = _birthdays(policy.pension_ages)[2]
    place = np.clip(born - days(FIRST_BORN), 0, len(pension) - 1)
    found: Flags = (born != NOT_SAID) & (on >= pension[place])
    return found


@cache
def table(policy_years: tuple[tuple[int, ...], ...]) -> Numbers:
    """Amounts by year and name."""
    return np.array(policy_years, dtype=np.int64)


def amounts(policy: Policy) -> Numbers:
    """A row a year, a column a name, in the order of NAMES; MISSING where there is no source."""
    return table(
        tuple(
            tuple(year.amounts[name].pence if name in year.amounts else MISSING for name in NAMES)
            for year in policy.years
        )
    )


@cache
def _birthdays(pension_ages: tuple[PensionAge, ...]) -> tuple[Numbers, Numbers, Numbers]:
    """For each birth date since 1890: the day of the 18th and the 25th birthday, and that of pension age."""
    born = [FIRST_BORN + timedelta(days=each) for each in range((LAST_BORN - FIRST_BORN).days)]
    return (
        np.array([days(_birthday(each, ADULT)) for each in born]),
        np.array([days(_birthday(each, OLDER)) for each in born]),
        np.array([days(pension_day(each, pension_ages)) for each in born]),
    )


def _birthday(born: date, years: int) -> date:
    """Somebody born on 29 February has a birthday on 1 March in other years, as in `vocabulary.dates.age`."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
