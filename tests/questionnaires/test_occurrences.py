"""Groups that repeat, on pages: what applies in each occurrence, what is wrong in which, and what is asked next."""

from datetime import UTC, date, datetime
from typing import Any

from onward.questionnaires import filling, pages
from onward.questionnaires.answers import to_fhir
from onward.questionnaires.issues import Wrong
from onward.questionnaires.reading import read
from onward.questionnaires.validity import applying, kept, problems

TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
Json = dict[str, Any]
CORE = "http://hl7.org/fhir/StructureDefinition/"


def rule(key: str, expression: str) -> Json:
    parts = {"key": "valueId", "severity": "valueCode", "expression": "valueString", "human": "valueString"}
    said = {"key": key, "severity": "error", "expression": expression, "human": f"{key} is not kept"}
    return {
        "url": f"{CORE}questionnaire-constraint",
        "extension": [{"url": url, kind: said[url]} for url, kind in parts.items()],
    }


FORM = read(
    {
        "resourceType": "Questionnaire",
        "url": "http://x/q",
        "status": "active",
        "extension": [rule("someone", "%resource.descendants().where(linkId='name').exists()")],
        "item": [
            {
                "linkId": "helpers",
                "type": "group",
                "text": "Who helps you",
                "item": [
                    {
                        "linkId": "helper",
                        "type": "group",
                        "repeats": True,
                        "extension": [rule("one-name", "item.where(linkId='name').answer.value != 'Nobody'")],
                        "item": [
                            {"linkId": "name", "type": "string", "required": True},
                            {"linkId": "near", "type": "boolean"},
                            {
                                "linkId": "hours",
                                "type": "integer",
                                "required": True,
                                "enableWhen": [{"question": "near", "operator": "=", "answerBoolean": True}],
                            },
                        ],
                    }
                ],
            },
            {
                "linkId": "pets",
                "type": "group",
                "text": "Pets",
                "item": [
                    {
                        "linkId": "pet",
                        "type": "string",
                        "repeats": True,
                        "item": [{"linkId": "age", "type": "integer", "required": True}],
                    }
                ],
            },
        ],
    }
)
BOTH = {"name@1": ("Joe",), "near@1": ("true",), "hours@1": ("5",), "name@2": ("Sue",), "near@2": ("false",)}


def wrongs(answers: dict[str, tuple[str, ...]]) -> list[tuple[str, Wrong]]:
    return [(each.key, each.wrong) for each in problems(FORM, answers, today=TODAY)]


def test_a_condition_looks_at_its_own_occurrence() -> None:
    applies = applying(FORM, {**BOTH, "hours@2": ("9",)})
    assert {"helpers", "helper", "name@1", "hours@1", "name@2"} <= applies
    assert "hours@2" not in applies


def test_an_empty_occurrence_more_is_there_to_be_shown() -> None:
    assert {"name@3", "near@3"} <= applying(FORM, BOTH)
    assert "name@4" not in applying(FORM, BOTH)
    assert "name@1" in applying(FORM, {})


def test_what_is_below_a_question_applies_once_it_is_answered() -> None:
    assert "age@1" not in applying(FORM, {})
    assert {"age@1", "age@2"} <= applying(FORM, {"pet": ("Rex", "Tom")})


def test_only_what_applies_is_kept_and_keeps_its_key() -> None:
    answers = {**BOTH, "hours@2": ("9",), "age@1": ("3",), "gone": ("x",)}
    assert kept(FORM, answers) == BOTH


def test_a_problem_says_in_which_occurrence_it_is() -> None:
    answers = {**BOTH, "near@2": ("true",), "hours@1": ("many",), "pet": ("Rex", "Tom"), "age@1": ("3",)}
    expected = [("hours@1", Wrong.NOT_A_NUMBER), ("hours@2", Wrong.MISSING), ("age@2", Wrong.MISSING)]
    assert wrongs(answers) == expected


def test_a_group_that_repeats_and_was_not_begun_asks_for_nothing() -> None:
    assert wrongs({"pet": ("Rex",), "age@1": ("3",)}) == [("pets", Wrong.OTHERWISE)]


def test_a_rule_of_an_occurrence_and_one_of_the_whole_form_are_told_in_the_forms_words() -> None:
    found = problems(FORM, {**BOTH, "name@2": ("Nobody",)}, today=TODAY)
    assert [(each.key, each.human) for each in found] == [("helper@2", "one-name is not kept")]
    whole = problems(FORM, {}, today=TODAY)
    assert [(each.key, each.human) for each in whole] == [("pets", "someone is not kept")]
    assert problems(FORM, {}, today=TODAY, within=FORM.item("helpers")) == []


def test_the_first_page_that_is_not_finished_is_found_in_any_occurrence() -> None:
    page = pages.first_unfinished(FORM, {**BOTH, "near@2": ("true",)}, today=TODAY)
    assert page is FORM.item("helpers")
    assert pages.first_unfinished(FORM, BOTH, today=TODAY) is None


def test_the_next_question_is_asked_in_its_occurrence() -> None:
    response = to_fhir(FORM, {**BOTH, "near@2": ("true",)}, status="in-progress")
    asked = filling.next_question(FORM, response, now=NOW)
    assert asked == filling.Asked(FORM.item("hours"), "hours@2")


def test_what_is_dropped_says_from_which_occurrence() -> None:
    response = to_fhir(FORM, {**BOTH, "hours@2": ("9",)}, status="in-progress")
    sent, dropped = filling.completed(FORM, response, now=NOW)
    assert [(each.key, each.answers) for each in dropped] == [("hours@2", ("9",))]
    assert "9" not in str(sent["item"])
