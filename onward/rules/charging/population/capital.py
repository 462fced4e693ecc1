"""For many cases: what people have, and whether it is above the upper limit."""

import numpy as np

from onward.rules.charging.home import HUNDRED
from onward.rules.charging.policy import Limits
from onward.rules.charging.population.columns import NOT_SAID, Flags, Numbers, Rows


def assess(rows: Rows, at_home: Flags, permanent: Flags, limits: Limits) -> tuple[Numbers, Flags]:
    """Everything that counts in pence, and where it is above the limit or not told."""
    total = rows.numbers("capital") + rows.numbers("joint_capital") // 2 + rows.numbers("notional_capital")
    if "home_value" in rows or "home_interest" in rows:
        total = total + _home(rows, permanent, limits)
    upper = np.where(at_home, limits.upper_at_home, limits.upper)
    return total, rows.flags("undisclosed") | (total > upper)


def tariff(total: Numbers, at_home: Flags, limits: Limits) -> Numbers:
    """Tariff income in pence a week, for capital that is not above the upper limit."""
    above = np.maximum(0, total - np.where(at_home, limits.lower_at_home, limits.lower))
    return -(-above // limits.tariff_step) * limits.tariff_for_each


def _home(rows: Rows, permanent: Flags, limits: Limits) -> Numbers:
    interest, joint = rows.numbers("home_interest"), rows.flags("home_joint")
    share_known = joint & (interest != NOT_SAID)
    value = np.where(share_known, interest, rows.numbers("home_value"))
    after_sale = value * (HUNDRED - limits.costs_of_sale_percent) // HUNDRED
    worth = np.maximum(0, after_sale - rows.numbers("home_other_charges"))
    worth = np.where(joint & ~share_known, worth // 2, worth)
    weeks = rows.numbers("home_weeks")
    first_weeks = (weeks != NOT_SAID) & (weeks < limits.home_weeks)
    return np.where(permanent & ~rows.flags("home_sheltered") & ~first_weeks, worth, 0)
