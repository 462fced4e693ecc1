"""What one person pays a week for care and support, with every step (Care Act 2014 s14, s17; SI 2014/2672)."""

from onward.rules.charging import capital, care_home, community, cost, free, income, settling, stay, tariff
from onward.rules.charging.answer import Charge, Kept, Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.income import Assessed
from onward.rules.charging.pension_age import band
from onward.rules.charging.policy import Policy, Year

TAKEN_AS_NOTHING = "Nobody told us about these, so we took them as nothing: {names}."


def charge(case: Case, policy: Policy) -> Charge:
    """The charge. Refused where an amount of the year is missing, or what was told does not settle it."""
    year = policy.year(case.on)
    band(
        case, policy.pension_ages
    )  # an age that does not say whether somebody has pension age is refused everywhere
    setting, of_stay = stay.charged_as(case, policy)
    most, of_cost = cost.cost(case)
    has = capital.assess(case, setting, policy.limits)
    earns = income.assess(case, setting, policy, year)
    nothing_due, of_service = free.free(case.service)
    if nothing_due:
        steps = (of_cost, *of_service, settling.pays(0, most))
        return Charge(settling.outcome(0, most), 0, most, earns.total, 0, Kept(), year.name, steps)
    first = (*_left_out(case), *of_stay, of_cost, *of_service, *has.steps)
    if has.above:
        steps = (*first, settling.pays(most, most))
        return Charge(settling.outcome(most, most), most, 0, earns.total, 0, Kept(), year.name, steps)
    tariff_income, of_tariff = tariff.tariff(has.total, setting, policy.limits)
    keeps, of_kept = _kept(case, setting, earns, policy, year)
    counted = earns.total + tariff_income
    amount, of_charge = settling.settle(counted, keeps.total, most, setting, policy.choices)
    steps = (*first, of_tariff, *earns.steps, *of_kept, *of_charge)
    outcome = settling.outcome(amount, most)
    return Charge(outcome, amount, most - amount, earns.total, tariff_income, keeps, year.name, steps)


def _kept(
    case: Case, setting: Setting, earns: Assessed, policy: Policy, year: Year
) -> tuple[Kept, tuple[Step, ...]]:
    if setting is Setting.COMMUNITY:
        return community.kept(case, earns, policy, year)
    return care_home.kept(case, earns, year)


def _left_out(case: Case) -> tuple[Step, ...]:
    if not case.left_out:
        return ()
    return (Step(TAKEN_AS_NOTHING.format(names=", ".join(case.left_out)), 0, ""),)
