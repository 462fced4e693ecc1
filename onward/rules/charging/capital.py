"""What the person has, and whether it is above the upper limit (SI 2014/2672 regulations 12 and 18 to 24)."""

from dataclasses import dataclass

from onward.rules.charging import home, joint
from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Limits
from onward.vocabulary.money import shown

OWN = "You have {amount} of your own."
TOTAL = "Together that is {amount}."
NOTIONAL = "{amount} is added as capital that you are treated as having: {because}"
NOTIONAL_SOURCE = f"{LAW} reg 22, as an officer judged"
SAME_TWICE = (
    "Your own and your joint savings are the same amount. If it is the same money, tell us: it counted twice."
)
UNDISCLOSED = "You did not tell us what you have, so you pay the full cost."
ABOVE = "That is more than the upper limit of {limit}, so you pay the full cost."
SOURCE = f"{LAW} reg 12"


@dataclass(frozen=True)
class Capital:
    """All that counts, in pence, and whether it is above the limit. `total` is 0 where the person would not say."""

    total: int
    above: bool
    steps: tuple[Step, ...]


def assess(case: Case, setting: Setting, limits: Limits) -> Capital:
    """What counts, by the limits of the setting that the person is charged as in."""
    if case.capital is None:
        return Capital(0, True, (Step(UNDISCLOSED, 0, SOURCE),))
    _half, of_half = joint.share(case.joint_capital)
    house, of_house = home.counted(case, limits)
    total = without_home(case) + house
    upper = limits.upper_at_home if setting is Setting.COMMUNITY else limits.upper
    steps = [*_own(case), *of_half, *of_house, *_notional(case)]
    if len(steps) > 1:
        steps.append(Step(TOTAL.format(amount=shown(total)), total, f"{LAW} reg 18"))
    if total > upper:
        steps.append(Step(ABOVE.format(limit=shown(upper)), upper, SOURCE))
    return Capital(total, total > upper, tuple(steps))


def without_home(case: Case) -> int:
    """What the person has in pence beside a home: 0 where they would not say."""
    judged = case.notional_capital.amount if case.notional_capital else 0
    return (case.capital or 0) + joint.share(case.joint_capital)[0] + judged


def _own(case: Case) -> list[Step]:
    own = case.capital or 0
    steps = [Step(OWN.format(amount=shown(own)), own, f"{LAW} reg 18")]
    if own and own == case.joint_capital:
        steps.append(Step(SAME_TWICE, 0, f"{LAW} reg 24"))
    return steps


def _notional(case: Case) -> list[Step]:
    judged = case.notional_capital
    if judged is None:
        return []
    says = NOTIONAL.format(amount=shown(judged.amount), because=judged.because)
    return [Step(says, judged.amount, NOTIONAL_SOURCE)]
