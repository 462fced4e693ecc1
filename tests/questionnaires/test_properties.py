"""What holds for every form and every set of answers, whatever they are."""

import json
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.questionnaires import filling, json_text, pages
from onward.questionnaires.answers import from_fhir, key, to_fhir
from onward.questionnaires.definition import Item
from onward.questionnaires.issues import outcome
from onward.questionnaires.plain_values import from_fhir as in_plain_text
from onward.questionnaires.reading import read
from onward.questionnaires.validity import applying, check, check_texts, kept
from tests.questionnaires import literal
from tests.questionnaires.made_up import TYPES, forms, forms_with_answers

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
Json = dict[str, Any]
UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow])


@UNHURRIED
@given(forms_with_answers())
def test_what_applies_is_what_the_standard_says(made: tuple[Json, Json]) -> None:
    form, response = made
    expected = {
        key(item["linkId"], place.numbers)
        for place, item in literal.places(form, literal.without_what_is_empty(response), spare=True)
        if literal.applies(form, item, place)
    }
    questionnaire = read(form)
    assert applying(questionnaire, from_fhir(questionnaire, response)) == expected


@UNHURRIED
@given(forms_with_answers())
def test_answers_to_what_does_not_apply_are_told_of_and_no_others(made: tuple[Json, Json]) -> None:
    form, response = made
    expected = {
        item["linkId"]
        for place, item in literal.places(form, response)
        if not literal.applies(form, item, place)
        and (not place.around or literal.applies(form, place.item, place.around))
        and any(
            each["linkId"] == item["linkId"] and literal.is_answered(each)
            for each in place.raw.get("item", [])
        )
    }
    issues = check(form, response, now=NOW)
    assert {each.link_id for each in issues if each.bad and "not kept" in each.says} == expected


@UNHURRIED
@given(forms_with_answers())
def test_the_next_question_is_the_first_that_the_standard_asks(made: tuple[Json, Json]) -> None:
    form, response = made
    expected = next(
        (
            key(item["linkId"], place.numbers)
            for place, item in literal.places(form, literal.without_what_is_empty(response))
            if literal.is_asked_next(form, item, place)
        ),
        None,
    )
    asked = filling.next_question(read(form), response, now=NOW)
    assert (asked.key if asked else None) == expected


@UNHURRIED
@given(forms_with_answers())
def test_the_page_after_each_is_found_without_looking_at_all_answers(made: tuple[Json, Json]) -> None:
    form, response = made
    questionnaire = read(form)
    answers = from_fhir(questionnaire, response)
    walked = pages.pages(questionnaire, answers)
    assert [pages.after(questionnaire, answers, each) for each in walked] == [*walked, None][1:]
    assert [pages.before(questionnaire, answers, each) for each in walked] == [None, *walked][:-1]


@UNHURRIED
@given(forms(filled=True), st.data())
def test_what_the_engine_fills_in_is_valid(form: Json, data: st.DataObject) -> None:
    """Ask until nothing is left to ask, then send: nothing is wrong with it."""
    questionnaire = read(form)
    response = filling.begin(questionnaire, now=NOW)
    while asked := filling.next_question(questionnaire, response, now=NOW):
        answers = from_fhir(questionnaire, response) | {asked.key: answer(asked.item, data)}
        response = filling.settled(
            questionnaire, to_fhir(questionnaire, answers, status="in-progress"), now=NOW
        )
    assert [each for each in check(form, response, now=NOW) if each.bad] == []
    sent, _ = filling.completed(questionnaire, response, now=NOW)
    assert [each for each in check(form, sent, now=NOW) if each.bad] == []


@UNHURRIED
@given(forms(), st.data())
def test_what_the_pages_call_finished_is_valid(form: Json, data: st.DataObject) -> None:
    """Answer whatever applies, page by page; what is then kept can be sent."""
    questionnaire = read(form)
    answers: dict[str, tuple[str, ...]] = {}
    while todo := sorted(_unanswered(form, answers, applying(questionnaire, answers))):
        answers[todo[0]] = answer(questionnaire.item(todo[0].partition("@")[0]), data)
    assert pages.first_unfinished(questionnaire, answers, today=TODAY) is None
    sent = to_fhir(questionnaire, kept(questionnaire, answers), status="completed")
    assert [each for each in check(form, sent, now=NOW) if each.bad] == []


def _unanswered(form: Json, answers: dict[str, Any], applies: frozenset[str]) -> set[str]:
    """The questions of the first two occurrences that apply and have no answer."""
    questions = {each["linkId"] for each in literal.everything(form) if each["type"] != "group"}
    return {
        each
        for each in applies - set(answers)
        if each.partition("@")[0] in questions and set(each.partition("@")[2]) <= set("12.")
    }


def answer(item: Item, data: st.DataObject) -> tuple[str, ...]:
    kind, some, _ = TYPES[item.type]
    chosen = data.draw(st.lists(st.sampled_from(some), min_size=1, max_size=2 if item.repeats else 1))
    return tuple(in_plain_text(item, {f"value{kind}": each}) for each in chosen)


@UNHURRIED
@given(forms_with_answers())
def test_json_in_and_out_is_the_same(made: tuple[Json, Json]) -> None:
    form, response = made
    text = [json_text.write(each).encode() for each in made]
    assert outcome(check_texts(*text, now=NOW)) == outcome(check(form, response, now=NOW))
    assert [json_text.write(json_text.read(each, "It")[0]).encode() for each in text] == text


@UNHURRIED
@given(forms_with_answers())
def test_answers_go_to_pages_and_come_back_the_same(made: tuple[Json, Json]) -> None:
    form, response = made
    questionnaire = read(form)
    answers = from_fhir(questionnaire, response)
    sent = to_fhir(questionnaire, answers, status="completed")
    assert from_fhir(questionnaire, sent) == answers
    assert literal.without_what_is_empty(sent) == literal.without_what_is_empty(response)


KEYS = [
    "resourceType", "item", "linkId", "type", "answer", "valueString", "valueCoding", "valueQuantity", "enableWhen",
    "question", "operator", "answerInteger", "answerOption", "answerValueSet", "extension", "url", "valueExpression",
    "contained", "entry", "resource", "status", "compose", "include", "initial", "effectivePeriod", "text",
    "_valueDate", "authored", "questionnaire", "enableBehavior", "required", "valueDate", "code", "meta",
]  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inside, max_size=5),
    max_leaves=25,
)


@UNHURRIED
@given(anything, anything)
def test_whatever_comes_there_is_an_outcome(form: Any, response: Any) -> None:
    for kind, each in (("Questionnaire", form), ("QuestionnaireResponse", response)):
        if isinstance(each, dict):
            each["resourceType"] = kind
    text = [json.dumps(each).encode() for each in (form, response)]
    assert outcome(check_texts(*text, now=NOW))["issue"]


@UNHURRIED
@given(st.binary(max_size=50), st.binary(max_size=50))
def test_whatever_bytes_come_there_is_an_outcome(form: bytes, response: bytes) -> None:
    assert outcome(check_texts(form, response, now=NOW))["issue"]
