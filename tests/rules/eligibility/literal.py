"""A second reading of regulations 2 and 3: slow, literal, one paragraph after another, of cases as programs send them.

It knows yes and no only: whoever calls it fills in everything that is missing. What is not yet known is found by
filling in both ways and looking whether the answers differ.
"""

from collections.abc import Iterator
from itertools import product
from typing import Any

ADULT_OUTCOMES = [
    "nutrition",  # (a) managing and maintaining nutrition
    "hygiene",  # (b) maintaining personal hygiene
    "toilet",  # (c) managing toilet needs
    "clothing",  # (d) being appropriately clothed
    "home_safety",  # (e) being able to make use of the adult's home safely
    "habitable_home",  # (f) maintaining a habitable home environment
    "relationships",  # (g) developing and maintaining family or other personal relationships
    "work_or_learning",  # (h) accessing and engaging in work, training, education or volunteering
    "community",  # (i) making use of necessary facilities or services in the local community
    "caring_for_child",  # (j) carrying out any caring responsibilities the adult has for a child
]
CARER_OUTCOMES = [
    "caring_for_child",  # (i)
    "caring_for_others",  # (ii)
    "habitable_home",  # (iii)
    "nutrition",  # (iv)
    "relationships",  # (v)
    "work_or_learning",  # (vi)
    "community",  # (vii)
    "recreation",  # (viii)
]
ADULT_QUESTIONS = ["arises_from_impairment_or_illness", "significant_impact_on_wellbeing"]
CARER_QUESTIONS = ["provides_necessary_care", "health_at_risk", "significant_impact_on_wellbeing"]
Filled = dict[str, bool]


def regulation_2(case: dict[str, Any]) -> bool:
    if not case["arises_from_impairment_or_illness"]:  # (1)(a)
        return False
    cannot = set()  # (1)(b)
    for each in case["outcomes"]:
        if each["unable"] == "not_without_assistance":  # (3)(a)
            cannot.add(each["outcome"])
        if each["unable"] == "with_pain_or_distress":  # (3)(b)
            cannot.add(each["outcome"])
        if each["unable"] == "endangers_health_or_safety":  # (3)(c)
            cannot.add(each["outcome"])
        if each["unable"] == "takes_significantly_longer":  # (3)(d)
            cannot.add(each["outcome"])
    if len([outcome for outcome in ADULT_OUTCOMES if outcome in cannot]) < 2:
        return False
    return bool(case["significant_impact_on_wellbeing"])  # (1)(c)


def regulation_3(case: dict[str, Any]) -> bool:
    if not case["provides_necessary_care"]:  # (1)(a)
        return False
    circumstances = bool(case["health_at_risk"])  # (1)(b), (2)(a)
    for each in case["outcomes"]:  # (2)(b)
        if each["outcome"] in CARER_OUTCOMES:
            if each["unable"] == "not_without_assistance":  # (3)(a)
                circumstances = True
            if each["unable"] == "with_pain_or_distress":  # (3)(b)
                circumstances = True
            if each["unable"] == "endangers_health_or_safety":  # (3)(c)
                circumstances = True
    if not circumstances:
        return False
    return bool(case["significant_impact_on_wellbeing"])  # (1)(c)


def meets(case: dict[str, Any]) -> bool:
    return regulation_2(case) if case["who"] == "adult" else regulation_3(case)


def missing(case: dict[str, Any]) -> list[str]:
    """Every answer that nobody gave, whether it matters or not."""
    adult = case["who"] == "adult"
    looked = {each["outcome"] for each in case["outcomes"] if "unable" in each}
    asked = [each for each in (ADULT_QUESTIONS if adult else CARER_QUESTIONS) if case.get(each) is None]
    outcomes = ADULT_OUTCOMES if adult else CARER_OUTCOMES
    return asked + [f"outcomes: {each}" for each in outcomes if each not in looked]


def filled_in(case: dict[str, Any], answers: Filled) -> dict[str, Any]:
    """The case with its missing answers; of an outcome, yes is to be unable."""
    whole = {**case, "outcomes": [each for each in case["outcomes"] if "unable" in each]}
    for name, yes in answers.items():
        if name.startswith("outcomes: "):
            limb = "not_without_assistance" if yes else None
            whole["outcomes"].append({"outcome": name.removeprefix("outcomes: "), "unable": limb})
        else:
            whole[name] = yes
    return whole


def completions(names: list[str]) -> Iterator[Filled]:
    """Every way of answering what is missing."""
    for answers in product([False, True], repeat=len(names)):
        yield dict(zip(names, answers, strict=True))


def eligible(case: dict[str, Any]) -> str:
    """yes, no, or not_yet_known where two completions differ."""
    results = {meets(filled_in(case, answers)) for answers in completions(missing(case))}
    return "not_yet_known" if len(results) == 2 else "yes" if results == {True} else "no"


def matters(case: dict[str, Any]) -> set[str]:
    """The missing answers each of which, with some completion of the others, decides."""
    names = missing(case)
    return {
        name
        for name in names
        if any(
            meets(filled_in(case, {**others, name: True})) != meets(filled_in(case, {**others, name: False}))
            for others in completions([each for each in names if each != name])
        )
    }
