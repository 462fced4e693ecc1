"""The needs self-assessment: short for the healthy, true to the regulations, and each question with its meaning."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.caring import phrases
from onward.policy.questionnaires import questionnaire
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers, meaning, to_fhir
from onward.questionnaires.definition import MEANING, Item
from onward.questionnaires.reading import examine
from onward.questionnaires.validity import check, kept, problems
from onward.rules import caring
from onward.vocabulary import eligibility, national_return
from onward.vocabulary.caring import View
from onward.vocabulary.eligibility import CARER_LIMBS, AdultOutcome, CarerOutcome, Limb
from tests.policy.assessment import EVERYDAY, FOR_ANOTHER, FORM, HEALTHY, QUESTIONS, shown, tells_limbs

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST_CONTACT = questionnaire("first-contact")
LISTED = [item for item in QUESTIONS if item.codes_in(national_return.ITEM_SYSTEM)]
MOST_PAGES, MOST_REQUIRED, MOST_ON_A_PAGE = 15, 4, 4


def walked(answers: Answers) -> list[str]:
    return [page.link_id for page in pages.pages(FORM, answers)]


def test_nothing_is_wrong_with_the_form() -> None:
    assert examine(FORM.raw).issues == []


@pytest.mark.parametrize("answers", [HEALTHY, FOR_ANOTHER], ids=["healthy", "for another"])
def test_what_people_answer_is_valid_for_any_program_that_reads_fhir(answers: Answers) -> None:
    sent = to_fhir(FORM, kept(FORM, answers), status="completed")
    assert [each for each in check(FORM.raw, sent, now=NOW) if each.bad] == []


def test_every_question_has_one_meaning() -> None:
    assert [item.link_id for item in QUESTIONS if len(item.codes_in(MEANING)) != 1] == []


def test_two_questions_with_one_meaning_are_never_asked_of_the_same_person() -> None:
    for answers in (HEALTHY, FOR_ANOTHER, {**HEALTHY, "contact-by": ("text",), "cares-for": ("child",)}):
        meanings = [item.meaning for item in shown(answers) if item.asks]
        assert sorted(meanings) == sorted(set(meanings))


def test_the_same_fact_is_asked_as_at_first_contact_so_that_it_is_offered_and_not_asked_again() -> None:
    before = {item.meaning: item for item in FIRST_CONTACT.walk() if item.asks}
    again = [item for item in QUESTIONS if item.meaning in before]
    assert {"for-whom", "asker-name", "asker-helps", "person-given-name", "contact-by", "words"} <= {
        item.meaning for item in again
    }
    for item in again:
        first = before[item.meaning]
        assert (item.type, item.repeats) == (first.type, first.repeats)
        assert [each.code for each in item.options] == [each.code for each in first.options]


# --- how long it takes ----------------------------------------------------------------------------------------------


def test_a_healthy_person_sees_few_pages_and_must_answer_hardly_anything() -> None:
    assert len(walked(HEALTHY)) <= MOST_PAGES
    assert len([item for item in shown(HEALTHY) if item.required]) <= MOST_REQUIRED


def test_whoever_says_who_it_is_for_may_stop_after_any_page() -> None:
    assert problems(FORM, {"who": ("me",)}, today=TODAY) == []
    assert {each.item.link_id for each in problems(FORM, {"who": ("someone",)}, today=TODAY)} == {
        "asker-name",
        "asker-knows",
    }


def test_no_page_asks_a_healthy_person_more_than_four_questions() -> None:
    asked = {item.link_id for item in shown(HEALTHY)} - {"risk-now", "risk-afraid", "risk-life"}
    counts = {
        page.link_id: len([each for each in page.items if each.asks and each.link_id in asked])
        for page in pages.pages(FORM, HEALTHY)
    }
    assert {page: count for page, count in counts.items() if count > MOST_ON_A_PAGE} == {}


@pytest.mark.parametrize(
    ("answers", "more"),
    [
        ({"washing": ("with_pain_or_distress",)}, {"ready-more", "life", "home"}),
        ({"cooking": ("takes_significantly_longer",)}, {"food-more", "life", "home"}),
        ({"upkeep": ("not_without_assistance",)}, {"at-home-more", "life", "home"}),
        ({"work": ("endangers_health_or_safety",)}, {"out-more", "life", "home"}),
        ({"work": ("not-wanted",)}, set()),
        ({"washing": ()}, set()),
        ({"talk-hard": ("hearing",)}, {"talk-more"}),
        ({"talk-hard": ()}, set()),
        ({"cares-for": ("adult",)}, {"carer-what", "carer-life", "carer-on"}),
        ({"cares-for": ("soon",)}, {"carer-what", "carer-life", "carer-on"}),
        ({"cares-for": ("child",)}, set()),
        ({"cares-for": ("paid",)}, set()),
    ],
)
def test_more_is_asked_only_where_something_is_hard(answers: Answers, more: set[str]) -> None:
    assert set(walked({**HEALTHY, **answers})) - set(walked(HEALTHY)) == more


def test_only_what_is_hard_is_asked_about_again() -> None:
    found = {item.link_id for item in shown({**HEALTHY, "washing": ("with_pain_or_distress",)})}
    assert "washing-what" in found
    assert not {"moving-what", "dressing-what", "toilet-what"} & found


def test_risk_is_asked_about_only_where_it_is_safe_and_whom_to_ring_is_always_there() -> None:
    unsafe = {item.link_id for item in shown({**HEALTHY, "risk-safe": ("no",)})}
    assert {"risk-now", "risk-afraid", "risk-life"} & unsafe == set()
    assert {"risk-999", "risk-999-deaf", "risk-111", "risk-home", "risk-later"} <= unsafe
    assert {"risk-999", "risk-111"} <= {item.link_id for item in shown({"who": ("me",)})}


@pytest.mark.parametrize("number", ["999", "111", "116 123"])
def test_whom_to_ring_now_is_said_before_anything_is_asked(number: str) -> None:
    page = FORM.item("risk")
    first_question = next(place for place, item in enumerate(page.items) if item.asks)
    assert any(number in item.text for item in page.items[:first_question])


# --- the law underneath ---------------------------------------------------------------------------------------------


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


# --- carers ---------------------------------------------------------------------------------------------------------


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
