"""The minimum income guarantee: what is left to somebody who is not in a care home (SI 2014/2672 regulation 7)."""

from onward.rules.charging.answer import Refused, Step
from onward.rules.charging.case import Case
from onward.rules.charging.kinds import LAW
from onward.rules.charging.pension_age import Band, band, pension_day
from onward.rules.charging.policy import Amount, Name, Policy, Year
from onward.rules.charging.premiums import premiums
from onward.vocabulary.money import plain, shown

BASIC = "You keep at least {amount} a week to live on: the amount for {whom}."
CHILDREN = "{amount} is added for {children} ({each} each)."
TOTAL = "Together you keep {amount} a week to live on (your minimum income guarantee)."
COUNCILS = (
    "The council leaves you {amount} a week to live on, which is not less than the national {national}."
)
TOO_LOW = (
    "minimum_income_guarantee is {given}, less than the national {national} for this person in {year}. A council may "
    "leave more and not less: leave it out, or give {national} or more."
)
PARTNER = "Nobody said how old your partner is. If your partner has pension age, you keep more: tell us."
SOURCE = f"{LAW} reg 7"
_WHOM = {
    Name.SINGLE_UNDER_25: "a single person under 25",
    Name.SINGLE_25_OR_OVER: "a single person from 25 until pension age",
    Name.SINGLE_PENSION_AGE: "a single person who has pension age",
    Name.LONE_PARENT: "a lone parent",
    Name.COUPLE: "one of a couple",
    Name.COUPLE_PENSION_AGE: "one of a couple of whom somebody has pension age",
}
_SINGLE = {
    Band.UNDER_25: Name.SINGLE_UNDER_25,
    Band.OVER_25: Name.SINGLE_25_OR_OVER,
    Band.PENSION_AGE: Name.SINGLE_PENSION_AGE,
}


def guarantee(case: Case, policy: Policy, year: Year) -> tuple[int, tuple[Step, ...]]:
    """The guarantee in pence a week, as it is nationally or as the council gives it. Refused where that is less."""
    ages = band(case, policy.pension_ages)
    national = _national(case, policy, year, ages)
    amount = sum(each.amount for each in national)
    steps = (
        [*national, Step(TOTAL.format(amount=shown(amount)), amount, SOURCE)]
        if len(national) > 1
        else national
    )
    if case.minimum_income_guarantee is None:
        return amount, (*steps, *_partner(case, ages))
    return _given(case.minimum_income_guarantee, amount, year)


def basic(ages: Band, *, couple: bool, partner_has_pension_age: bool, lone_parent: bool) -> Name:
    """Which amount of the year the person begins with.

    A lone parent who has pension age gets the amount for pension age: the higher of two that regulation 7 can mean.
    """
    if couple:
        either = ages is Band.PENSION_AGE or partner_has_pension_age
        return Name.COUPLE_PENSION_AGE if either else Name.COUPLE
    if lone_parent and ages is not Band.PENSION_AGE:
        return Name.LONE_PARENT
    return _SINGLE[ages]


def _national(case: Case, policy: Policy, year: Year, ages: Band) -> list[Step]:
    name = basic(
        ages,
        couple=case.couple,
        partner_has_pension_age=_partner_has_pension_age(case, policy),
        lone_parent=case.lone_parent,
    )
    found = year.amount(name)
    first = Step(BASIC.format(amount=shown(found.pence), whom=_WHOM[name]), found.pence, _cited(found))
    return [first, *_children(case, year), *premiums(case, ages, year)]


def _children(case: Case, year: Year) -> list[Step]:
    if not case.children:
        return []
    each = year.amount(Name.CHILD)
    amount = each.pence * case.children
    children = "a child" if case.children == 1 else f"{case.children} children"
    words = CHILDREN.format(amount=shown(amount), children=children, each=shown(each.pence))
    return [Step(words, amount, _cited(each))]


def _partner_has_pension_age(case: Case, policy: Policy) -> bool:
    born = case.partner_born
    return born is not None and case.on >= pension_day(born, policy.pension_ages)


def _partner(case: Case, ages: Band) -> list[Step]:
    unknown = case.couple and case.partner_born is None and ages is not Band.PENSION_AGE
    return [Step(PARTNER, 0, f"{LAW} reg 7(4)")] if unknown else []


def _given(given: int, national: int, year: Year) -> tuple[int, tuple[Step, ...]]:
    if given < national:
        words = TOO_LOW.format(given=plain(given), national=plain(national), year=year.name)
        raise Refused(words)
    says = COUNCILS.format(amount=shown(given), national=shown(national))
    return given, (Step(says, given, SOURCE),)


def _cited(amount: Amount) -> str:
    return f"{SOURCE}; {amount.source} ({amount.sure})"
