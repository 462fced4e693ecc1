"""The rule against a slow, literal second reading of the regulations, and “not yet known” against brute force."""

from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

from onward.rules.eligibility import Answer, advise
from onward.rules.eligibility.reading import case as read
from tests.rules.eligibility import literal
from tests.rules.eligibility.random_cases import ABLE, ADULT_LIMBS, CARER_LIMBS, cases

# Varied while all others are achieved: enough for both sides of two outcomes, and for one more that is missing.
SOME_OF_ADULTS = ["nutrition", "home_safety", "work_or_learning", "caring_for_child"]
SOME_OF_CARERS = ["caring_for_others", "community", "recreation"]


def answer_to(case: dict[str, Any]) -> Answer:
    return advise(read(case))


def open_questions(answer: Answer) -> set[str]:
    """The names of what is to be found out, which each sentence ends with."""
    found = [says for says in answer.missing if says.startswith("Find out ")]
    return {says.rpartition("(")[2].removesuffix(").") for says in found}


@pytest.mark.parametrize("seed", range(4))
def test_all_patterns_of_an_adults_outcomes_with_limbs_by_chance(seed: int) -> None:
    chance = Random(seed)
    for pattern in product([False, True], repeat=len(literal.ADULT_OUTCOMES)):
        findings = [
            {"outcome": outcome, "unable": chance.choice(ADULT_LIMBS if unable else ABLE)}
            for outcome, unable in zip(literal.ADULT_OUTCOMES, pattern, strict=True)
        ]
        case = {
            "who": "adult",
            "arises_from_impairment_or_illness": seed != 1,
            "outcomes": findings,
            "significant_impact_on_wellbeing": seed != 2,
        }
        assert answer_to(case).eligible == ("yes" if literal.meets(case) else "no"), case


@pytest.mark.parametrize("at_risk", [False, True])
def test_all_patterns_of_a_carers_outcomes_with_limbs_by_chance(at_risk: bool) -> None:
    chance = Random(at_risk)
    for pattern in product([False, True], repeat=len(literal.CARER_OUTCOMES)):
        for necessary, significant in product([False, True], repeat=2):
            case = {
                "who": "carer",
                "provides_necessary_care": necessary,
                "health_at_risk": at_risk,
                "outcomes": [
                    {"outcome": outcome, "unable": chance.choice(CARER_LIMBS if unable else ABLE)}
                    for outcome, unable in zip(literal.CARER_OUTCOMES, pattern, strict=True)
                ],
                "significant_impact_on_wellbeing": significant,
            }
            assert answer_to(case).eligible == ("yes" if literal.meets(case) else "no"), case


def partly_known(
    who: str, outcomes: list[str], varied: list[str], questions: list[str]
) -> list[dict[str, Any]]:
    """Every way in which the varied outcomes are achieved, not achieved or missing, and questions answered or not."""
    made = []
    for states in product(["achieved", "unable", "missing"], repeat=len(varied)):
        state = dict(zip(varied, states, strict=True))
        findings = [
            {"outcome": each, "unable": "with_pain_or_distress" if state.get(each) == "unable" else None}
            for each in outcomes
            if state.get(each) != "missing"
        ]
        for answers in product([True, False, None], repeat=len(questions)):
            made.append({"who": who, "outcomes": findings, **dict(zip(questions, answers, strict=True))})
    return made


@pytest.mark.parametrize(
    "partly",
    [
        ("adult", literal.ADULT_OUTCOMES, SOME_OF_ADULTS, literal.ADULT_QUESTIONS),
        ("carer", literal.CARER_OUTCOMES, SOME_OF_CARERS, literal.CARER_QUESTIONS),
    ],
    ids=["adult", "carer"],
)
def test_not_yet_known_is_said_exactly_where_two_completions_differ(partly: Any) -> None:
    for case in partly_known(*partly):
        answer = answer_to(case)
        assert answer.eligible == literal.eligible(case), case
        assert open_questions(answer) == literal.matters(case), case


@settings(max_examples=150, deadline=None)
@given(cases)
def test_whatever_is_said_or_not_both_readings_agree(case: dict[str, Any]) -> None:
    answer = answer_to(case)
    assert answer.eligible == literal.eligible(case)
    assert (answer.eligible == "not_yet_known") == bool(open_questions(answer))


def test_the_two_readings_name_the_same_outcomes() -> None:
    nothing_said = [answer_to({"who": who}) for who in ("adult", "carer")]
    assert [open_questions(each) for each in nothing_said] == [
        {*literal.ADULT_QUESTIONS, *(f"outcomes: {each}" for each in literal.ADULT_OUTCOMES)},
        {*literal.CARER_QUESTIONS, *(f"outcomes: {each}" for each in literal.CARER_OUTCOMES)},
    ]
