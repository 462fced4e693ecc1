"""What an expression finds: values with their types, and how many of them may be looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from onward.questionnaires import moments, values
from onward.questionnaires.amounts import Amount
from onward.questionnaires.moments import Moment

# The types of value[x] as their names end.
_CHOICES = {
    "Boolean": "boolean", "Integer": "integer", "Decimal": "decimal", "String": "string", "Date": "date",
    "DateTime": "dateTime", "Time": "time", "Uri": "uri", "Code": "code", "Id": "id", "Canonical": "canonical",
    "Coding": "Coding", "CodeableConcept": "CodeableConcept", "Quantity": "Quantity", "Reference": "Reference",
    "Attachment": "Attachment", "Expression": "Expression", "Url": "url", "Markdown": "markdown",
}  # fmt: skip
_KINDS = {bool: "boolean", int: "integer", Decimal: "decimal", str: "string"}
DATES = frozenset({"date", "dateTime", "time"})
_PARENTS = {
    "code": "string",
    "id": "string",
    "markdown": "string",
    "canonical": "uri",
    "url": "uri",
    "positiveInt": "integer",
}


class TooCostly(Exception):
    """The expressions of this check have looked at as much as they may."""


class Trouble(ValueError):
    """The expression cannot be worked out on these values; the message says why."""


class Unknown(Exception):
    """It depends on what is not told here: a launch context, a query, another system."""


@dataclass(slots=True)
class Steps:
    """How many values may still be looked at."""

    left: int

    def spend(self, number: int) -> None:
        self.left -= number
        if self.left < 0:
            raise TooCostly


class Found(NamedTuple):
    """One value: its FHIR type, and its JSON (dates as text, quantities as objects)."""

    kind: str
    data: Any


Many = list[Found]


def of(data: Any) -> Found:
    """A value of JSON, its type as far as JSON tells it."""
    if kind := _KINDS.get(type(data)):
        return Found(kind, data)
    return Found(str(data.get("resourceType", "element")) if isinstance(data, dict) else "element", data)


def member(found: Found, name: str) -> Many:
    """What an element has under this name; `value` finds value[x], whatever its type."""
    data = found.data
    if not isinstance(data, dict):
        return []
    if name in data:
        return _each(data[name], "")
    if data.get("resourceType") == name:
        return [found]
    kinds = values_of(data, name)
    return [each for kind in kinds for each in _each(data[name + kind], _CHOICES.get(kind, kind))]


def values_of(data: Mapping[str, Any], name: str) -> list[str]:
    return values.keys(data, name) if name in ("value", "answer", "initial", "default") else []


def children(found: Found) -> Iterator[Found]:
    """Every element directly below, with choices of types under their type."""
    if not isinstance(found.data, dict):
        return
    for key, value in found.data.items():
        if key.startswith("_") or key == "resourceType":
            continue
        kind = _CHOICES.get(key[len("value") :], "") if key.startswith("value") else ""
        yield from _each(value, kind)


def _each(value: Any, kind: str) -> Many:
    listed = value if isinstance(value, list) else (value,)
    return [Found(kind, one) if kind else of(one) for one in listed if one is not None]


def is_of(found: Found, name: str) -> bool:
    """Whether it is of this type. JSON does not tell every type of text, so a plain text may be any of them."""
    wanted = name.removeprefix("FHIR.").removeprefix("System.").strip("`")
    kind: str | None = found.kind
    while kind:
        if kind == wanted or (name.startswith("System.") and kind.lower() == wanted.lower()):
            return True
        kind = _PARENTS.get(kind)
    return found.kind == "element" and wanted in ("Element", "BackboneElement", "QuestionnaireResponse.item")


def number(found: Found) -> Decimal | None:
    if isinstance(found.data, bool) or not isinstance(found.data, int | Decimal):
        return None
    return Decimal(found.data)


def of_number(value: Decimal) -> Found:
    """An integer where it is one that FHIRPath can hold."""
    if value == value.to_integral_value() and abs(value) < 2**31:
        return Found("integer", int(value))
    return Found("decimal", value)


def moment(found: Found) -> Moment | None:
    """The date or time in it; a text counts where it is written like one."""
    if not isinstance(found.data, str) or found.kind not in DATES | {"string"}:
        return None
    kinds = (found.kind,) if found.kind in DATES else ("date", "dateTime", "time")
    return next((read for kind in kinds if (read := moments.moment(kind, found.data))), None)


def of_moment(value: Moment) -> Found:
    return Found(value.kind, moments.text(value))


def amount(found: Found) -> Amount | None:
    """The quantity in it; a number is one without a unit."""
    if (plain := number(found)) is not None:
        return Amount(plain)
    if not isinstance(found.data, dict) or "value" not in found.data:
        return None
    said = {key: str(found.data.get(key, "")) for key in ("unit", "system", "code", "comparator")}
    read = number(of(found.data["value"]))
    return Amount(read, **said) if read is not None else None
