"""What somebody may owe under a deferred payment: the limit, and the debt week by week (Care Act 2014 s34 to s36).

Source: Care and Support (Deferred Payment) Regulations 2014 (SI 2014/2671). Interest is compound; each week bears seven
of 365 days of the yearly rate, on what was owed at its beginning, to the nearest penny.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.rules.charging import capital, home, income, tariff
from onward.rules.charging.answer import Charge, Refused, Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.policy import Policy
from onward.vocabulary.money import shown

WHOLE = 10_000  # a rate in hundredths of a percent
DAYS, YEAR = 7, 365

NO_HOME = "A deferred payment needs a home that counts: give home.value, and the setting care_home_permanent."
LIMIT = (
    "You may defer up to {limit}: your home as it counts, {worth}, less the lower capital limit of {lower}."
)
KEPT = "You may keep up to {most} a week of your income, and keep {kept}."
DEFERRED = "Your care costs {cost} a week. You pay {paid} from your income, and {deferred} is deferred."
OTHER_CAPITAL = "You have more than {limit} beside your home, so the council need not agree to defer."
SHELTERED = "Your home does not count at present, so there is nothing that needs to be deferred yet."
RATE = "Interest is {rate}% a year, added each week: {interest} in {weeks} weeks. At the end you owe {owed}."
REPAY = "It is due when the home is sold, and otherwise within 90 days of your death."
REACHED = "From week {week} on the limit is reached: no more care can be deferred, but interest goes on."
TOO_MUCH = "interest_rate is {rate}%, above the most that the law allows on {on}: {most}%."
NOT_KNOWN = (
    "The most interest that the law allows on {on} is not known here: the rate was taken as it was told."
)
KEEPS_LESS = "income_kept is {kept}. It is at most {most} a week (or the whole income, where that is less)."
SOURCE = "Care Act 2014 s34 to s36; SI 2014/2671"


@dataclass(frozen=True)
class Terms:
    """What is agreed: for how many weeks, the rate in hundredths of a percent a year, and what the person keeps."""

    weeks: int = 0
    rate: int = 0
    income_kept: int | None = None


@dataclass(frozen=True)
class Week:
    """One week of the debt, in pence: what is deferred, the interest for it, and what is owed at its end."""

    deferred: int
    interest: int
    owed: int


@dataclass(frozen=True)
class Deferred:
    """The limit and each week, in pence."""

    equity_limit: int
    weekly: int
    weeks: tuple[Week, ...]
    steps: tuple[Step, ...]


def deferred(case: Case, charge: Charge, terms: Terms, policy: Policy) -> Deferred:
    """What may be deferred. `charge` is the case's own. Refused where no home is told of, or a term is not allowed."""
    if case.setting is not Setting.PERMANENT or not (case.home.value or case.home.interest):
        raise Refused(NO_HOME)
    limits = policy.limits
    worth, of_worth = home.valued(case.home, limits)
    limit = max(0, worth - limits.lower)
    words = LIMIT.format(limit=shown(limit), worth=shown(worth), lower=shown(limits.lower))
    weekly, of_week = _weekly(case, charge, terms, policy)
    weeks = tuple(_weeks(weekly, limit, terms))
    steps = (*of_worth, Step(words, limit, SOURCE), *of_week, *_debt(weeks, weekly, terms, case, policy))
    return Deferred(limit, weekly, weeks, steps)


def _weekly(case: Case, charge: Charge, terms: Terms, policy: Policy) -> tuple[int, tuple[Step, ...]]:
    """What is deferred in a week that leaves room for it: what is charged, less what the person pays from income."""
    earns = income.assess(case, case.setting, policy, policy.year(case.on)).total
    beside, of_beside = _beside(case, policy)
    most = min(earns, policy.limits.disposable_income)
    kept = most if terms.income_kept is None else terms.income_kept
    if kept > most:
        raise Refused(KEEPS_LESS.format(kept=shown(kept), most=shown(policy.limits.disposable_income)))
    cost = charge.weekly_charge
    paid = min(cost, max(0, earns - kept) + beside)
    says = (
        KEPT.format(most=shown(policy.limits.disposable_income), kept=shown(kept)),
        DEFERRED.format(cost=shown(cost), paid=shown(paid), deferred=shown(cost - paid)),
    )
    return cost - paid, (*of_beside, *(Step(each, 0, SOURCE) for each in says))


def _beside(case: Case, policy: Policy) -> tuple[int, tuple[Step, ...]]:
    """Tariff income from what the person has beside the home, or a word that it is too much to have to defer."""
    has = capital.without_home(case)
    limits = policy.limits
    if not home.counted(case, limits)[0]:
        return 0, (Step(SHELTERED, 0, SOURCE),)
    if has > limits.upper:
        return 0, (Step(OTHER_CAPITAL.format(limit=shown(limits.upper)), 0, SOURCE),)
    return tariff.tariff(has, case.setting, limits)[0], ()


def _weeks(weekly: int, limit: int, terms: Terms) -> Iterator[Week]:
    owed = 0
    for _ in range(terms.weeks):
        interest = _nearest(owed * terms.rate * DAYS, WHOLE * YEAR)
        more = min(weekly, max(0, limit - owed - interest))
        owed += interest + more
        yield Week(more, interest, owed)


def _nearest(amount: int, parts: int) -> int:
    """Amount divided by parts, to the nearest whole; half a penny is rounded up."""
    return (2 * amount + parts) // (2 * parts)


def _debt(weeks: tuple[Week, ...], weekly: int, terms: Terms, case: Case, policy: Policy) -> Iterator[Step]:
    yield from _cap(case, terms, policy)
    if weeks:
        words = RATE.format(
            rate=rate_shown(terms.rate),
            interest=shown(sum(each.interest for each in weeks)),
            weeks=len(weeks),
            owed=shown(weeks[-1].owed),
        )
        yield Step(words, weeks[-1].owed, SOURCE)
    reached = next((number for number, each in enumerate(weeks, 1) if each.deferred < weekly), None)
    if reached is not None:
        yield Step(REACHED.format(week=reached), 0, SOURCE)
    yield Step(REPAY, 0, SOURCE)


def _cap(case: Case, terms: Terms, policy: Policy) -> Iterator[Step]:
    if not terms.rate:
        return
    cap = next((each for each in policy.interest_caps if each.start <= case.on < each.end), None)
    if cap is None:
        yield Step(NOT_KNOWN.format(on=case.on), 0, SOURCE)
    elif terms.rate > cap.most:
        raise Refused(TOO_MUCH.format(rate=rate_shown(terms.rate), on=case.on, most=rate_shown(cap.most)))


def rate_shown(rate: int) -> str:
    """Hundredths of a percent as `4.65`."""
    return f"{rate // 100}.{rate % 100:02}"
