"""Every kind of income, how it is treated, why, and since when. `onward charge --kinds` and the reference print it.

Source: Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672), regulations 13 to 17
and Schedule 1. Where the paragraph was not read in an official text the source says "check".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAW = "SI 2014/2672"
START = date(2015, 4, 1)
WAR_PENSIONS = date(2017, 4, 10)


class Treatment(StrEnum):
    """What is done with an income."""

    COUNTED = "counted in full"
    LEFT_OUT = "left out in full"
    PART = "£10 a week left out, once for all such incomes"
    DISABILITY = "counted in full, left out in a temporary stay"
    PENSION = "counted in full; in a care home half where at least half goes to a partner at home"
    SAVINGS_CREDIT = "counted, less the savings credit disregard"
    HOUSING_HELP = "left out, and taken off the rent and service charges that it helps with"


@dataclass(frozen=True)
class Kind:
    """One kind of income. `name` is what people call it; `before` is how it was until `since`, if otherwise."""

    code: str
    name: str
    treatment: Treatment
    source: str
    because: str
    since: date = START
    before: Treatment | None = None

    def on(self, day: date) -> Treatment:
        """How it is treated on a day."""
        return self.before if self.before and day < self.since else self.treatment


INCOME = f"{LAW} reg 13"
SCHEDULE = f"{LAW} Sch 1 (check paragraph)"
CARE = "It is for the care that is charged for; in a temporary stay the needs of your home go on."
NOTHING_SAID = "No paragraph of Schedule 1 leaves it out."

_KINDS = (
    Kind("state_pension", "State Pension", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("occupational_pension", "pension from work", Treatment.PENSION, f"{LAW} reg 13, Sch 1 (check)",
         "Half may be for a husband, wife or civil partner who lives at home."),
    Kind("other_pension", "other pension", Treatment.PENSION, f"{LAW} reg 13, Sch 1 (check)",
         "A personal pension is treated as one from work is."),
    Kind("pension_credit_guarantee", "Pension Credit (guarantee credit)", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("pension_credit_savings", "Pension Credit (savings credit)", Treatment.SAVINGS_CREDIT, f"{LAW} Sch 1 para 40",
         "It rewards having saved, so part of it is yours to keep, in every setting (circular of 2024 to 2025)."),
    Kind("attendance_allowance", "Attendance Allowance", Treatment.DISABILITY, f"{LAW} reg 13, Sch 1 (check)", CARE),
    Kind("dla_care", "Disability Living Allowance (care)", Treatment.DISABILITY, f"{LAW} reg 13, Sch 1 (check)", CARE),
    Kind("dla_mobility", "Disability Living Allowance (mobility)", Treatment.LEFT_OUT, f"{LAW} Sch 1 para 8",
         "It is for getting about, not for care."),
    Kind("pip_daily_living", "Personal Independence Payment (daily living)", Treatment.DISABILITY,
         f"{LAW} reg 13, Sch 1 (check)", CARE),
    Kind("pip_mobility", "Personal Independence Payment (mobility)", Treatment.LEFT_OUT, f"{LAW} Sch 1 para 8",
         "It is for getting about, not for care."),
    Kind("employment_and_support_allowance", "Employment and Support Allowance", Treatment.COUNTED, INCOME,
         NOTHING_SAID),
    Kind("jobseekers_allowance", "Jobseeker's Allowance", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("income_support", "Income Support", Treatment.COUNTED, INCOME,
         "Give it without the part for housing costs, which Schedule 1 paragraph 3(2) leaves out."),
    Kind("universal_credit", "Universal Credit", Treatment.COUNTED, INCOME,
         "Give it without the part for rent and for children, and then the rent that is left to pay."),
    Kind("housing_benefit", "Housing Benefit", Treatment.HOUSING_HELP, f"{LAW} Sch 1 paras 2(2), 3(1)",
         "It pays rent, so neither it nor the rent that it pays is counted."),
    Kind("carers_allowance", "Carer's Allowance", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("severe_disablement_allowance", "Severe Disablement Allowance", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("industrial_injuries", "Industrial Injuries Disablement Benefit", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("war_pension", "War Disablement Pension", Treatment.LEFT_OUT, f"{LAW} Sch 1 para 17A (SI 2017/555)",
         "A pension for an injury in service is left out, but not its Constant Attendance Allowance.",
         since=WAR_PENSIONS, before=Treatment.PART),
    Kind("constant_attendance_allowance", "Constant Attendance Allowance", Treatment.COUNTED,
         f"{LAW} Sch 1 para 17A (SI 2017/555, check)", "It is for care."),
    Kind("war_widows_pension", "War Widow's or Widower's Pension", Treatment.PART, f"{LAW} Sch 1 para 17",
         "The first £10 a week is left out."),
    Kind("war_widows_special_payment", "War Widow's special payment", Treatment.LEFT_OUT, SCHEDULE,
         "The supplement for those widowed before 1973 is left out."),
    Kind("guaranteed_income_payment", "Guaranteed Income Payment", Treatment.LEFT_OUT, f"{LAW} Sch 1 para 18",
         "It makes up for an injury in service."),
    Kind("armed_forces_independence_payment", "Armed Forces Independence Payment", Treatment.LEFT_OUT,
         SCHEDULE, "It makes up for an injury in service."),
    Kind("child_benefit", "Child Benefit", Treatment.LEFT_OUT, SCHEDULE, "It is for a child."),
    Kind("child_tax_credit", "Child Tax Credit", Treatment.LEFT_OUT, SCHEDULE,
         "It is for a child."),
    Kind("direct_payment", "direct payment for care", Treatment.LEFT_OUT, SCHEDULE,
         "It is the council's own money for your care."),
    Kind("christmas_bonus", "Christmas Bonus", Treatment.LEFT_OUT, SCHEDULE,
         "It is a present."),
    Kind("winter_fuel_payment", "Winter Fuel Payment", Treatment.LEFT_OUT, SCHEDULE,
         "It is for heating."),
    Kind("earnings", "pay from work", Treatment.LEFT_OUT, f"{LAW} reg 14", "Work should be worth your while."),
    Kind("rent_received", "rent from tenants", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("annuity", "annuity", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("trust_income", "income from a trust", Treatment.COUNTED, INCOME,
         "Payments that trustees need not make are for an officer to judge."),
    Kind("other_benefit", "other benefit", Treatment.COUNTED, INCOME, NOTHING_SAID),
    Kind("other_income", "other income", Treatment.COUNTED, INCOME, NOTHING_SAID),
)  # fmt: skip

KINDS: Mapping[str, Kind] = {each.code: each for each in _KINDS}
# Benefits for disability: where one is counted, disability-related expenditure is allowed (Schedule 1 paragraph 4).
DISABILITY_BENEFITS = frozenset(
    {"attendance_allowance", "dla_care", "pip_daily_living", "constant_attendance_allowance"}
)
# Of these a part may be for care at night.
NIGHT_KINDS = frozenset({"attendance_allowance", "dla_care", "pip_daily_living"})
PENSIONS = frozenset(each.code for each in _KINDS if each.treatment is Treatment.PENSION)
# What a stay in a care home that the council helps to pay for brings to an end after 28 days.
STOPS = frozenset({"attendance_allowance", "dla_care", "pip_daily_living"})
