"""For many cases: what people keep, and where that cannot be said."""

from dataclasses import dataclass

import numpy as np

from onward.rules.charging.case import HousingKind, Premium
from onward.rules.charging.housing import PAID_BY_BENEFIT
from onward.rules.charging.pension_age import Band
from onward.rules.charging.policy import Choices, Name, Policy
from onward.rules.charging.population.columns import HOUSING, NOT_SAID, PREMIUM, Flags, Numbers, Rows
from onward.rules.charging.population.income import Assessed
from onward.rules.charging.population.years import MISSING, NAMES, has_pension_age
from onward.rules.charging.premiums import name_of


@dataclass(frozen=True)
class Guarantee:
    """Pence a week; where an amount was missing, and where a council's own is less than the national one."""

    amount: Numbers
    missing: Flags
    too_low: Flags


def guarantee(rows: Rows, bands: Numbers, policy: Policy, of_year: Numbers) -> Guarantee:
    """The minimum income guarantee of each row."""
    basic = _basic(rows, bands, policy, of_year)
    missing = basic == MISSING
    total = basic
    children = rows.numbers("children")
    each = of_year[NAMES.index(Name.CHILD)]
    missing, total = missing | ((children > 0) & (each == MISSING)), total + children * each
    for premium in Premium:
        if f"{PREMIUM}{premium}" not in rows:
            continue
        has = rows.flags(f"{PREMIUM}{premium}")
        if premium is not Premium.CARER:
            has = has & (bands != Band.PENSION_AGE)
        amount = _premium(premium, rows.flags("couple"), of_year)
        missing, total = missing | (has & (amount == MISSING)), total + np.where(has, amount, 0)
    given = rows.numbers("minimum_income_guarantee")
    own = given != NOT_SAID
    return Guarantee(np.where(own, given, total), missing, own & (given < total))


def housing(rows: Rows, benefit: Numbers) -> Numbers:
    """What the home costs, net of Housing Benefit."""
    costs = {kind: rows.numbers(f"{HOUSING}{kind}") for kind in HousingKind if f"{HOUSING}{kind}" in rows}
    none = np.zeros(1, dtype=np.int64)
    payable = sum((cost for kind, cost in costs.items() if kind in PAID_BY_BENEFIT), none)
    net: Numbers = sum(costs.values(), none) - np.minimum(benefit, payable)
    return net


def expenditure(rows: Rows, income: Assessed, choices: Choices) -> Numbers:
    """Costs of the disability, or what the council gives without bills, where a benefit for it counts."""
    spent = np.maximum(rows.numbers("disability_related_expenditure"), choices.standard_expenditure)
    return np.where(income.disability_benefit_counted, spent, 0)


def _premium(premium: Premium, couple: Flags, of_year: Numbers) -> Numbers:
    both = of_year[NAMES.index(name_of(premium, couple=True))]
    one = of_year[NAMES.index(name_of(premium, couple=False))]
    amount: Numbers = np.where(couple, both, one)
    return amount


def _basic(rows: Rows, bands: Numbers, policy: Policy, of_year: Numbers) -> Numbers:
    amount = {name: of_year[NAMES.index(name)] for name in Name}
    old = bands == Band.PENSION_AGE
    young = np.where(bands == Band.UNDER_25, amount[Name.SINGLE_UNDER_25], amount[Name.SINGLE_25_OR_OVER])
    lone = np.where(rows.flags("lone_parent"), amount[Name.LONE_PARENT], young)
    single = np.where(old, amount[Name.SINGLE_PENSION_AGE], lone)
    either = old
    if "partner_born" in rows:
        either = old | has_pension_age(rows.numbers("partner_born"), rows.numbers("on"), policy)
    both = np.where(either, amount[Name.COUPLE_PENSION_AGE], amount[Name.COUPLE])
    basic: Numbers = np.where(rows.flags("couple"), both, single)
    return basic
