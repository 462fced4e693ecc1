"""The questionnaire of a first contact: what is asked of whom, what is valid, and what goes out as FHIR."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.policy.questionnaires import questionnaire
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers, from_fhir, meaning, one, to_fhir
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import Wrong
from onward.questionnaires.reading import FaultyQuestionnaire, read
from onward.questionnaires.validity import applying, kept, problems

TODAY = date(2026, 11, 21)
FORM = questionnaire("first-contact")
MINE = {
    "wish": ("advice",),
    "who": ("me",),
    "needs": ("lonely",),
    "me-given": ("Mary",),
    "me-family": ("Windlebrook",),
    "contact-by": ("none",),
}


def order(answers: Answers) -> list[str]:
    return [page.link_id for page in pages.pages(FORM, answers)]


def wrongs(answers: Answers) -> set[tuple[str, Wrong]]:
    return {(each.item.link_id, each.wrong) for each in problems(FORM, answers, today=TODAY)}


def test_somebody_who_asks_for_themselves_is_not_asked_about_another() -> None:
    assert order(MINE) == ["about", "help", "me", "safe"]


def test_somebody_who_asks_for_another_says_who_they_are_first() -> None:
    assert order({**MINE, "who": ("someone",)}) == ["about", "asker", "help", "them", "safe"]


def test_somebody_who_wants_to_be_rung_is_asked_for_a_number_and_nothing_else() -> None:
    assert order({**MINE, "wish": ("ring",)}) == ["ring"]


def test_an_assessment_is_asked_for_with_the_same_questions() -> None:
    assert order({**MINE, "wish": ("assessment",)}) == order(MINE)


def test_all_that_has_to_be_answered_is_enough_to_send() -> None:
    assert pages.first_unfinished(FORM, MINE, today=TODAY) is None


@pytest.mark.parametrize("link_id", ["who", "needs", "me-given", "me-family", "contact-by"])
def test_what_has_to_be_answered_is_missed_where_it_is_not(link_id: str) -> None:
    answers = {key: value for key, value in MINE.items() if key != link_id}
    assert pages.first_unfinished(FORM, answers, today=TODAY) is not None


def test_a_number_is_asked_for_only_where_it_is_the_safe_way() -> None:
    assert ("phone", Wrong.MISSING) in wrongs({**MINE, "contact-by": ("phone",)})
    assert ("phone", Wrong.MISSING) not in wrongs(MINE)


def test_answers_that_no_longer_apply_are_not_sent() -> None:
    changed = {**MINE, "phone": ("01632 960 001",), "asker-name": ("Joe",)}
    assert "phone" not in kept(FORM, changed)
    assert "asker-name" not in kept(FORM, changed)
    assert kept(FORM, MINE) == MINE


@pytest.mark.parametrize(
    ("born", "wrong"),
    [
        ("1943-02-03", None),
        ("2026-11-21", None),
        ("2026-11-22", Wrong.TOO_LATE),
        ("1900-01-01", None),
        ("1899-12-31", Wrong.TOO_EARLY),
        ("2024-02-30", Wrong.NOT_A_DATE),
        ("43-2-3", Wrong.NOT_A_DATE),
        ("1943--", Wrong.NOT_A_DATE),
        ("20240230", Wrong.NOT_A_DATE),
    ],
)
def test_a_birth_date_is_a_real_one_that_somebody_living_can_have(born: str, wrong: Wrong | None) -> None:
    found = {each for link_id, each in wrongs({**MINE, "me-born": (born,)}) if link_id == "me-born"}
    assert found == ({wrong} if wrong else set())


@pytest.mark.parametrize(("letters", "valid"), [(10_000, True), (10_001, False), (100_000, False)])
def test_words_may_be_long_and_no_longer(letters: int, valid: bool) -> None:
    assert (("words", Wrong.TOO_LONG) not in wrongs({**MINE, "words": ("x" * letters,)})) is valid


@pytest.mark.parametrize(
    ("typed", "valid"),
    [("M33 2RP", True), ("m332rp", True), ("M33", False), ("<script>", False), ("٣٣", False)],
)
def test_a_postcode_has_the_shape_of_one(typed: str, valid: bool) -> None:
    assert (("me-postcode", Wrong.NOT_SHAPED_SO) not in wrongs({**MINE, "me-postcode": (typed,)})) is valid


def test_an_option_that_is_not_there_is_refused() -> None:
    assert ("needs", Wrong.NOT_AN_OPTION) in wrongs({**MINE, "needs": ("gold",)})
    assert ("who", Wrong.ONE_ONLY) in wrongs({**MINE, "who": ("me", "someone")})


def test_one_meaning_is_read_wherever_it_was_asked() -> None:
    theirs = {**MINE, "who": ("someone",), "them-given": ("Joe",)}
    assert one(FORM, {"them-given": ("Joe",)}, "person-given-name") == "Joe"
    assert meaning(FORM, kept(FORM, theirs), "person-given-name") == ("Joe",)
    assert meaning(FORM, MINE, "asker-name") == ()


answer_sets = st.fixed_dictionaries(
    {"wish": st.sampled_from([("advice",), ("assessment",), ("ring",)])},
    optional={
        item.link_id: st.sampled_from([(option.code,) for option in item.options])
        if item.options
        else st.text(min_size=1, max_size=20).map(lambda text: (text,))
        for item in FORM.walk()
        if item.asks and item.link_id != "wish"
    },
)


@settings(deadline=None)
@given(answer_sets)
def test_answers_go_out_as_fhir_and_come_back_the_same(answers: Answers) -> None:
    assert from_fhir(FORM, to_fhir(FORM, answers, status="completed")) == dict(answers)


@settings(deadline=None)
@given(answer_sets)
def test_what_applies_is_what_a_literal_reading_of_the_standard_says(answers: Answers) -> None:
    assert applying(FORM, answers) == literally(FORM, answers)


@settings(deadline=None)
@given(answer_sets)
def test_the_pages_are_walked_forwards_and_backwards_the_same(answers: Answers) -> None:
    walked = pages.pages(FORM, answers)
    for first, second in pairwise(walked):
        assert pages.after(FORM, answers, first) == second
        assert pages.before(FORM, answers, second) == first
    assert pages.before(FORM, answers, walked[0]) is None
    assert pages.after(FORM, answers, walked[-1]) is None


def literally(form: Questionnaire, answers: Answers) -> frozenset[str]:
    """Slow and obvious: start with everything, and take away what a condition or a parent forbids, until still."""
    parents = {child.link_id: item.link_id for item in form.walk() for child in item.items}
    applies = {item.link_id for item in form.walk()}
    while True:
        gone = set()
        for item in form.walk():
            if item.link_id not in applies:
                continue
            if item.link_id in parents and parents[item.link_id] not in applies:
                gone.add(item.link_id)
            for condition in item.conditions:
                given_there = answers.get(condition.question, ()) if condition.question in applies else ()
                equal = condition.answer in given_there
                met = equal if condition.operator == "=" else not equal
                if not met:
                    gone.add(item.link_id)
        if not gone:
            return frozenset(applies)
        applies -= gone


def test_every_fault_of_a_definition_is_named_with_its_place() -> None:
    faulty = {
        "resourceType": "Questionnaire",
        "item": [
            {"linkId": "a", "type": "string", "text": "A"},
            {"linkId": "a", "type": "colour", "text": "B"},
            {
                "linkId": "c",
                "type": "choice",
                "enableWhen": [{"question": "z", "operator": "~", "answerString": "x"}],
            },
            {"linkId": "d"},
            {"type": "group"},
        ],
    }
    with pytest.raises(FaultyQuestionnaire) as raised:
        read(faulty)
    assert raised.value.faults == (
        "Questionnaire.item[1].type: Item “a”: the type “colour” is not one that a question of FHIR R4 can have.",
        "Questionnaire.item[3].type: Item “d”: it needs a type.",
        "Questionnaire.item[1].linkId: Item “a”: the linkId is used twice. Give each item its own (que-2).",
        "Questionnaire.item[2].enableWhen[0].question: Item “c”: enableWhen names “z”, which is no item. "
        "Name a question by its linkId.",
        "Questionnaire.item[2].enableWhen[0].operator: Item “c”: the enableWhen operator “~” is not known.",
        "Questionnaire.item[4].linkId: An item needs a linkId, by which answers name it.",
        "Questionnaire.item[4].item: Item “”: a group needs items below it (que-1).",
    )


def test_something_that_is_no_questionnaire_is_refused() -> None:
    with pytest.raises(FaultyQuestionnaire, match="resourceType"):
        read({"resourceType": "Patient"})
