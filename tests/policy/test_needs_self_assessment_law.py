"""The needs self-assessment and the law: outcomes, limbs, the lists of the return, and who is seen as a carer."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.caring import phrases
from onward.policy.questionnaires import questionnaire
from onward.questionnaires.answers import Answers, meaning
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import kept
from onward.rules import caring
from onward.vocabulary import eligibility, national_return
from onward.vocabulary.caring import View
from onward.vocabulary.eligibility import CARER_LIMBS, AdultOutcome, CarerOutcome, Limb
from tests.policy.assessment import EVERYDAY, FOR_ANOTHER, FORM, HEALTHY, QUESTIONS, shown, tells_limbs

TODAY = date(2026, 11, 21)
LISTED = [item for item in QUESTIONS if item.codes_in(national_return.ITEM_SYSTEM)]


@pytest.mark.parametrize("outcome", AdultOutcome)
def test_every_outcome_of_an_adult_is_asked_about_with_every_limb(outcome: AdultOutcome) -> None:
    asked = [item for item in EVERYDAY if outcome in item.codes_in(eligibility.ADULT_SYSTEM)]
    assert asked
    for item in asked:
        assert set(Limb) <= {option.code for option in item.options}


@pytest.mark.parametrize("outcome", CarerOutcome)
def test_every_outcome_of_a_carer_is_asked_about_with_the_carers_three_limbs(outcome: CarerOutcome) -> None:
    asked = [item for item in QUESTIONS if outcome in item.codes_in(eligibility.CARER_SYSTEM)]
    assert any(outcome in {option.code for option in item.options} for item in asked)
    limbs = next(item for item in asked if tells_limbs(item))
    assert {option.code for option in limbs.options} == CARER_LIMBS


def test_outcomes_are_only_those_of_the_regulations() -> None:
    assert {code for item in QUESTIONS for code in item.codes_in(eligibility.ADULT_SYSTEM)} == set(
        AdultOutcome
    )
    assert {code for item in QUESTIONS for code in item.codes_in(eligibility.CARER_SYSTEM)} == set(
        CarerOutcome
    )


def test_to_manage_stands_alone_and_the_ways_of_not_managing_do_not() -> None:
    for item in EVERYDAY:
        alone = {option.code for option in item.options if option.exclusive}
        assert item.repeats
        assert "manages" in alone
        assert not alone & set(Limb)


@pytest.mark.parametrize("item", LISTED, ids=lambda item: item.link_id)
def test_the_codes_offered_are_those_of_the_national_return(item: Item) -> None:
    (name,) = item.codes_in(national_return.ITEM_SYSTEM)
    offered = [option.value.raw for option in item.options if option.value]
    assert sorted(each["code"] for each in offered) == sorted(national_return.LISTS[name])
    assert {each["system"] for each in offered} == {f"{national_return.CODES_SYSTEM}{name}"}


def test_every_list_that_people_are_asked_about_is_offered() -> None:
    assert {code for item in LISTED for code in item.codes_in(national_return.ITEM_SYSTEM)} == set(
        national_return.LISTS
    )


def test_the_equality_questions_are_the_last_page_and_each_can_be_left_unsaid() -> None:
    page = FORM.items[-1]
    assert page.link_id == "equality"
    for item in page.items:
        if item.asks:
            assert not item.required
            assert "I’d rather not say" in [option.text for option in item.options]


def test_money_is_only_whether_they_would_like_to_know() -> None:
    money = re.compile(r"\b(pay|cost|income|savings|benefits)\b|£")
    assert {item.meaning for item in QUESTIONS if money.search(item.text)} == {"wants-cost"}


def seen(form_name: str, answers: Answers) -> caring.Answer:
    form = questionnaire(form_name)
    told = {code: meaning(form, kept(form, answers), code) for code in caring.MEANINGS}
    return caring.appears(caring.facts(told, on=TODAY, phrases=phrases()))


def test_amina_is_seen_at_first_contact_though_she_does_not_call_herself_a_carer() -> None:
    asks = {
        "wish": ("advice",),
        "who": ("someone",),
        "asker-relation": ("family",),
        "them-born": ("1945-02-01",),
    }
    assert seen("first-contact", {**asks, "asker-helps": ("often",)}).view is View.APPEARS
    assert seen("first-contact", asks).view is View.MAY
    assert seen("first-contact", {**asks, "asker-helps": ("no",)}).view is View.DOES_NOT


def test_amina_who_asks_for_herself_is_heard_by_her_own_words() -> None:
    asks = {"wish": ("advice",), "who": ("me",), "needs": ("mood",)}
    assert seen("first-contact", {**asks, "words": ("I work, and I look after my mum.",)}).view is View.MAY
    assert seen("first-contact", {**asks, "words": ("I work, and I sleep badly.",)}).view is View.DOES_NOT


def test_amina_is_seen_in_the_self_assessment_and_asked_about_her_own_life() -> None:
    answers = {**HEALTHY, "cares-for": ("adult",)}
    assert seen("needs-self-assessment", answers).view is View.APPEARS
    assert FORM.item("carer-assessment") in shown(answers)


def test_that_she_may_have_an_assessment_of_her_own_does_not_depend_on_the_other() -> None:
    assert "even if they want no help" in FORM.item("carer-assessment").help


carers = st.sampled_from(["often", "sometimes", "soon", "job", "volunteer", "no"])


@given(st.sets(carers, min_size=1))
def test_whoever_is_asked_about_their_own_life_as_a_carer_is_seen_as_one_or_may_be(helps: set[str]) -> None:
    answers = {**FOR_ANOTHER, "asker-helps": tuple(sorted(helps)), "asker-relation": ("other",)}
    asked = FORM.item("carer-assessment") in shown(answers)
    assert asked == (seen("needs-self-assessment", answers).view is not View.DOES_NOT)
