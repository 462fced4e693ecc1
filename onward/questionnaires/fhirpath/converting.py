"""The functions of FHIRPath that turn one type into another; nothing where it cannot be."""

import re
from collections.abc import Callable
from decimal import Decimal

from onward.questionnaires import moments
from onward.questionnaires.fhirpath import found, operators
from onward.questionnaires.fhirpath.found import Found, Many

Function = Callable[[Many, list[Many]], Many]
_WORDS = {
    **dict.fromkeys(("true", "t", "yes", "y", "1", "1.0"), True),
    **dict.fromkeys(("false", "f", "no", "n", "0", "0.0"), False),
}
_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?", re.ASCII)
_QUANTITY = re.compile(r"([+-]?\d{1,30}(?:\.\d{1,30})?)\s*(?:'([^']+)'|([a-zA-Z]+))?", re.ASCII)


def _boolean(one: Found) -> Many:
    return operators.boolean(_WORDS.get(str(one.data).lower()))


def _decimal(one: Found) -> Many:
    if isinstance(one.data, bool):
        return [Found("decimal", Decimal(one.data))]
    if isinstance(one.data, str) and _NUMBER.fullmatch(one.data):
        return [Found("decimal", Decimal(one.data))]
    number = found.number(one)
    return [] if number is None else [Found("decimal", number)]


def _integer(one: Found) -> Many:
    number = next((found.number(each) for each in _decimal(one)), None)
    whole = number is not None and number == number.to_integral_value() and "." not in str(one.data)
    return [found.of_number(number)] if whole and number is not None else []


def _string(one: Found) -> Many:
    if isinstance(one.data, bool):
        return [Found("string", "true" if one.data else "false")]
    if isinstance(one.data, dict):
        amount = found.amount(one)
        return [Found("string", f"{amount.number} '{amount.code or amount.unit or 1}'")] if amount else []
    return [Found("string", f"{one.data:f}" if isinstance(one.data, Decimal) else str(one.data))]


def _moment(kind: str) -> Callable[[Found], Many]:
    def convert(one: Found) -> Many:
        read = found.moment(one)
        if read is None or (kind == "time") is not (read.kind == "time"):
            return []
        return [
            found.of_moment(
                moments.Moment(kind, read.parts[:3] if kind == "date" else read.parts, read.offset)
            )
        ]

    return convert


def _quantity(one: Found) -> Many:
    if isinstance(one.data, dict):
        return [one] if found.amount(one) else []
    said = _QUANTITY.fullmatch(str(one.data))
    unit = (said[2] or said[3] or "1") if said else ""
    return [Found("Quantity", {"value": Decimal(said[1]), "unit": unit, "code": unit})] if said else []


def _to(convert: Callable[[Found], Many]) -> Function:
    def function(focus: Many, _arguments: list[Many]) -> Many:
        value = operators.single(focus)
        return convert(value) if value else []

    return function


def _converts(convert: Callable[[Found], Many]) -> Function:
    def function(focus: Many, _arguments: list[Many]) -> Many:
        value = operators.single(focus)
        return operators.boolean(bool(convert(value))) if value else []

    return function


_KINDS: dict[str, Callable[[Found], Many]] = {
    "Boolean": _boolean,
    "Integer": _integer,
    "Decimal": _decimal,
    "String": _string,
    "Date": _moment("date"),
    "DateTime": _moment("dateTime"),
    "Time": _moment("time"),
    "Quantity": _quantity,
}
FUNCTIONS: dict[str, Function] = {
    **{f"to{kind}": _to(convert) for kind, convert in _KINDS.items()},
    **{f"convertsTo{kind}": _converts(convert) for kind, convert in _KINDS.items()},
}
