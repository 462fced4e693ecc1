"""Filling a form in: how it begins, what is worked out on the way, and what is dropped when it is sent."""

from datetime import UTC, datetime
from typing import Any

from onward.questionnaires import filling
from onward.questionnaires.answers import from_fhir, to_fhir
from onward.questionnaires.definition import MEANING
from onward.questionnaires.reading import read
from onward.questionnaires.validity import check
from onward.questionnaires.values import Value, value

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def expression(name: str, text: str) -> dict[str, Any]:
    return {"url": f"{SDC}{name}", "valueExpression": {"language": "text/fhirpath", "expression": text}}


FORM: dict[str, Any] = {
    "resourceType": "Questionnaire",
    "url": "http://x/q",
    "status": "active",
    "item": [
        {"linkId": "name", "type": "string", "code": [{"system": MEANING, "code": "person-given-name"}]},
        {"linkId": "on", "type": "date", "extension": [expression("initialExpression", "today()")]},
        {"linkId": "alone", "type": "boolean", "initial": [{"valueBoolean": True}]},
        {
            "linkId": "others",
            "type": "group",
            "enableWhen": [{"question": "alone", "operator": "=", "answerBoolean": False}],
            "item": [{"linkId": "who", "type": "string", "text": "Who lives with you?"}],
        },
        {"linkId": "a", "type": "integer"},
        {
            "linkId": "double",
            "type": "integer",
            "readOnly": True,
            "extension": [
                expression("calculatedExpression", "%resource.item.where(linkId='a').answer.value * 2")
            ],
        },
    ],
}
QUESTIONNAIRE = read(FORM)


def known(meaning: str) -> tuple[Value, ...]:
    return (value("String", "Mary"),) if meaning == "person-given-name" else ()


def given(response: dict[str, Any]) -> dict[str, Any]:
    return {
        each["linkId"]: next(iter(each["answer"][0].values()))
        for each in response["item"]
        if "answer" in each
    }


def with_answer(response: dict[str, Any], link_id: str, answer: dict[str, Any]) -> dict[str, Any]:
    items = [{**each, "answer": [answer]} if each["linkId"] == link_id else each for each in response["item"]]
    if link_id not in {each["linkId"] for each in items}:
        items.append({"linkId": link_id, "answer": [answer]})
    order = [each["linkId"] for each in FORM["item"]]
    return {**response, "item": sorted(items, key=lambda each: order.index(each["linkId"]))}


def test_it_begins_with_what_is_known_and_what_the_form_sets() -> None:
    begun = filling.begin(QUESTIONNAIRE, now=NOW, known=known)
    assert given(begun) == {"name": "Mary", "on": "2026-11-22", "alone": True}
    assert begun["status"] == "in-progress"


def test_the_next_question_leaves_out_what_does_not_apply_and_what_nobody_answers() -> None:
    begun = filling.begin(QUESTIONNAIRE, now=NOW, known=known)
    asked = filling.next_question(QUESTIONNAIRE, begun, now=NOW)
    assert asked is not None
    assert asked.item.link_id == "a"
    done = with_answer(begun, "a", {"valueInteger": 4})
    assert filling.next_question(QUESTIONNAIRE, done, now=NOW) is None
    other = with_answer(done, "alone", {"valueBoolean": False})
    asked = filling.next_question(QUESTIONNAIRE, other, now=NOW)
    assert asked is not None
    assert asked.item.link_id == "who"


def test_what_is_worked_out_follows() -> None:
    first = with_answer(filling.begin(QUESTIONNAIRE, now=NOW), "a", {"valueInteger": 4})
    settled = filling.settled(QUESTIONNAIRE, first, now=NOW)
    assert given(settled)["double"] == 8
    again = filling.settled(QUESTIONNAIRE, with_answer(settled, "a", {"valueInteger": 5}), now=NOW)
    assert given(again)["double"] == 10
    assert filling.settled(QUESTIONNAIRE, again, now=NOW) == again


def test_what_no_longer_applies_is_kept_aside_and_then_dropped_and_told() -> None:
    begun = filling.begin(QUESTIONNAIRE, now=NOW)
    answers = {**from_fhir(QUESTIONNAIRE, begun), "alone": ("true",), "who": ("Joe",)}
    changed = to_fhir(QUESTIONNAIRE, answers, status="in-progress")
    aside = filling.settled(QUESTIONNAIRE, changed, now=NOW)
    assert "Joe" in str(aside)
    sent, dropped = filling.completed(QUESTIONNAIRE, changed, now=NOW)
    assert "Joe" not in str(sent)
    assert dropped == (filling.Dropped("who", "Who lives with you?", ("Joe",)),)
    assert check(FORM, sent, now=NOW) == []


def test_what_else_is_said_of_the_answers_stays() -> None:
    response = {
        **filling.begin(QUESTIONNAIRE, now=NOW),
        "authored": "2026-11-22",
        "subject": {"reference": "Patient/1"},
    }
    sent, _ = filling.completed(QUESTIONNAIRE, response, now=NOW)
    assert (sent["authored"], sent["subject"]) == ("2026-11-22", {"reference": "Patient/1"})


def test_first_answers_reach_what_they_bring_and_the_first_of_what_repeats() -> None:
    question = {"linkId": "q", "type": "boolean", "initial": [{"valueBoolean": True}]}
    below = {"linkId": "below", "type": "integer", "initial": [{"valueInteger": 1}]}
    group = {"linkId": "g", "type": "group", "repeats": True, "item": [{**question, "item": [below]}]}
    form = read({**FORM, "item": [{"linkId": "first", "type": "string"}, group]})
    begun = filling.begin(form, now=NOW)
    assert from_fhir(form, begun) == {"q@1": ("true",), "below@1": ("1",)}
