"""Premiums on top of the minimum income guarantee (SI 2014/2672 regulation 7(5) to (7)).

The two for disability are those of income support, which end at pension age (Income Support (General) Regulations 1987
Schedule 2 paragraphs 11 and 13A, check): the guarantee for pension age is higher instead. The carer's does not end.
"""

from collections.abc import Iterator

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, Premium
from onward.rules.charging.kinds import LAW
from onward.rules.charging.pension_age import Band
from onward.rules.charging.policy import Name, Year
from onward.vocabulary.money import shown

ADDED = "{amount} is added for the {name}."
ENDED = "The {name} is not added: it ends at pension age, from which the allowance itself is higher."
SOURCE = f"{LAW} reg 7(5) to (7)"
_NAMES = {
    Premium.DISABILITY: "disability premium",
    Premium.ENHANCED_DISABILITY: "enhanced disability premium",
    Premium.CARER: "carer premium",
}
_AMOUNTS = {
    (Premium.DISABILITY, False): Name.DISABILITY_SINGLE,
    (Premium.DISABILITY, True): Name.DISABILITY_COUPLE,
    (Premium.ENHANCED_DISABILITY, False): Name.ENHANCED_DISABILITY_SINGLE,
    (Premium.ENHANCED_DISABILITY, True): Name.ENHANCED_DISABILITY_COUPLE,
    (Premium.CARER, False): Name.CARER,
    (Premium.CARER, True): Name.CARER,
}


def name_of(premium: Premium, *, couple: bool) -> Name:
    """Which amount of the year a premium is."""
    return _AMOUNTS[premium, couple]


def premiums(case: Case, band: Band, year: Year) -> Iterator[Step]:
    """A step for each premium; its amount is what is added. Refused where the year's amount has no source."""
    for premium in Premium:
        if premium not in case.premiums:
            continue
        if band is Band.PENSION_AGE and premium is not Premium.CARER:
            yield Step(ENDED.format(name=_NAMES[premium]), 0, SOURCE)
            continue
        found = year.amount(name_of(premium, couple=case.couple))
        words = ADDED.format(amount=shown(found.pence), name=_NAMES[premium])
        yield Step(words, found.pence, f"{SOURCE}; {found.source}")
