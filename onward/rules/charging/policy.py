"""The amounts and choices that a charge is worked out with. Where they are written down, the loader knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onward.rules.charging.answer import Refused

NOT_SOURCED = (
    "The amount “{name}” for {year} has no source yet, so nothing is worked out with it ({why}). Look it up in the "
    "circular or the instrument of that year, and write it with its source into {where}."
)
NO_YEAR = (
    "There are no amounts for {on}: they are known from {first} until {last}. Write those of the year, with their "
    "source, into {where}."
)


class Name(StrEnum):
    """The amounts of a year, in pence a week."""

    SINGLE_UNDER_25 = "single_under_25"
    SINGLE_25_OR_OVER = "single_25_or_over"
    SINGLE_PENSION_AGE = "single_pension_age"
    LONE_PARENT = "lone_parent"
    COUPLE = "couple"
    COUPLE_PENSION_AGE = "couple_pension_age"
    CHILD = "child"
    DISABILITY_SINGLE = "disability_single"
    DISABILITY_COUPLE = "disability_couple"
    ENHANCED_DISABILITY_SINGLE = "enhanced_disability_single"
    ENHANCED_DISABILITY_COUPLE = "enhanced_disability_couple"
    CARER = "carer"
    PERSONAL_EXPENSES = "personal_expenses"
    SAVINGS_CREDIT_SINGLE = "savings_credit_single"
    SAVINGS_CREDIT_COUPLE = "savings_credit_couple"


class Sure(StrEnum):
    """How sure an amount is: read in a source, or concluded from one."""

    SOURCED = "sourced"
    INFERRED = "inferred"


@dataclass(frozen=True)
class Amount:
    """An amount in pence, where it comes from, and how sure it is."""

    pence: int
    source: str
    sure: Sure = Sure.SOURCED


@dataclass(frozen=True)
class Year:
    """The amounts of one year, in force on each day from `start` until the day before `end`.

    `missing` says of each amount without a source why there is none, and `where` in which file to write it.
    """

    name: str
    start: date
    end: date
    amounts: Mapping[Name, Amount]
    missing: Mapping[Name, str] = field(default_factory=dict)
    where: str = ""

    def amount(self, name: Name) -> Amount:
        """One of them; Refused where it has no source."""
        if name not in self.amounts:
            why = self.missing.get(name, "nothing was found")
            raise Refused(NOT_SOURCED.format(name=name, year=self.name, why=why, where=self.where))
        return self.amounts[name]


@dataclass(frozen=True)
class Limits:
    """What does not change with the year, in pence: capital limits, for what tariff income is taken, and so on."""

    lower: int
    upper: int
    lower_at_home: int
    upper_at_home: int
    tariff_step: int
    tariff_for_each: int
    part_disregard: int
    disposable_income: int
    costs_of_sale_percent: int
    home_weeks: int
    short_stay_weeks: int


@dataclass(frozen=True)
class PensionAge:
    """Who is born on this day or later (until the next such day) has pension age on a day, or at an age."""

    born_from: date
    day: date | None = None
    years: int = 0
    months: int = 0


@dataclass(frozen=True)
class InterestCap:
    """The most interest that a deferred payment may bear from a day until the day before another, in 1/100 of 1%."""

    start: date
    end: date
    most: int
    source: str


@dataclass(frozen=True)
class Choices:
    """What a council does more generously than the law. All of it concerns care at home, but for short stays."""

    leaves_out: frozenset[str] = frozenset()
    percent_charged: int = 100
    most_a_week: int | None = None
    standard_expenditure: int = 0
    short_stays_as_at_home: bool = False
    source: str = ""


@dataclass(frozen=True)
class Policy:
    """Everything a charge is worked out with. `council` is `england` where no council differs."""

    council: str
    years: tuple[Year, ...]
    limits: Limits
    pension_ages: tuple[PensionAge, ...]
    interest_caps: tuple[InterestCap, ...]
    choices: Choices = field(default_factory=Choices)
    where: str = ""
    version: str = ""

    def year(self, on: date) -> Year:
        """The year whose amounts are in force on a day; Refused where none are known."""
        for each in self.years:
            if each.start <= on < each.end:
                return each
        first, last = self.years[0].start, self.years[-1].end
        raise Refused(NO_YEAR.format(on=on, first=first, last=last, where=self.where))
