"""The person's own income, after everything that is left out of it, without tariff income (regulations 13 to 17)."""

from dataclasses import dataclass

from onward.rules.charging import disregards
from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.kinds import DISABILITY_BENEFITS, KINDS, LAW, Treatment
from onward.rules.charging.policy import Policy, Year
from onward.rules.charging.treated import Treated, treat
from onward.vocabulary.money import shown

TOTAL = "So your income for this is {total} a week."
NONE = "You told us of no income."
OWN_ONLY = "Only your own income counts, never your partner's."
TWICE = "Your {name} stands twice with the same amount. If that is the same money, tell us: it counted twice."
NOTIONAL = "{amount} a week is added as income that you are treated as having: {because}"
NOTIONAL_SOURCE = f"{LAW} reg 17, as an officer judged"


@dataclass(frozen=True)
class Assessed:
    """Income in pence a week, the steps to it, and what of it other rules ask about."""

    total: int
    steps: tuple[Step, ...]
    disability_benefit_counted: bool
    housing_help: int


def assess(case: Case, setting: Setting, policy: Policy, year: Year) -> Assessed:
    """The income that counts. `setting` is the one that the person is charged as in."""
    choices = policy.choices
    treated = [
        treat(each, setting, case.on, leaves_out=choices.leaves_out, council=policy.council)
        for each in case.income
    ]
    added = _notional(case)
    off = [
        *disregards.part(treated, case, policy.limits),
        *disregards.savings_credit(treated, case, year),
        *disregards.named(case),
    ]
    counted = sum(each.counted for each in treated) + sum(each.amount for each in added)
    total = max(0, counted - sum(each.amount for each in off))
    says = TOTAL if case.income or added else NONE
    lines = (*(each.step for each in treated), *_twice(case), *added, *off)
    steps = [*lines, Step(says.format(total=shown(total)), total, "")]
    if case.couple:
        steps.append(Step(OWN_ONLY, 0, f"{LAW} reg 13"))
    return Assessed(total, tuple(steps), _disability(treated), _housing_help(case))


def _twice(case: Case) -> list[Step]:
    """A remark on each income that was given twice: it may be one person's money, given for both of a couple."""
    again = {each for at, each in enumerate(case.income) if each.weekly and each in case.income[:at]}
    return [
        Step(TWICE.format(name=kind.name), 0, kind.source)
        for kind in KINDS.values()
        if any(each.kind == kind.code for each in again)
    ]


def _notional(case: Case) -> list[Step]:
    judged = case.notional_income
    if judged is None:
        return []
    says = NOTIONAL.format(amount=shown(judged.amount), because=judged.because)
    return [Step(says, judged.amount, NOTIONAL_SOURCE)]


def _disability(treated: list[Treated]) -> bool:
    return any(each.counted for each in treated if each.kind in DISABILITY_BENEFITS)


def _housing_help(case: Case) -> int:
    return sum(each.weekly for each in case.income if KINDS[each.kind].treatment is Treatment.HOUSING_HELP)
