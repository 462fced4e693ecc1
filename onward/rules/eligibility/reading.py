"""A case as a program sends it (the contract `onward eligibility`), turned into what the rule is told."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from onward.rules.eligibility.case import Case, Finding, Outcome
from onward.rules.eligibility.regulation import REGULATIONS, Regulation
from onward.vocabulary.eligibility import Able, Limb, WellbeingArea, Who
from onward.vocabulary.told import Refused, Told, one_of

Word = TypeVar("Word", bound=StrEnum)
OF_CARERS = ("provides_necessary_care", "health_at_risk")
FIELDS = (
    "who", "arises_from_impairment_or_illness", *OF_CARERS, "outcomes", "significant_impact_on_wellbeing",
    "wellbeing_areas",
)  # fmt: skip
OF_OUTCOMES = ("outcome", "unable", "evidence", "over", "met_by_carer")

WHO = "Say whose needs these are: adult or carer."
NOT_OF_ADULTS = (
    "{name} is given for an adult, and is asked of carers alone. Take it away, or say that “who” is carer."
)
WHICH = "Say which eligibility outcome this is about."
UNKNOWN_OUTCOME = (
    "{where} is {given!r}, which is no outcome that {paragraph} lists for {who}s. It lists: {known}."
)
UNKNOWN_LIMB = (
    "{where} is {given!r}, which is no limb that {paragraph} gives to {who}s. It gives: {known}. Write null where it "
    "was looked at and is achieved, and not_applicable where it cannot arise."
)
NOT_TEXT = "{where} is {given!r}, and must be words, or left out."


def case(given: Any) -> Case:
    """A case from what was read as JSON. Refused with a sentence at the first thing that is not as agreed."""
    told = Told(given, "", FIELDS)
    told.needed("who", WHO)
    who = told.one_of("who", Who)
    if who is Who.ADULT:
        _not_of_adults(told)
    return Case(
        who=who,
        arises_from_impairment_or_illness=told.answer("arises_from_impairment_or_illness"),
        provides_necessary_care=told.answer("provides_necessary_care"),
        health_at_risk=told.answer("health_at_risk"),
        significant_impact_on_wellbeing=told.answer("significant_impact_on_wellbeing"),
        findings=tuple(_finding(each, where, who) for each, where in told.items("outcomes")),
        wellbeing_areas=frozenset(
            one_of(each, where, WellbeingArea) for each, where in told.items("wellbeing_areas")
        ),
    )


def _not_of_adults(told: Told) -> None:
    for name in OF_CARERS:
        if told.has(name):
            raise Refused(NOT_OF_ADULTS.format(name=name))


def _finding(given: Any, where: str, who: Who) -> Finding:
    told = Told(given, where, OF_OUTCOMES)
    told.needed("outcome", WHICH)
    law = REGULATIONS[who]
    return Finding(
        outcome=_outcome(told, law, who),
        found=_found(told, law, who),
        evidence=_text(told, "evidence"),
        over=_text(told, "over"),
        met_by_carer=told.flag("met_by_carer"),
    )


def _outcome(told: Told, law: Regulation, who: Who) -> Outcome:
    given = told.raw("outcome")
    found = _among(given, law.outcomes)
    if found is None:
        at = law.paragraph("(2)" if who is Who.ADULT else "(2)(b)")
        raise Refused(_unknown(UNKNOWN_OUTCOME, told.place("outcome"), given, at, who, law.outcomes))
    return found


def _found(told: Told, law: Regulation, who: Who) -> Limb | Able | None:
    """Null is an answer here: achieved. Only a name that is left out was not looked at."""
    given = told.raw("unable")
    if given is None:
        return Able.ACHIEVED if told.names("unable") else None
    if given == Able.NOT_APPLICABLE.value:
        return Able.NOT_APPLICABLE
    limb = _among(given, law.limbs)
    if limb is None:
        raise Refused(
            _unknown(UNKNOWN_LIMB, told.place("unable"), given, law.paragraph("(3)"), who, law.limbs)
        )
    return limb


def _among(given: Any, known: Iterable[Word]) -> Word | None:
    return next((each for each in known if given == each.value), None)


def _unknown(says: str, where: str, given: Any, paragraph: str, who: Who, known: Collection[str]) -> str:
    return says.format(where=where, given=given, paragraph=paragraph, who=who, known=", ".join(known))


def _text(told: Told, name: str) -> str:
    given = told.raw(name)
    if given is None:
        return ""
    if not isinstance(given, str):
        raise Refused(NOT_TEXT.format(where=told.place(name), given=given))
    return given.strip()
