"""Whether a short stay in a care home is charged as care at home (SI 2014/2672 regulation 8): a council may do so."""

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Policy

AS_AT_HOME = "Your stay is {weeks} weeks or less, so you are charged as if you were at home."
NOT_SHORT = "Your stay is longer than {weeks} weeks, so you are charged as in a care home."
SOURCE = f"{LAW} reg 8"


def charged_as(case: Case, policy: Policy) -> tuple[Setting, tuple[Step, ...]]:
    """The setting by whose rules the person is charged, and why where that is not plain."""
    asked = case.setting is Setting.TEMPORARY and case.stay_weeks is not None
    if not asked or not policy.choices.short_stays_as_at_home:
        return case.setting, ()
    weeks = policy.limits.short_stay_weeks
    short = case.stay_weeks is not None and case.stay_weeks <= weeks
    says = AS_AT_HOME if short else NOT_SHORT
    step = Step(says.format(weeks=weeks), 0, f"{SOURCE}; {policy.choices.source}")
    return Setting.COMMUNITY if short else case.setting, (step,)
