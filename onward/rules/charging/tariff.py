"""Tariff income: £1 a week for each £250 of capital, or part of it, above the lower limit (SI 2014/2672 regulation 25).

Some councils publish examples that round down. The regulation does not.
"""

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Setting
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Limits
from onward.vocabulary.money import shown

BELOW = "That is not more than the lower limit of {lower}, so nothing is taken for it."
ABOVE = (
    "For each {step} or part of it above the lower limit of {lower} {each} a week counts; that makes {tariff} "
    "(tariff income)."
)
SOURCE = f"{LAW} reg 25"


def tariff(capital: int, setting: Setting, limits: Limits) -> tuple[int, Step]:
    """Pence a week for capital in pence that is not above the upper limit."""
    lower = limits.lower_at_home if setting is Setting.COMMUNITY else limits.lower
    steps = -(-max(0, capital - lower) // limits.tariff_step)
    amount = steps * limits.tariff_for_each
    says = ABOVE if amount else BELOW
    words = says.format(
        step=shown(limits.tariff_step),
        lower=shown(lower),
        each=shown(limits.tariff_for_each),
        tariff=shown(amount),
    )
    return amount, Step(words, amount, SOURCE)
