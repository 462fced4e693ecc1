"""What somebody keeps who is not in a care home (Care Act 2014 s14(7), SI 2014/2672 regulation 7 and Schedule 1)."""

from onward.rules.charging import allowances, expenditure, housing
from onward.rules.charging.answer import Kept, Step
from onward.rules.charging.case import Case
from onward.rules.charging.income import Assessed
from onward.rules.charging.policy import Policy, Year


def kept(case: Case, income: Assessed, policy: Policy, year: Year) -> tuple[Kept, tuple[Step, ...]]:
    """The guarantee, the costs of the home and those of the disability."""
    guarantee, of_guarantee = allowances.guarantee(case, policy, year)
    home, of_home = housing.allowed(case, income.housing_help)
    disability, of_disability = expenditure.allowed(
        case, policy.choices, benefit_counted=income.disability_benefit_counted
    )
    return (
        Kept(
            minimum_income_guarantee=guarantee,
            housing_costs=home,
            disability_related_expenditure=disability,
        ),
        (*of_guarantee, *of_home, *of_disability),
    )
