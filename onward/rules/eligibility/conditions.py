"""The three conditions (a), (b) and (c) of each regulation: whether each is met, why, and what is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.rules.eligibility import outcomes, words
from onward.rules.eligibility.answer import Step
from onward.rules.eligibility.case import Case
from onward.rules.eligibility.known import at_least
from onward.rules.eligibility.regulation import AREAS, REGULATIONS
from onward.vocabulary.eligibility import WellbeingArea, Who


@dataclass(frozen=True)
class Condition:
    """One condition: met, not met, or None; what to find out is named only where that could decide it."""

    met: bool | None
    steps: tuple[Step, ...]
    open: tuple[str, ...]


def cause(case: Case) -> Condition:
    """(1)(a): the needs come from an impairment or illness; a carer's from giving necessary care."""
    met = _cause(case)
    name, what = words.FIND_OUT[case.who]
    steps = [] if met is None else [Step(words.CAUSE[case.who][met], (_at(case, "(1)(a)"),))]
    if case.who is Who.CARER and case.arises_from_impairment_or_illness is not None:
        steps.append(Step(words.NOT_ASKED, (_at(case, "(1)(a)"),)))
    return Condition(met, tuple(steps), (words.FIND.format(what=what, name=name),) if met is None else ())


def effect(case: Case) -> Condition:
    """(1)(b): two or more outcomes for an adult; for a carer, health at risk or any one outcome."""
    law, health = REGULATIONS[case.who], _health(case)
    met = at_least(law.least, [*health, *(case.unable(each) for each in law.outcomes)])
    found = [*_health_steps(case), *(step for each in law.outcomes for step in outcomes.steps(case, each))]
    if met is not None:
        found.append(Step(words.EFFECT[case.who][met], (_at(case, "(1)(b)"),)))
    return Condition(met, tuple(found), tuple(_open(case)) if met is None else ())


def impact(case: Case) -> Condition:
    """(1)(c): a significant impact on well-being. The areas that are named describe it, and never stand in for it."""
    met = case.significant_impact_on_wellbeing
    if met is None:
        name, what = words.FIND_IMPACT
        areas = words.NOT_BY_AREAS if case.wellbeing_areas else ""
        return Condition(None, (), (words.FIND.format(what=what + areas, name=name),))
    told = [area for area in WellbeingArea if met and area in case.wellbeing_areas]
    touches = [Step(words.TOUCHES.format(area=words.AREAS[area]), (AREAS[area],)) for area in told]
    return Condition(met, (Step(words.IMPACT[met], (_at(case, "(1)(c)"),)), *touches), ())


def _cause(case: Case) -> bool | None:
    adult = case.who is Who.ADULT
    return case.arises_from_impairment_or_illness if adult else case.provides_necessary_care


def _health(case: Case) -> tuple[bool | None, ...]:
    return (case.health_at_risk,) if case.who is Who.CARER else ()


def _health_steps(case: Case) -> Iterator[Step]:
    if any(_health(case)):
        yield Step(words.HEALTH, (_at(case, "(2)(a)"),))


def _open(case: Case) -> Iterator[str]:
    if None in _health(case):
        name, what = words.FIND_HEALTH
        yield words.FIND.format(what=what, name=name)
    yield from (
        outcomes.to_find_out(case, each)
        for each in REGULATIONS[case.who].outcomes
        if case.unable(each) is None
    )


def _at(case: Case, at: str) -> str:
    return REGULATIONS[case.who].paragraph(at)
