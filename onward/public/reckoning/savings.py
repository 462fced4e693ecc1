"""What changes at which savings, and how long they last."""

from dataclasses import dataclass, replace

from onward.public.reckoning.working import Answer
from onward.rules.charging import charge
from onward.rules.charging.policy import Limits, Name
from onward.vocabulary.money import PENCE

STEPS = 4  # between the lower and the upper limit
WEEKS, TURNS_A_YEAR, YEARS = 4, 13, 10  # savings are followed four weeks at a time, thirteen times a year


@dataclass(frozen=True)
class AtSavings:
    """What is charged a week in pence with so much of one's own; `own` marks what the person told."""

    savings: int
    weekly_charge: int
    own: bool


@dataclass(frozen=True)
class AfterYears:
    """What is left in pence after so many years, and what is charged a week then."""

    years: int
    left: int
    weekly_charge: int


@dataclass(frozen=True)
class Lasting:
    """Savings year by year. `helped` and `gone` are after how many weeks the council helps, and nothing is left.

    Both are None where that does not come in the years that are followed.
    """

    years: tuple[AfterYears, ...]
    helped: int | None
    gone: int | None


def by_savings(answer: Answer) -> list[AtSavings]:
    """The charge around both limits, and with the person's own savings."""
    own = answer.case.capital or 0
    return [
        AtSavings(each, _weekly(answer, each), each == own)
        for each in sorted({*_around(answer.policy.limits), own})
    ]


def lasting(answer: Answer) -> Lasting:
    """How savings go down in a care home while its cost, the income, the limits and the amounts stay as they are.

    Somebody lives on what the council would leave them; whatever income is over goes to the care first.
    """
    comes_in = sum(each.weekly for each in answer.case.income)
    spends = answer.policy.year(answer.case.on).amount(Name.PERSONAL_EXPENSES).pence
    left, helped, gone, years = answer.case.capital or 0, None, None, []
    for turn in range(YEARS * TURNS_A_YEAR + 1):
        due, weeks = _weekly(answer, left), turn * WEEKS
        if turn % TURNS_A_YEAR == 0:
            years.append(AfterYears(turn // TURNS_A_YEAR, left, due))
        if helped is None and due < answer.case.care_cost:
            helped = weeks
        if gone is None and not left:
            gone = weeks
        left = max(0, left - WEEKS * max(0, due + spends - comes_in))
    return Lasting(_until_nothing_changes(years), helped, gone)


def _until_nothing_changes(years: list[AfterYears]) -> tuple[AfterYears, ...]:
    last = next((at for at, each in enumerate(years) if each.left == years[-1].left), len(years) - 1)
    return tuple(years[: last + 1])


def _weekly(answer: Answer, savings: int) -> int:
    return charge(replace(answer.case, capital=savings), answer.policy).weekly_charge


def _around(limits: Limits) -> list[int]:
    between = range(limits.lower, limits.upper + 1, (limits.upper - limits.lower) // STEPS)
    return [*between, limits.upper + PENCE]
