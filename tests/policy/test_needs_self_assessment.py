"""The needs self-assessment: short for the healthy, and each question with its meaning."""

from datetime import UTC, date, datetime

import pytest

from onward.policy.questionnaires import questionnaire
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers, to_fhir
from onward.questionnaires.definition import MEANING
from onward.questionnaires.reading import examine
from onward.questionnaires.validity import check, kept, problems
from tests.policy.assessment import FOR_ANOTHER, FORM, HEALTHY, QUESTIONS, shown

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST_CONTACT = questionnaire("first-contact")
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
