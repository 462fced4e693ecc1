"""Whether the person's home counts as capital, and how much of it (SI 2014/2672 regulations 20 and 24, Schedule 2).

It never counts while it is the person's home. In a care home for good it is left out for the first twelve weeks, and
for as long as somebody lives there for whose sake the law leaves it out.
"""

from datetime import timedelta

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Case, Home, Occupant, Setting, Who
from onward.rules.charging.kinds import LAW
from onward.rules.charging.policy import Limits
from onward.vocabulary.money import shown

OLD_ENOUGH, GROWN_UP = 60, 18  # years
HUNDRED = 100

AT_HOME = "Your home does not count: you live in it."
TEMPORARY = "Your home does not count: you mean to go back to it."
LIVED_IN = "Your home does not count while your {who} lives in it."
TWELVE_WEEKS = (
    "Your home does not count in your first {weeks} weeks in a care home for good. After that it may."
)
COUNTS = (
    "Your home counts as {amount}: its value of {value}, less {percent}% for the cost of a sale{charges}."
)
CHARGES = " and {amount} that is owed on it"
SHARE = (
    "You own it with somebody else, so half of that is taken for your share: {share}. The law asks what your share "
    "alone would fetch: ask for it to be valued."
)
INTEREST = (
    "Your share of your home counts as {amount}: what it alone would fetch, less {percent}% for a sale."
)
NOT_SAID_WHEN = "Nobody said when you moved in for good, so the first {weeks} weeks are taken to be over."
NOT_LONG_ENOUGH = (
    "Your {who} moved into your home after you left it, so the law does not leave it out for that; the council may, "
    "and an officer should decide."
)
SOURCE = f"{LAW} reg 20, Sch 2 paras 1, 2, 4"
SHARE_SOURCE = f"{LAW} reg 24 (check)"
_WHO = {
    Who.PARTNER: "partner",
    Who.FORMER_PARTNER: "former partner with a child",
    Who.RELATIVE: "relative",
    Who.CHILD: "child",
}


def counted(case: Case, limits: Limits) -> tuple[int, tuple[Step, ...]]:
    """The pence of the home that count as capital, and why."""
    home = case.home
    if not _worth(home):
        return 0, ()
    says = _left_out(case, limits)
    if says:
        return 0, (Step(says, 0, SOURCE),)
    amount, steps = valued(home, limits)
    return amount, (*steps, *_remarks(case, limits))


def valued(home: Home, limits: Limits) -> tuple[int, tuple[Step, ...]]:
    """What the person's interest is worth, less the cost of a sale and what is owed on it; never below nothing."""
    percent = limits.costs_of_sale_percent
    if home.joint and home.interest is not None:
        amount = max(0, _after_sale(home.interest, percent) - home.other_charges)
        return amount, (Step(INTEREST.format(amount=shown(amount), percent=percent), amount, SHARE_SOURCE),)
    whole = max(0, _after_sale(home.value, percent) - home.other_charges)
    charges = CHARGES.format(amount=shown(home.other_charges)) if home.other_charges else ""
    says = COUNTS.format(amount=shown(whole), value=shown(home.value), percent=percent, charges=charges)
    step = Step(says, whole, SOURCE)
    if not home.joint:
        return whole, (step,)
    return whole // 2, (step, Step(SHARE.format(share=shown(whole // 2)), whole // 2, SHARE_SOURCE))


def sheltering(case: Case) -> Occupant | None:
    """Who lives in the home for whose sake it is left out, if anybody does."""
    return next((each for each in case.home.occupied_by if _shelters(each) and _in_time(each, case)), None)


def _worth(home: Home) -> int:
    return home.value or home.interest or 0


def _after_sale(value: int, percent: int) -> int:
    return value * (HUNDRED - percent) // HUNDRED


def _left_out(case: Case, limits: Limits) -> str:
    if case.setting is not Setting.PERMANENT:
        return AT_HOME if case.setting is Setting.COMMUNITY else TEMPORARY
    lives_there = sheltering(case)
    if lives_there is not None:
        return LIVED_IN.format(who=_WHO[lives_there.who])
    weeks = case.home.weeks_since_permanent
    first_weeks = weeks is not None and weeks < limits.home_weeks
    return TWELVE_WEEKS.format(weeks=limits.home_weeks) if first_weeks else ""


def _remarks(case: Case, limits: Limits) -> tuple[Step, ...]:
    late = [each for each in case.home.occupied_by if _shelters(each)]
    says = [NOT_LONG_ENOUGH.format(who=_WHO[each.who]) for each in late]
    if case.home.weeks_since_permanent is None:
        says.append(NOT_SAID_WHEN.format(weeks=limits.home_weeks))
    return tuple(Step(each, 0, SOURCE) for each in says)


def _shelters(occupant: Occupant) -> bool:
    if occupant.who is Who.CHILD:
        return occupant.age is not None and occupant.age < GROWN_UP
    if occupant.who is Who.RELATIVE:
        return occupant.incapacitated or (occupant.age is not None and occupant.age >= OLD_ENOUGH)
    return True


def _in_time(occupant: Occupant, case: Case) -> bool:
    """Whether they lived there since before the person went into a care home, as far as anybody said."""
    weeks = case.home.weeks_since_permanent
    if occupant.who is Who.FORMER_PARTNER or occupant.since is None or weeks is None:
        return True
    return occupant.since <= case.on - timedelta(weeks=weeks)
