"""What is taken off several incomes together: £10 of war pensions, the savings credit disregard, an officer's own."""

from collections.abc import Iterator, Sequence

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case
from onward.rules.charging.kinds import KINDS, LAW, Treatment
from onward.rules.charging.policy import Limits, Name, Year
from onward.rules.charging.treated import Treated
from onward.vocabulary.money import shown

PART = "{amount} a week of war pensions is left out."
PART_SOURCE = f"{LAW} Sch 1 para 17"
SAVINGS = "{amount} of your savings credit is left out, as the reward for having saved (the most is {most})."
FLAT = "{amount} is left out as the savings disregard: your income is above the guarantee that Pension Credit gives."
SAVINGS_SOURCE = f"{LAW} Sch 1 para 40; {{source}}"
NAMED = "{amount} is left out for “{kind}”."
NAMED_SOURCE = f"{LAW} Sch 1, as an officer judged"


def part(treated: Sequence[Treated], case: Case, limits: Limits) -> Iterator[Step]:
    """£10 a week, once, of all incomes of which a part is left out. A step's amount is what is taken off."""
    counted = sum(each.counted for each in treated if KINDS[each.kind].on(case.on) is Treatment.PART)
    off = min(counted, limits.part_disregard)
    if off:
        yield Step(PART.format(amount=shown(off)), off, PART_SOURCE)


def savings_credit(treated: Sequence[Treated], case: Case, year: Year) -> Iterator[Step]:
    """The savings credit that is received, up to the year's amount; or that amount flat, where an officer says so."""
    received = sum(each.counted for each in treated if KINDS[each.kind].treatment is Treatment.SAVINGS_CREDIT)
    if not received and not case.savings_credit_flat:
        return
    most = year.amount(Name.SAVINGS_CREDIT_COUPLE if case.couple else Name.SAVINGS_CREDIT_SINGLE)
    off = most.pence if case.savings_credit_flat else min(received, most.pence)
    says = FLAT if case.savings_credit_flat else SAVINGS
    yield Step(
        says.format(amount=shown(off), most=shown(most.pence)), off, SAVINGS_SOURCE.format(source=most.source)
    )


def named(case: Case) -> Iterator[Step]:
    """What an officer leaves out, in their own words."""
    for each in case.disregards:
        if each.weekly:
            yield Step(NAMED.format(amount=shown(each.weekly), kind=each.kind), each.weekly, NAMED_SOURCE)
