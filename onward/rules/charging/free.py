"""What nobody is charged for, whatever they have.

Sources: Care and Support (Charging and Assessment of Resources) Regulations 2014 regulations 3 and 4 and Care and
Support (Preventing Needs for Care and Support) Regulations 2014 (SI 2014/2673) regulation 4: intermediate care and
reablement for up to six weeks, community equipment and minor adaptations up to £1,000, care of people with
Creutzfeldt-Jakob disease; Mental Health Act 1983 s117; Care Act 2014 s14 (assessing and planning are no care that may
be charged for).
"""

from dataclasses import dataclass
from enum import StrEnum

from onward.rules.charging.answer import Step
from onward.vocabulary.money import shown

FREE_WEEKS = 6
FREE_PRICE = 1_000_00


class Service(StrEnum):
    """What is given, where it may be free."""

    CARE = "care"
    INTERMEDIATE_CARE = "intermediate_care"
    EQUIPMENT = "equipment"
    ADAPTATION = "adaptation"
    AFTERCARE = "aftercare_s117"
    CJD_CARE = "cjd_care"
    ASSESSMENT = "assessment"
    CARERS_ASSESSMENT = "carers_assessment"


@dataclass(frozen=True)
class Given:
    """A service; of intermediate care how many whole weeks there were before, of equipment its price in pence."""

    service: Service = Service.CARE
    weeks_before: int = 0
    price: int = 0


ALWAYS = "This is free for everybody: {what}."
WEEKS = "The first {weeks} weeks of help to get back on your feet are free."
WEEKS_OVER = (
    "The {weeks} free weeks of help to get back on your feet are over, so it is charged as other care is."
)
PRICE = "{what} for up to {most} are free."
PRICE_OVER = "{what} are free only up to {most}, so this is charged."
PREVENTING, CHARGING = "SI 2014/2673 reg 4", "SI 2014/2672 regs 3, 4"
_ALWAYS = {
    Service.AFTERCARE: ("aftercare under section 117", "Mental Health Act 1983 s117"),
    Service.CJD_CARE: ("care of people with Creutzfeldt-Jakob disease", CHARGING),
    Service.ASSESSMENT: ("assessing and planning", "Care Act 2014 s14"),
    Service.CARERS_ASSESSMENT: ("a carer's assessment", "Care Act 2014 s14"),
}
_PRICED = {Service.EQUIPMENT: "Things that help at home", Service.ADAPTATION: "Small changes to a home"}


def free(given: Given) -> tuple[bool, tuple[Step, ...]]:
    """Whether nothing may be charged, and why (or why not any more). Plain care has nothing to say."""
    if given.service in _ALWAYS:
        what, source = _ALWAYS[given.service]
        return True, (Step(ALWAYS.format(what=what), 0, source),)
    if given.service is Service.INTERMEDIATE_CARE:
        within = given.weeks_before < FREE_WEEKS
        says = WEEKS if within else WEEKS_OVER
        return within, (Step(says.format(weeks=FREE_WEEKS), 0, PREVENTING),)
    if given.service in _PRICED:
        cheap = given.price <= FREE_PRICE
        says = PRICE if cheap else PRICE_OVER
        words = says.format(what=_PRICED[given.service], most=shown(FREE_PRICE))
        return cheap, (Step(words, 0, PREVENTING),)
    return False, ()
