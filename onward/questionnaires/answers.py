"""Answers by linkId, and their FHIR QuestionnaireResponse."""

from collections.abc import Iterator, Mapping
from typing import Any

from onward.questionnaires.definition import Item, Questionnaire

# What was answered: every value as text (a date as 2026-11-21, a boolean as "true" or "false", a choice as its code).
Answers = Mapping[str, tuple[str, ...]]

_VALUE = {"boolean": "valueBoolean", "date": "valueDate", "choice": "valueCoding"}


def meaning(questionnaire: Questionnaire, answers: Answers, code: str) -> tuple[str, ...]:
    """The answers to whichever question has this meaning; empty where none was answered."""
    for item in questionnaire.walk():
        if item.meaning == code and answers.get(item.link_id):
            return answers[item.link_id]
    return ()


def one(questionnaire: Questionnaire, answers: Answers, code: str) -> str:
    """The single answer with this meaning, or an empty text."""
    return next(iter(meaning(questionnaire, answers, code)), "")


def to_fhir(questionnaire: Questionnaire, answers: Answers, *, status: str) -> dict[str, Any]:
    """The QuestionnaireResponse for these answers; groups without an answer are left out."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{questionnaire.url}|{questionnaire.version}",
        "status": status,
        "item": [each for item in questionnaire.items if (each := _to_item(item, answers))],
    }


def from_fhir(response: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Answers by linkId from a QuestionnaireResponse."""
    return dict(_from_items(response.get("item", ())))


def _to_item(item: Item, answers: Answers) -> dict[str, Any] | None:
    below = [each for child in item.items if (each := _to_item(child, answers))]
    values = [_to_value(item, value) for value in answers.get(item.link_id, ())]
    if not below and not values:
        return None
    written: dict[str, Any] = {"linkId": item.link_id, "text": item.text}
    if values:
        written["answer"] = values
    if below:
        written["item"] = below
    return written


def _to_value(item: Item, value: str) -> dict[str, Any]:
    key = _VALUE.get(item.type, "valueString")
    if item.type == "boolean":
        return {key: value == "true"}
    if item.type == "choice":
        display = next((each.text for each in item.options if each.code == value), "")
        return {key: {"code": value, "display": display}}
    return {key: value}


def _from_items(items: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in items:
        if "answer" in item:
            yield item["linkId"], tuple(_from_value(answer) for answer in item["answer"])
        yield from _from_items(item.get("item", ()))


def _from_value(answer: Mapping[str, Any]) -> str:
    value = next(value for key, value in answer.items() if key.startswith("value"))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value["code"]) if isinstance(value, Mapping) else str(value)
