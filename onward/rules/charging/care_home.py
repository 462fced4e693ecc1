"""What somebody keeps who is in a care home.

Source: Care Act 2014 s14(7), SI 2014/2672 regulation 6 and Schedule 1 paragraph 2. Only a temporary resident still
has a home to pay for.
"""

from onward.rules.charging import housing
from onward.rules.charging.answer import Kept, Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.income import Assessed
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Name, Year
from onward.vocabulary.money import shown

ALLOWANCE = "You keep {amount} a week for yourself (your personal expenses allowance)."
NO_HOME = "The costs of a home are not taken off, because you live in the care home for good."
NO_EXPENDITURE = "Costs of your disability are not taken off in a care home: its care covers them."
SOURCE = f"{LAW} reg 6"


def kept(case: Case, income: Assessed, year: Year) -> tuple[Kept, tuple[Step, ...]]:
    """The personal expenses allowance, and in a temporary stay the costs of the home."""
    allowance = year.amount(Name.PERSONAL_EXPENSES)
    words = ALLOWANCE.format(amount=shown(allowance.pence))
    steps = [Step(words, allowance.pence, f"{SOURCE}; {allowance.source} ({allowance.sure})")]
    if any(each.weekly for each in case.disability_related_expenditure):
        steps.append(Step(NO_EXPENDITURE, 0, f"{LAW} Sch 1 para 4"))
    home, of_home = _home(case, income)
    return Kept(personal_expenses_allowance=allowance.pence, housing_costs=home), (*steps, *of_home)


def _home(case: Case, income: Assessed) -> tuple[int, tuple[Step, ...]]:
    if case.setting is Setting.TEMPORARY:
        return housing.allowed(case, income.housing_help)
    costs = any(each.weekly for each in case.housing_costs)
    return 0, (Step(NO_HOME, 0, f"{LAW} Sch 1 para 2"),) if costs else ()
