"""From what counts and what is kept to what is charged: never below nothing or above the cost (Care Act 2014 s14)."""

from onward.rules.charging.answer import Outcome, Step
from onward.rules.charging.case import Setting
from onward.rules.charging.policy import Choices
from onward.vocabulary.money import shown

HUNDRED = 100
LEFT = "{counted} less the {kept} that you keep leaves {left}."
NOTHING_LEFT = "{counted} is not more than the {kept} that you keep, so nothing is left to charge."
PERCENT = "The council charges {percent}% of that: {amount}."
MOST = "The council charges nobody more than {amount} a week for this."
IN_FULL = "That is not less than your care costs, so you pay all of the {cost}."
PAYS = "You pay {charge} a week. The council pays {rest}."
SOURCE = "Care Act 2014 s14, s17"


def settle(
    counted: int, kept: int, cost: int, setting: Setting, choices: Choices
) -> tuple[int, tuple[Step, ...]]:
    """Pence a week to pay, and the steps to it. A council's own choices hold at home alone."""
    left = max(0, counted - kept)
    says = LEFT if left else NOTHING_LEFT
    words = says.format(counted=shown(counted), kept=shown(kept), left=shown(left))
    steps = [Step(words, left, SOURCE)]
    if setting is Setting.COMMUNITY and left:
        left, of_council = _as_council_chooses(left, choices)
        steps += of_council
    charge = min(left, cost)
    if charge and charge == cost:
        steps.append(Step(IN_FULL.format(cost=shown(cost)), cost, SOURCE))
    return charge, (*steps, pays(charge, cost))


def pays(charge: int, cost: int) -> Step:
    """The last step of every answer."""
    return Step(PAYS.format(charge=shown(charge), rest=shown(cost - charge)), charge, SOURCE)


def outcome(charge: int, cost: int) -> Outcome:
    """Who pays: nobody is said to pay in full for what costs nothing."""
    if not charge:
        return Outcome.NOTHING
    return Outcome.IN_FULL if charge == cost else Outcome.CONTRIBUTES


def _as_council_chooses(left: int, choices: Choices) -> tuple[int, list[Step]]:
    steps = []
    if choices.percent_charged < HUNDRED:
        left = left * choices.percent_charged // HUNDRED
        words = PERCENT.format(percent=choices.percent_charged, amount=shown(left))
        steps.append(Step(words, left, choices.source))
    if choices.most_a_week is not None and left > choices.most_a_week:
        left = choices.most_a_week
        steps.append(Step(MOST.format(amount=shown(left)), left, choices.source))
    return left, steps
