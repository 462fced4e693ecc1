"""Answers by linkId, as pages take them, and their FHIR QuestionnaireResponse."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from onward.questionnaires import limits
from onward.questionnaires.definition import CHOICES, GROUP, VALUES, Item, Questionnaire

# What was answered: every value as text (a date as 2026-11-21, a boolean as "true" or "false", a choice as its code).
Answers = Mapping[str, tuple[str, ...]]

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)


def meaning(questionnaire: Questionnaire, answers: Answers, code: str) -> tuple[str, ...]:
    """The answers to whichever question has this meaning; empty where none was answered."""
    for item in questionnaire.walk():
        if item.meaning == code and answers.get(item.link_id):
            return answers[item.link_id]
    return ()


def one(questionnaire: Questionnaire, answers: Answers, code: str) -> str:
    """The single answer with this meaning, or an empty text."""
    return next(iter(meaning(questionnaire, answers, code)), "")


def to_fhir(
    questionnaire: Questionnaire, answers: Answers, *, status: str, whole: bool = False
) -> dict[str, Any]:
    """The QuestionnaireResponse for these answers.

    Groups without an answer are left out, but for a `whole` response, in which what they miss is looked for.
    """
    written: dict[str, Any] = {"resourceType": "QuestionnaireResponse"}
    if questionnaire.url:
        version = f"|{questionnaire.version}" if questionnaire.version else ""
        written["questionnaire"] = f"{questionnaire.url}{version}"
    written["status"] = status
    if items := _items(questionnaire.items, answers, whole):
        written["item"] = items
    return written


def from_fhir(response: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Answers by linkId from a QuestionnaireResponse."""
    return dict(_from_items(response.get("item", ())))


def _items(items: tuple[Item, ...], answers: Answers, whole: bool) -> list[dict[str, Any]]:
    return [each for item in items if (each := _to_item(item, answers, whole))]


def _to_item(item: Item, answers: Answers, whole: bool) -> dict[str, Any] | None:
    values = [_to_value(item, value) for value in answers.get(item.link_id, ())]
    below = _items(item.items, answers, whole) if values or item.type == GROUP else []
    if not values and not below and not (whole and item.type == GROUP):
        return None
    written: dict[str, Any] = {"linkId": item.link_id}
    if item.text:
        written["text"] = item.text
    if values:
        written["answer"] = values
    if below:
        (values[0] if values else written)["item"] = below
    return written


def _to_value(item: Item, value: str) -> dict[str, Any]:
    """What cannot be read as its type goes out as it was typed, so that the check says what is wrong with it."""
    if item.type in CHOICES:
        chosen = next((each.value for each in item.options if each.code == value and each.value), None)
        if chosen:
            return {f"value{chosen.kind}": chosen.raw}
        return {"valueString": value} if item.type == "open-choice" else {"valueCoding": {"code": value}}
    return {f"value{VALUES.get(item.type, 'String')}": _READ.get(item.type, str)(value)}


def _boolean(value: str) -> bool | str:
    return value == "true" if value in ("true", "false") else value


def _integer(value: str) -> int | str:
    return (
        int(value)
        if value.lstrip("-").isascii() and value.lstrip("-").isdigit() and len(value) < limits.DIGITS
        else value
    )


def _decimal(value: str) -> Decimal | str:
    return Decimal(value) if _NUMBER.fullmatch(value) and len(value) < limits.DIGITS else value


_READ = {"boolean": _boolean, "integer": _integer, "decimal": _decimal}


def _from_items(items: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in items:
        given = item.get("answer", ())
        if given:
            yield item["linkId"], tuple(_from_value(answer) for answer in given)
        yield from _from_items(item.get("item", ()))
        for answer in given:
            yield from _from_items(answer.get("item", ()))


def _from_value(answer: Mapping[str, Any]) -> str:
    value = next((value for key, value in answer.items() if key.startswith("value")), "")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.get("code", "")) if isinstance(value, Mapping) else str(value)
