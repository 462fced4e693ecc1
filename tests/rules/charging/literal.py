"""A second reading of the regulations: slow, literal, one regulation after another, in fractions of a pound.

It shares with the rules only the case and the amounts. What it answers is compared with what they answer; where both
are wrong together, the published examples and the sentences have to say so.
"""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from onward.rules.charging.case import Case, Income
from onward.rules.charging.policy import Policy, Year


class CannotSay(Exception):
    """The regulations name an amount or a fact that nobody gave."""


def charge(case: Case, policy: Policy) -> tuple[int, int]:
    """The charge and the assessed income, in pence a week."""
    year = next((each for each in policy.years if each.start <= case.on < each.end), None)
    if year is None:
        raise CannotSay
    pension_age = has_pension_age(case.born, case.age, case.on)
    years_old = whole_years(case.born, case.age, case.on)
    if years_old < 18:
        raise CannotSay
    cost = max(Fraction(0), Fraction(case.care_cost, 100) - Fraction(case.nursing_contribution, 100))
    income = regulation_13(case, year)
    capital = regulation_18(case)
    if case.capital is None or capital > 23_250:  # regulation 12: the financial limit
        return pennies(cost), pennies(income)
    counted = income + regulation_25(capital)
    if case.setting == "community":
        kept = regulation_7(case, year, pension_age, years_old) + housing(case) + disability(case)
    elif case.setting == "care_home_permanent":
        kept = regulation_6(year)
    else:
        kept = regulation_6(year) + housing(case)
    return pennies(min(cost, max(Fraction(0), counted - kept))), pennies(income)


def regulation_6(year: Year) -> Fraction:
    return amount(year, "personal_expenses")


def regulation_7(case: Case, year: Year, pension_age: bool, years_old: int) -> Fraction:
    partner_old = case.partner_born is not None and has_pension_age(case.partner_born, None, case.on)
    if case.couple:  # (4)
        total = amount(year, "couple_pension_age" if pension_age or partner_old else "couple")
    elif pension_age:  # (2)(c)
        total = amount(year, "single_pension_age")
    elif case.lone_parent:  # (3)
        total = amount(year, "lone_parent")
    else:  # (2)(a), (b)
        total = amount(year, "single_under_25" if years_old < 25 else "single_25_or_over")
    if case.children:  # (1)(b)
        total += case.children * amount(year, "child")
    total += premiums(case, year, pension_age)
    if case.minimum_income_guarantee is None:
        return total
    if Fraction(case.minimum_income_guarantee, 100) < total:
        raise CannotSay
    return Fraction(case.minimum_income_guarantee, 100)


def premiums(case: Case, year: Year, pension_age: bool) -> Fraction:
    """Regulation 7(5) to (7)."""
    total, whose = Fraction(0), "couple" if case.couple else "single"
    if (
        "disability" in case.premiums and not pension_age
    ):  # a premium of income support, which ends at pension age
        total += amount(year, f"disability_{whose}")
    if "enhanced_disability" in case.premiums and not pension_age:
        total += amount(year, f"enhanced_disability_{whose}")
    if "carer" in case.premiums:
        total += amount(year, "carer")
    return total


NOT_INCOME = (
    "earnings", "dla_mobility", "pip_mobility", "guaranteed_income_payment", "child_benefit", "child_tax_credit",
    "armed_forces_independence_payment", "direct_payment", "housing_benefit", "christmas_bonus", "winter_fuel_payment",
    "war_widows_special_payment",
)  # fmt: skip


def regulation_13(case: Case, year: Year) -> Fraction:
    """The sum of income, less what Schedule 1 disregards of it."""
    total = sum((counted(each, case) for each in case.income), Fraction(0))
    if case.notional_income is not None:
        total += Fraction(case.notional_income.amount, 100)
    war = sum(
        counted(each, case) for each in case.income if each.kind in ("war_pension", "war_widows_pension")
    )
    total -= min(Fraction(war), Fraction(10))
    savings = Fraction(sum(each.weekly for each in case.income if each.kind == "pension_credit_savings"), 100)
    if savings or case.savings_credit_flat:
        most = amount(year, "savings_credit_couple" if case.couple else "savings_credit_single")
        total -= most if case.savings_credit_flat else min(savings, most)
    total -= sum((Fraction(each.weekly, 100) for each in case.disregards), Fraction(0))
    return max(Fraction(0), total)


def counted(income: Income, case: Case) -> Fraction:
    """What Schedule 1 leaves of one income."""
    weekly, in_care_home = Fraction(income.weekly, 100), case.setting != "community"
    if income.kind in NOT_INCOME or (income.kind == "war_pension" and case.on >= date(2017, 4, 10)):
        return Fraction(0)
    if income.kind in ("attendance_allowance", "dla_care", "pip_daily_living"):
        if case.setting == "care_home_temporary":
            return Fraction(0)
        return weekly if in_care_home else max(Fraction(0), weekly - Fraction(income.night, 100))
    if income.kind in ("occupational_pension", "other_pension") and income.paid_to_partner and in_care_home:
        return down(weekly / 2)
    return weekly


def regulation_18(case: Case) -> Fraction:
    own = Fraction(case.capital or 0, 100)
    joint = Fraction(floor(Fraction(case.joint_capital, 2)), 100)
    judged = Fraction(case.notional_capital.amount, 100) if case.notional_capital else Fraction(0)
    return own + joint + judged + schedule_2(case)


def schedule_2(case: Case) -> Fraction:
    """What the home adds."""
    home = case.home
    if case.setting != "care_home_permanent":
        return Fraction(0)
    if home.weeks_since_permanent is not None and home.weeks_since_permanent < 12:
        return Fraction(0)
    if home.occupied_by:  # cases by chance have a partner there, or nobody
        return Fraction(0)
    if home.joint and home.interest is not None:
        return max(
            Fraction(0),
            down(Fraction(home.interest, 100) * Fraction(9, 10)) - Fraction(home.other_charges, 100),
        )
    worth = max(
        Fraction(0), down(Fraction(home.value, 100) * Fraction(9, 10)) - Fraction(home.other_charges, 100)
    )
    return down(worth / 2) if home.joint else worth


def regulation_25(capital: Fraction) -> Fraction:
    return Fraction(0) if capital <= 14_250 else Fraction(ceil((capital - 14_250) / 250))


def housing(case: Case) -> Fraction:
    benefit = Fraction(sum(each.weekly for each in case.income if each.kind == "housing_benefit"), 100)
    total, paid_by_benefit = Fraction(0), Fraction(0)
    for cost in case.housing_costs:
        net = max(Fraction(0), Fraction(cost.weekly, 100) - Fraction(cost.help, 100))
        total += net
        if cost.kind in ("rent", "ground_rent", "service_charge"):
            paid_by_benefit += net
    return total - min(benefit, paid_by_benefit)


def disability(case: Case) -> Fraction:
    for income in case.income:
        night = income.night if income.kind != "constant_attendance_allowance" else 0
        counts = max(0, income.weekly - night) > 0
        if counts and income.kind in (
            "attendance_allowance", "dla_care", "pip_daily_living", "constant_attendance_allowance",
        ):  # fmt: skip
            return Fraction(sum(each.weekly for each in case.disability_related_expenditure), 100)
    return Fraction(0)


def has_pension_age(born: date | None, age: int | None, on: date) -> bool:
    """The Pensions Acts as they are told: first women's age of 60 rising to 65, then 66, then 67."""
    if born is None:
        if age is None or 60 <= age <= 68:
            raise CannotSay
        return age > 68
    if born < date(1950, 4, 6):
        return True
    if born < date(1953, 12, 6):
        return on >= rising(born, date(1950, 4, 6), [(36, date(2010, 5, 6), 2), (8, date(2016, 7, 6), 4)])
    if born < date(1954, 10, 6):
        return on >= rising(born, date(1953, 12, 6), [(10, date(2019, 3, 6), 2)])
    if born < date(1960, 4, 6):
        return on >= after(born, 66 * 12)
    months = sum(1 for month in range(12) if born >= after(date(1960, 4, 6), month))
    return on >= after(born, 66 * 12 + months)


def rising(born: date, first: date, steps: list[tuple[int, date, int]]) -> date:
    """Cohorts of a month each, from the 6th: so many of them, the first day of the first, and how many months apart."""
    for count, day, apart in steps:
        for number in range(count):
            if after(first, number) <= born < after(first, number + 1):
                return after(day, number * apart)
        first = after(first, count)
    raise CannotSay


def after(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def whole_years(born: date | None, age: int | None, on: date) -> int:
    """Birthdays counted one by one; somebody born on 29 February has theirs on 1 March in other years."""
    if born is None:
        return age or 0
    count = 0
    while birthday(born, count + 1) <= on:
        count += 1
    return count


def birthday(born: date, count: int) -> date:
    return (born - timedelta(days=1)).replace(year=born.year + count) + timedelta(days=1) if (
        born.month, born.day) == (2, 29) else born.replace(year=born.year + count)  # fmt: skip


def amount(year: Year, name: str) -> Fraction:
    for each, found in year.amounts.items():
        if each == name:
            return Fraction(found.pence, 100)
    raise CannotSay


def down(pounds: Fraction) -> Fraction:
    return Fraction(floor(pounds * 100), 100)


def pennies(pounds: Fraction) -> int:
    assert (pounds * 100).denominator == 1
    return int(pounds * 100)
