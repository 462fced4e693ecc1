"""One answer as pages write it, in plain text, and as FHIR writes it. Each can be made from the other.

A date is `2026-11-21`, a boolean `true`, a choice the code of its option, a quantity `12.5|kg`, an attachment
`address|title`, a reference `Type/id|display`. Where this would lose something (a photograph's type, a code that is no
option), the text is the JSON of the answer.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from onward.questionnaires import amounts, json_text, limits
from onward.questionnaires.definition import CHOICES, Item
from onward.questionnaires.values import Coded

Json = dict[str, Any]
_INTEGER = re.compile(r"-?[0-9]+", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_AMOUNT = re.compile(r"(<=|>=|<|>)?(.*)", re.DOTALL)
_WHOLE = '{"value'
_TEXTS = frozenset({"string", "text", "url", "date", "dateTime", "time"})


def to_fhir(item: Item, text: str) -> Json:
    """The answer, without what is below it. What cannot be read as its type goes out as typed: the check tells."""
    if item.type in CHOICES:
        return _chosen(item, text)
    return _whole(item, text) or {f"value{item.kind}": _READ.get(item.type, _as_typed)(item, text)}


def from_fhir(item: Item | None, answer: Mapping[str, Any]) -> str:
    """The text of an answer; empty where it has no value."""
    key = next((each for each in answer if each.startswith("value")), "")
    said = _exact(answer.get(key, ""))
    text = _short(item, key.removeprefix("value"), said)
    if (
        item is None
        or item.type in _TEXTS
        or to_fhir(item, text) == {key: said}
        or _is_option(item, text, said)
    ):
        return text
    return json_text.write({key: said})


def _exact(said: Any) -> Any:
    """A number from a reader that knows no Decimal, in the digits it was written with."""
    return Decimal(repr(said)) if isinstance(said, float) else said


def _whole(item: Item, text: str) -> Json:
    """The answer in a text that is its JSON; nothing where it is none."""
    if item.type in _TEXTS or not text.startswith(_WHOLE):
        return {}
    found, issues = json_text.read(text.encode(), "The answer")
    return found if isinstance(found, dict) and len(found) == 1 and not issues else {}


def _chosen(item: Item, text: str) -> Json:
    for option in item.choices:
        if option.code == text and option.value:
            return {f"value{option.value.kind}": option.value.raw}
    if whole := _whole(item, text):
        return whole
    return {"valueString": text} if item.type == "open-choice" else {"valueCoding": {"code": text}}


def _is_option(item: Item, text: str, said: Any) -> bool:
    """Whether it is the option of this code; what its display says does not matter."""
    option = next((each.value for each in item.choices if each.code == text and each.value), None)
    if option is None or not isinstance(option.data, Coded) or not isinstance(said, Mapping):
        return False
    return (said.get("system", ""), said.get("code", "")) == (option.data.system, option.data.code)


def _short(item: Item | None, kind: str, said: Any) -> str:
    if isinstance(said, bool):
        return "true" if said else "false"
    if isinstance(said, Decimal):
        return f"{said:f}"
    if not isinstance(said, Mapping):
        return str(said)
    return _SHORT.get(kind, _code)(item, said)


def _code(item: Item | None, said: Mapping[str, Any]) -> str:
    code = str(said.get("code", ""))
    named = [
        each.code for each in (item.choices if item else ()) if item and _is_option(item, each.code, said)
    ]
    return named[0] if named else code


def _amount(item: Item | None, said: Mapping[str, Any]) -> str:
    number = _short(item, "Decimal", _exact(said.get("value", "")))
    return _joined(f"{said.get('comparator', '')}{number}", said.get("code") or said.get("unit"))


def _file(item: Item | None, said: Mapping[str, Any]) -> str:
    return _joined(said.get("url", ""), said.get("title"))


def _link(item: Item | None, said: Mapping[str, Any]) -> str:
    return _joined(said.get("reference", ""), said.get("display"))


def _joined(first: Any, second: Any) -> str:
    return f"{first}|{second}" if second else str(first)


def _as_typed(item: Item, text: str) -> str:
    return text


def _boolean(item: Item, text: str) -> bool | str:
    return text == "true" if text in ("true", "false") else text


def _integer(item: Item, text: str) -> int | str:
    return int(text) if _INTEGER.fullmatch(text) and len(text) < limits.DIGITS else text


def _decimal(item: Item, text: str) -> Decimal | str:
    return Decimal(text) if _DECIMAL.fullmatch(text) and len(text) < limits.DIGITS else text


def _quantity(item: Item, text: str) -> Json:
    number, _, unit = text.partition("|")
    found = _AMOUNT.fullmatch(number)
    comparator, digits = (found[1], found[2]) if found else ("", number)
    written: Json = {"value": _decimal(item, digits)} if digits else {}
    return written | ({"comparator": comparator} if comparator else {}) | _unit(item, unit)


def _unit(item: Item, unit: str) -> Json:
    """One of the units that the form offers, else one of UCUM, else only what people read."""
    coded = next((each for each in item.units if each.code == unit), None)
    if coded:
        said = {"unit": coded.display or coded.code, "system": coded.system, "code": coded.code}
        return {key: each for key, each in said.items() if each}
    if amounts.known(unit):
        return {"unit": unit, "system": amounts.UCUM, "code": unit}
    return {"unit": unit} if unit else {}


def _attachment(item: Item, text: str) -> Json:
    return _pair("url", "title", text)


def _reference(item: Item, text: str) -> Json:
    return _pair("reference", "display", text)


def _pair(first: str, second: str, text: str) -> Json:
    address, _, name = text.partition("|")
    return {key: each for key, each in ((first, address), (second, name)) if each}


_READ: dict[str, Callable[[Item, str], Any]] = {
    "boolean": _boolean, "integer": _integer, "decimal": _decimal, "quantity": _quantity,
    "attachment": _attachment, "reference": _reference,
}  # fmt: skip
_SHORT: dict[str, Callable[[Item | None, Mapping[str, Any]], str]] = {
    "Coding": _code, "Quantity": _amount, "Attachment": _file, "Reference": _link,
}  # fmt: skip
