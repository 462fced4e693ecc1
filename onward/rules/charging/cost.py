"""What the care costs the person and the council together, net of what the NHS pays for nursing (Care Act s22)."""

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case
from onward.vocabulary.money import shown

COST = "Your care costs {amount} a week."
NURSING = "Your care costs {whole} a week. The NHS pays {nursing} of that for nursing, which leaves {amount}."
SOURCE = "Care Act 2014 s14(4)"
NURSING_SOURCE = "Care Act 2014 s14(4), s22; NHS-funded nursing care"


def cost(case: Case) -> tuple[int, Step]:
    """Pence a week that nobody can be charged more than."""
    amount = max(0, case.care_cost - case.nursing_contribution)
    if not case.nursing_contribution:
        return amount, Step(COST.format(amount=shown(amount)), amount, SOURCE)
    words = NURSING.format(
        whole=shown(case.care_cost), nursing=shown(case.nursing_contribution), amount=shown(amount)
    )
    return amount, Step(words, amount, NURSING_SOURCE)
