"""Disability-related expenditure: allowed where a disability benefit counts (SI 2014/2672 Schedule 1 paragraph 4)."""

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Choices
from onward.vocabulary.money import shown

ALLOWED = "You keep {amount} a week for “{kind}”, which you need because of your disability."
STANDARD = "You keep {amount} a week for costs of your disability without bills: the council gives that to everybody."
NOT_ALLOWED = (
    "{amount} a week for costs of your disability is not taken off, because no benefit for disability counts here. Ask "
    "whether you can get Attendance Allowance or Personal Independence Payment."
)
SOURCE = f"{LAW} Sch 1 para 4"


def allowed(case: Case, choices: Choices, *, benefit_counted: bool) -> tuple[int, tuple[Step, ...]]:
    """Pence a week kept for the costs of a disability. No receipt is needed up to what the council gives anyway."""
    spent = sum(each.weekly for each in case.disability_related_expenditure)
    if not benefit_counted:
        words = NOT_ALLOWED.format(amount=shown(spent))
        return 0, (Step(words, 0, SOURCE),) if spent else ()
    if spent < choices.standard_expenditure:
        standard = choices.standard_expenditure
        return standard, (Step(STANDARD.format(amount=shown(standard)), standard, choices.source),)
    steps = (
        Step(ALLOWED.format(amount=shown(each.weekly), kind=each.kind), each.weekly, SOURCE)
        for each in case.disability_related_expenditure
        if each.weekly
    )
    return spent, tuple(steps)
