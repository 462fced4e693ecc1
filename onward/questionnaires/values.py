"""The values of FHIR R4 that a question can be answered with, read strictly: JSON's own types, real dates, whole units.

Source: FHIR R4 (4.0.1) datatypes and json; QuestionnaireResponse.item.answer.value[x].
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from onward.questionnaires import amounts, limits, moments
from onward.questionnaires.amounts import Amount
from onward.questionnaires.issues import shown
from onward.questionnaires.moments import Moment

KINDS = (
    "Boolean", "Decimal", "Integer", "Date", "DateTime", "Time", "String", "Uri", "Attachment", "Coding",
    "Quantity", "Reference",
)  # fmt: skip
_INTEGERS = range(-(2**31), 2**31)
_URI = re.compile(r"[^\s<>\"{}|\\^`\x00-\x1f]*")
_URNS = {
    "urn:uuid:": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "urn:oid:": re.compile(r"[0-2](\.(0|[1-9][0-9]*))+"),
}
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_MIME = re.compile(r"[^\s/;]+/[^\s;]+(\s*;.*)?")


@dataclass(frozen=True, slots=True)
class Coded:
    """A Coding: what it says is its system and code together; the display is for people."""

    system: str
    code: str
    display: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What it says: its system and code, or its words where it has no code."""
        return (self.system, self.code) if self.code else (self.system, "", self.display)


@dataclass(frozen=True, slots=True)
class File:
    """An Attachment: `size` in bytes, of the data where it is there, else as it says itself."""

    media: str
    size: int | None
    said: int | None


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its kind as in value[x], what it means, and the JSON it was read from."""

    kind: str
    data: bool | int | Decimal | str | Moment | Coded | Amount | File
    raw: Any


class NoValue(ValueError):
    """It is no value of its kind; the message says what is wrong and what to do, and goes on after a subject."""


def keys(raw: Mapping[str, Any], prefix: str) -> list[str]:
    """The kinds given for a choice of types: ["Coding"] for {"valueCoding": …} and the prefix "value"."""
    start = len(prefix)
    return [key[start:] for key in raw if key.startswith(prefix) and key[start : start + 1].isupper()]


def value(kind: str, raw: Any) -> Value:
    """The value of this kind; raises NoValue with the reason."""
    return Value(kind, _READERS[kind](raw), raw)


def number(of: Value) -> Decimal | None:
    """The number in a value, for scores and bounds."""
    if isinstance(of.data, bool) or not isinstance(of.data, int | Decimal):
        return None
    return Decimal(of.data)


def compare(first: Value, second: Value) -> int | None:
    """-1, 0 or 1; None where the two cannot be told apart that far, or are not of one kind."""
    one, other = first.data, second.data
    if isinstance(one, Moment) and isinstance(other, Moment):
        return moments.compare(one, other)
    if isinstance(one, Amount) and isinstance(other, Amount):
        return amounts.compare(one, other)
    if (left := number(first)) is not None and (right := number(second)) is not None:
        return (left > right) - (left < right)
    if isinstance(one, str) and isinstance(other, str):
        return (one > other) - (one < other)
    return None


def same(first: Value, second: Value) -> bool:
    """Whether they say the same: a Coding by system and code, a Reference by what it refers to."""
    if isinstance(first.data, Coded) and isinstance(second.data, Coded):
        return first.data.key == second.data.key
    if isinstance(first.data, Moment | Amount):
        return compare(first, second) == 0
    if isinstance(first.data, bool) or isinstance(second.data, bool):
        return first.data is second.data
    return first.data == second.data


def _boolean(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise NoValue(
            f"is {shown(raw)}, which is not true or false. Write true or false without quotation marks"
        )
    return raw


def _integer(raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise NoValue(
            f"is {shown(raw)}, which is not a whole number. Write it without a point or quotation marks"
        )
    if raw not in _INTEGERS:
        raise NoValue(f"is {shown(raw)}, which is beyond the 32 bits of a FHIR integer")
    return raw


def _decimal(raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise NoValue(f"is {shown(raw)}, which is not a number. Write it without quotation marks")
    return Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise NoValue(f"is {shown(raw)}, which is not text. Put it in quotation marks")
    if not raw:
        raise NoValue("is an empty text, which FHIR does not allow. Leave it out instead")
    if len(raw) > limits.STRING:
        raise NoValue(f"has {len(raw):,} letters; the most that FHIR allows is {limits.STRING:,}")
    return raw


def _base64(raw: Any) -> str:
    """The letters of base64 without spaces; base64Binary has no length of its own."""
    packed = "".join(raw.split()) if isinstance(raw, str) else ""
    if not packed or len(packed) % 4 or not _BASE64.fullmatch(packed):
        raise NoValue("is not base64")
    return packed


def _moment(kind: str, example: str) -> Callable[[Any], Moment]:
    def read(raw: Any) -> Moment:
        found = moments.moment(kind, raw) if isinstance(raw, str) else None
        if found is None:
            raise NoValue(f"is {shown(raw)}, which is no real {kind}. Write it like {example}")
        return found

    return read


def _uri(raw: Any) -> str:
    text = _text(raw)
    wrong = not _URI.fullmatch(text)
    wrong = wrong or any(
        text.startswith(urn) and not tail.fullmatch(text[len(urn) :]) for urn, tail in _URNS.items()
    )
    if wrong:
        raise NoValue(f"is {shown(raw)}, which is not a web address or other URI")
    return text


def _object(raw: Any, kind: str, allowed: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict) or not raw:
        raise NoValue(f"is {shown(raw)}, which is not a {kind}")
    known = {"id", "extension", *allowed.split()}
    if strange := [key for key in raw if key.removeprefix("_") not in known]:
        raise NoValue(f"has {shown(strange[0])}, which is no element of a {kind}")
    return raw


def _part(raw: Mapping[str, Any], key: str, read: Callable[[Any], Any] = _text) -> Any:
    """One element of an object, read; an empty text where it is not there."""
    if key not in raw:
        return ""
    try:
        return read(raw[key])
    except NoValue as problem:
        raise NoValue(f"has a {key} that {problem}") from None


def _coding(raw: Any) -> Coded:
    found = _object(raw, "Coding", "system version code display userSelected")
    _part(found, "version")
    _part(found, "userSelected", _boolean)
    return Coded(_part(found, "system", _uri), _part(found, "code"), _part(found, "display"))


def _quantity(raw: Any) -> Amount:
    found = _object(raw, "Quantity", "value comparator unit system code")
    amount = Amount(
        _part(found, "value", _decimal) if "value" in found else None,
        _part(found, "unit"),
        _part(found, "system", _uri),
        _part(found, "code"),
        _part(found, "comparator"),
    )
    if amount.comparator not in ("", "<", "<=", ">=", ">"):
        raise NoValue(f"has the comparator {shown(amount.comparator)}, which is not one of <, <=, >= and >")
    if amount.code and not amount.system:
        raise NoValue("has a code for its unit without the system of that code (qty-3)")
    return amount


def _attachment(raw: Any) -> File:
    found = _object(raw, "Attachment", "contentType language data url size hash title creation")
    packed = _part(found, "data", _base64)
    media = _part(found, "contentType")
    if packed and not media:
        raise NoValue("has data but no contentType (att-1)")
    if media and not _MIME.fullmatch(media):
        raise NoValue(f"has the contentType {shown(media)}, which is not a media type like application/pdf")
    for key in ("language", "title", "hash"):
        _part(found, key)
    _part(found, "url", _uri)
    _part(found, "creation", _READERS["DateTime"])
    said = _part(found, "size", _integer) if "size" in found else None
    size = len(packed) // 4 * 3 - packed.count("=") if packed else said
    return File(media, size, said)


def _reference(raw: Any) -> str:
    found = _object(raw, "Reference", "reference type identifier display")
    for key in ("type", "display"):
        _part(found, key)
    text = _part(found, "reference", _uri)
    if not text and not any(key in found for key in ("identifier", "display", "extension")):
        raise NoValue("refers to nothing: give a reference, an identifier or a display (ref-1)")
    return str(text)


_READERS: dict[str, Callable[[Any], Any]] = {
    "Boolean": _boolean,
    "Decimal": _decimal,
    "Integer": _integer,
    "Date": _moment("date", "2026-11-21, 2026-11 or 2026"),
    "DateTime": _moment("dateTime", "2026-11-21T09:30:00Z (with seconds and a time zone) or 2026-11-21"),
    "Time": _moment("time", "09:30:00"),
    "String": _text,
    "Uri": _uri,
    "Coding": _coding,
    "Quantity": _quantity,
    "Attachment": _attachment,
    "Reference": _reference,
}


def of_choice(raw: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Value | NoValue]]:
    """Every value given for a choice of types, with its key; one that cannot be read is its NoValue."""
    for kind in keys(raw, prefix):
        key = f"{prefix}{kind}"
        if kind not in _READERS:
            yield key, NoValue(f"is of the type {kind}, which no answer can have")
            continue
        try:
            yield key, value(kind, raw[key])
        except NoValue as problem:
            yield key, problem
