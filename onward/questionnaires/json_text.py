"""JSON as FHIR needs it read: numbers keep their digits, and nothing in it can bring the reader down."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from onward.questionnaires import limits
from onward.questionnaires.issues import Issue, error, fatal, shown


class _Unreadable(Exception):
    """The text is no JSON that FHIR allows; the message says why."""


def read(text: bytes, name: str) -> tuple[Any, list[Issue]]:
    """The value in the text and what is wrong with it. Where it is fatal the value is None.

    Decimals become `Decimal` with every digit ("1.10" keeps two places: FHIR R4, decimal); 3.0 is never an integer.
    """
    if len(text) > limits.TEXT:
        return None, [fatal("too-costly", f"{name} has {len(text):,} bytes; the most is {limits.TEXT:,}.")]
    twice: list[str] = []
    try:
        value = _decoded(text, twice)
    except (_Unreadable, ValueError) as problem:
        return None, [
            fatal("structure", f"{name} is not JSON that can be read: {problem}. Send it as valid JSON.")
        ]
    except RecursionError:
        return None, [_too_deep(name)]
    if _deeper_than(value, limits.JSON_DEPTH):
        return None, [_too_deep(name)]
    return value, [
        error("structure", f"{name} has the property {shown(key)} twice in one object. Keep one of them.")
        for key in dict.fromkeys(twice)
    ]


def write(value: Any) -> str:
    """JSON with every digit of its decimals, and their places: Decimal("12.50") is 12.50."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{json.dumps(str(key))}:{write(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(write(each) for each in value) + "]"
    return json.dumps(value)


class Encoder(json.JSONEncoder):
    """For whoever stores FHIR with `json.dumps(…, cls=Encoder)`: decimals are numbers and keep their digits."""

    def encode(self, o: Any) -> str:
        return write(o)


class Decoder(json.JSONDecoder):
    """Its other half: decimals come back as `Decimal`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "parse_float": Decimal})


def _too_deep(name: str) -> Issue:
    return fatal(
        "too-costly", f"{name} has more than {limits.JSON_DEPTH} lists and objects inside each other."
    )


def _decoded(text: bytes, twice: list[str]) -> Any:
    def together(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        whole = dict(pairs)
        if len(whole) != len(pairs):
            seen: set[str] = set()
            twice.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return whole

    return json.loads(
        text.decode("utf-8-sig"),
        parse_float=_number,
        parse_int=_integer,
        parse_constant=_constant,
        object_pairs_hook=together,
    )


def _number(digits: str) -> Decimal:
    number = Decimal(digits)
    if len(digits) > limits.DIGITS or abs(number.adjusted()) > limits.DIGITS:
        raise _Unreadable(f"the number {shown(digits)} is beyond anything that can be meant")
    return number


def _integer(digits: str) -> int:
    if len(digits) > limits.DIGITS:
        raise _Unreadable(f"the number {shown(digits)} is beyond anything that can be meant")
    return int(digits)


def _constant(word: str) -> Any:
    raise _Unreadable(f"{word} is no number")


def _deeper_than(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [below for each in level for below in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (each for each in value.values() if isinstance(each, dict | list))
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict | list))
