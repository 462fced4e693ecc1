"""What many people pay: the rule of `onward.rules.charging`, over NumPy int64, to the penny the same.

A case is refused with a Why where the one-case path refuses it with a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from onward.rules.charging.case import Setting
from onward.rules.charging.policy import Name, Policy
from onward.rules.charging.population import capital, income, kept
from onward.rules.charging.population.columns import NOT_SAID, SETTINGS, Flags, Numbers, Rows
from onward.rules.charging.population.years import MISSING, NAMES, amounts, bands, years
from onward.rules.charging.settling import HUNDRED

ROWS = 1 << 15  # at once: what is in work then stays in the processor's cache
_PERSONAL = NAMES.index(Name.PERSONAL_EXPENSES)


class Why(IntEnum):
    """Why a case was refused. The first that holds is told."""

    NOTHING = 0
    NO_YEAR = 1
    TOO_YOUNG = 2
    AGE_UNCLEAR = 3
    AMOUNT_MISSING = 4
    GUARANTEE_TOO_LOW = 5


@dataclass(frozen=True)
class Charges:
    """Pence a week by row: the charge, and what the council pays; -1 for both where `refused` says why."""

    weekly_charge: Numbers
    council_pays: Numbers
    assessed_income: Numbers
    tariff_income: Numbers
    refused: NDArray[np.int8]


def charge_many(columns: Mapping[str, NDArray[np.generic]], policy: Policy) -> Charges:
    """The charge of each row. `columns` are as `columns.COLUMNS` says, `setting` as its place in SETTINGS."""
    rows = Rows(columns)
    parts = [
        _some(rows.among(first, min(first + ROWS, len(rows))), policy) for first in range(0, len(rows), ROWS)
    ]
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Charges(none, none, none, none, none.astype(np.int8))
    return Charges(*(np.concatenate(each) for each in zip(*parts, strict=True)))


def outcomes(charges: Charges) -> NDArray[np.int8]:
    """Who pays in each row, as the place among `Outcome`: nothing, a part, all. Of a refused row it says nothing."""
    nothing, all_of_it = charges.weekly_charge == 0, charges.council_pays == 0
    return np.select([nothing, all_of_it], [0, 2], 1).astype(np.int8)


def _some(rows: Rows, policy: Policy) -> tuple[Numbers, Numbers, Numbers, Numbers, NDArray[np.int8]]:
    year = years(rows, policy)
    of_year = np.take(amounts(policy).T, np.maximum(year, 0), axis=1)
    at_home, permanent, temporary = _settings(rows, policy)
    has, above = capital.assess(rows, at_home, permanent, policy.limits)
    earns = income.assess(rows, at_home, temporary & ~at_home, policy, of_year)
    tariff = np.where(above, 0, capital.tariff(has, at_home, policy.limits))
    ages, unsure, child = bands(rows, policy)
    keeps, wrong = _kept(rows, at_home, temporary, ages, earns, policy, of_year)
    cost = np.maximum(0, rows.numbers("care_cost") - rows.numbers("nursing_contribution"))
    left = _as_council_chooses(np.maximum(0, earns.total + tariff - keeps), at_home, policy)
    charge = np.where(above, cost, np.minimum(left, cost))
    refused = np.select(
        [year == MISSING, child, unsure, earns.missing, ~above & (wrong > 0)],
        [Why.NO_YEAR, Why.TOO_YOUNG, Why.AGE_UNCLEAR, Why.AMOUNT_MISSING, wrong],
        Why.NOTHING,
    ).astype(np.int8)
    fine, shape = refused == 0, len(rows)
    return (
        np.where(fine, charge, -1),
        np.where(fine, cost - charge, -1),
        np.where(fine, np.broadcast_to(earns.total, shape), -1),
        np.where(fine, np.broadcast_to(tariff, shape), -1),
        np.broadcast_to(refused, shape),
    )


def _settings(rows: Rows, policy: Policy) -> tuple[Flags, Flags, Flags]:
    """Who is charged as at home, who lives in a care home for good, and who is there for a time."""
    setting = rows.numbers("setting")
    at_home = setting == SETTINGS.index(Setting.COMMUNITY)
    permanent = setting == SETTINGS.index(Setting.PERMANENT)
    temporary = setting == SETTINGS.index(Setting.TEMPORARY)
    if policy.choices.short_stays_as_at_home:
        weeks = rows.numbers("stay_weeks")
        short = (weeks != NOT_SAID) & (weeks <= policy.limits.short_stay_weeks)
        at_home = at_home | (temporary & short)
    return at_home, permanent, temporary


def _kept(
    rows: Rows, at_home: Flags, temporary: Flags, ages: Numbers, earns: income.Assessed, policy: Policy,
    of_year: Numbers,
) -> tuple[Numbers, Numbers]:  # fmt: skip
    """What each keeps, and a Why where that cannot be said."""
    guarantee = kept.guarantee(rows, ages, policy, of_year)
    home = kept.housing(rows, earns.housing_help)
    in_community = guarantee.amount + home + kept.expenditure(rows, earns, policy.choices)
    personal = of_year[_PERSONAL]
    in_care_home = personal + np.where(temporary, home, 0)
    wrong = np.select(
        [at_home & guarantee.missing, at_home & guarantee.too_low, ~at_home & (personal == MISSING)],
        [Why.AMOUNT_MISSING, Why.GUARANTEE_TOO_LOW, Why.AMOUNT_MISSING],
        Why.NOTHING,
    )
    return np.where(at_home, in_community, in_care_home), wrong


def _as_council_chooses(left: Numbers, at_home: Flags, policy: Policy) -> Numbers:
    choices = policy.choices
    own = left
    if choices.percent_charged < HUNDRED:
        own = own * choices.percent_charged // HUNDRED
    if choices.most_a_week is not None:
        own = np.minimum(own, choices.most_a_week)
    return np.where(at_home, own, left)
