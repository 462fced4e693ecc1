"""For many cases: the income that counts, and what other rules ask about it. One income of a kind a row."""

from dataclasses import dataclass

import numpy as np

from onward.rules.charging.kinds import DISABILITY_BENEFITS, KINDS, NIGHT_KINDS, Kind, Treatment
from onward.rules.charging.policy import Name, Policy
from onward.rules.charging.population.columns import INCOME, NIGHT, PARTNER, Flags, Numbers, Rows
from onward.rules.charging.population.years import MISSING, NAMES, days

_COUPLE, _SINGLE = NAMES.index(Name.SAVINGS_CREDIT_COUPLE), NAMES.index(Name.SAVINGS_CREDIT_SINGLE)


@dataclass(frozen=True)
class Assessed:
    """Pence a week, whether a disability benefit counts, Housing Benefit, and where an amount was missing."""

    total: Numbers
    disability_benefit_counted: Flags
    housing_help: Numbers
    missing: Flags


@dataclass
class _Sums:
    counted: Numbers
    part: Numbers
    savings: Numbers
    disability: Flags


def assess(rows: Rows, at_home: Flags, temporary: Flags, policy: Policy, of_year: Numbers) -> Assessed:
    """The income that counts. `of_year` are the amounts of each row's year, by name."""
    none = np.zeros(1, dtype=np.int64)
    sums = _Sums(rows.numbers("notional_income"), none, none, np.zeros(1, dtype=np.bool_))
    for code, kind in KINDS.items():
        if f"{INCOME}{code}" in rows:
            _add(sums, kind, _counted(rows, kind, at_home, temporary, policy), rows.numbers("on"))
    most = np.where(rows.flags("couple"), of_year[_COUPLE], of_year[_SINGLE])
    flat = rows.flags("savings_credit_flat")
    missing = ((sums.savings > 0) | flat) & (most == MISSING)
    savings = np.where(flat, most, np.minimum(sums.savings, most))
    off = np.minimum(sums.part, policy.limits.part_disregard) + savings * ((sums.savings > 0) | flat)
    total = np.maximum(0, sums.counted - off - rows.numbers("disregards"))
    return Assessed(total, sums.disability, rows.numbers(f"{INCOME}housing_benefit"), missing)


def _add(sums: _Sums, kind: Kind, counted: Numbers, on: Numbers) -> None:
    sums.counted = sums.counted + counted
    sums.part = sums.part + np.where(_treated_as(kind, Treatment.PART, on), counted, 0)
    if kind.treatment is Treatment.SAVINGS_CREDIT:
        sums.savings = sums.savings + counted
    if kind.code in DISABILITY_BENEFITS:
        sums.disability = sums.disability | (counted > 0)


def _counted(rows: Rows, kind: Kind, at_home: Flags, temporary: Flags, policy: Policy) -> Numbers:
    weekly = rows.numbers(f"{INCOME}{kind.code}")
    if kind.treatment is Treatment.PENSION:
        halved = rows.flags(f"{PARTNER}{kind.code}") & ~at_home
        weekly = np.where(halved, weekly // 2, weekly)
    if kind.code in NIGHT_KINDS:
        night = np.minimum(rows.numbers(f"{NIGHT}{kind.code}"), weekly)
        weekly = np.where(at_home, weekly - night, weekly)
    if kind.treatment is Treatment.DISABILITY:
        weekly = np.where(temporary, 0, weekly)
    if kind.code in policy.choices.leaves_out:
        weekly = np.where(at_home, 0, weekly)
    on = rows.numbers("on")
    out = _treated_as(kind, Treatment.LEFT_OUT, on) | _treated_as(kind, Treatment.HOUSING_HELP, on)
    return np.where(out, 0, weekly)


def _treated_as(kind: Kind, treatment: Treatment, on: Numbers) -> Flags:
    if kind.before is None or kind.before is kind.treatment:
        return np.asarray(kind.treatment is treatment)
    before = on < days(kind.since)
    return np.where(before, kind.before is treatment, kind.treatment is treatment)
