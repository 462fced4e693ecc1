"""What having a home costs, net of the help with it (SI 2014/2672 Schedule 1 paragraphs 2 and 3).

It is allowed to people who are not in a care home and to temporary residents. Housing Benefit is taken off rent, ground
rent and service charges, which it pays; help with other costs is named with the cost.
"""

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, HousingCost, HousingKind
from onward.rules.charging.kinds import LAW
from onward.vocabulary.money import shown

ALLOWED = "You keep {amount} a week for your {kind}."
HELPED = "Of your {kind} of {weekly} you keep {amount} a week: the rest is paid by the help you get with it."
BENEFIT = "Your Housing Benefit pays {amount} of that, so you keep {total} a week for your home."
SOURCE = f"{LAW} Sch 1 paras 2, 3"
PAID_BY_BENEFIT = frozenset({HousingKind.RENT, HousingKind.GROUND_RENT, HousingKind.SERVICE_CHARGE})
_NAMES = {
    HousingKind.RENT: "rent",
    HousingKind.MORTGAGE: "mortgage",
    HousingKind.COUNCIL_TAX: "council tax",
    HousingKind.GROUND_RENT: "ground rent",
    HousingKind.SERVICE_CHARGE: "service charge",
    HousingKind.OTHER: "other costs of your home",
}


def allowed(case: Case, benefit: int) -> tuple[int, tuple[Step, ...]]:
    """Pence a week kept for the home. `benefit` is the Housing Benefit received."""
    costs = [(each, max(0, each.weekly - each.help)) for each in case.housing_costs]
    steps = [_step(cost, net) for cost, net in costs if cost.weekly]
    payable = sum(net for cost, net in costs if cost.kind in PAID_BY_BENEFIT)
    paid = min(benefit, payable)
    total = sum(net for _cost, net in costs) - paid
    if paid:
        steps.append(Step(BENEFIT.format(amount=shown(paid), total=shown(total)), total, SOURCE))
    return total, tuple(steps)


def _step(cost: HousingCost, net: int) -> Step:
    says = HELPED if cost.help else ALLOWED
    words = says.format(kind=_NAMES[cost.kind], weekly=shown(cost.weekly), amount=shown(net))
    return Step(words, net, SOURCE)
