"""Ratings from a file: `person_features,service_id,rating,shown_rank,on`, a row for each service somebody rated.

`person_features` say who it was for without a name: either JSON as in a person's file, such as
`{"age": 83, "needs": ["falls"]}`, or pairs, such as `age=83;needs=falls|isolation;postcode=…`.
Whatever else is said (`lives_alone=yes`) counts as well. A place is not needed: without one nothing is learned of
distance.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.directory.recommend.person import Person, PersonProblem, person_of

COLUMNS = ("person_features", "service_id", "rating", "shown_rank", "on")
BEST, LOWEST_PLACE = 3, 10_000
PAIRS = re.compile(r"[;,&]\s*(?=[A-Za-z_][\w ]*[=:])")
PAIR = re.compile(r"\s*([A-Za-z_][\w ]*?)\s*[=:]\s*(.*)", re.DOTALL)
LISTS = re.compile(r"[|,+/;]")
BAND = re.compile(r"(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})|(\d{1,3})\s*(?:\+|plus|and over)")
AGE_BANDS = ("age_band", "age_group", "ageband")
TEN_YEARS = 10


class RatingsProblem(Exception):
    """The file of ratings cannot be used; the message says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Rating:
    """One row that could be read."""

    person: Person
    service_id: str
    rating: int
    shown_rank: int
    on: date


def read_ratings(content: bytes, where: str) -> tuple[list[Rating], list[str]]:
    """The ratings, and a sentence for each row that had to be left out; RatingsProblem where it is no such file."""
    reader = csv.DictReader(io.StringIO(_text(content, where), newline=""))
    headings = [(each or "").strip() for each in reader.fieldnames or ()]
    missing = [column for column in COLUMNS if column not in headings]
    if missing:
        raise RatingsProblem(
            f"{where} has no column {', '.join(missing)}. Its first line must be: {','.join(COLUMNS)}"
        )
    reader.fieldnames = headings
    ratings: list[Rating] = []
    faults: list[str] = []
    for line, row in _rows(reader, where):
        try:
            ratings.append(_rating(row))
        except (PersonProblem, ValueError) as problem:
            faults.append(f"{where}, line {line}: {problem}")
    if not ratings:
        raise RatingsProblem("\n".join([f"{where} has no rating that can be read.", *faults[:5]]))
    return ratings, faults


def features(said: str) -> Person:
    """The person whom features describe, as JSON or in pairs; PersonProblem where they are neither."""
    where = "person_features"
    if said.strip().startswith("{"):
        try:
            read = json.loads(said)
        except (ValueError, RecursionError) as problem:
            raise PersonProblem(f"{where} are not JSON: {problem}") from None
        return person_of(_with_age(read), where)
    return person_of(_with_age(_pairs(said, where)), where)


def _pairs(said: str, where: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in PAIRS.split(said.strip().strip(";,&")):
        match = PAIR.fullmatch(part)
        if not match:
            raise PersonProblem(
                f"{where}: {part[:40]!r} is not a pair. Write JSON, or pairs such as age=83;needs=falls|isolation"
            )
        name, value = match.group(1).strip().lower().replace(" ", "_"), match.group(2).strip()
        found[name] = _value(name, value)
    return found


def _value(name: str, value: str) -> Any:
    if name in ("needs", "strengths"):
        return [each.strip() for each in LISTS.split(value) if each.strip()]
    if name in ("age", "latitude", "longitude"):
        try:
            return float(value) if value else None
        except ValueError:
            return value
    return value


def _with_age(said: Mapping[str, Any]) -> dict[str, Any]:
    """An age group (`80-89`, `85+`) is taken for an age in its middle."""
    plain = {str(name): value for name, value in said.items() if name not in AGE_BANDS}
    band = next((BAND.search(str(said[name])) for name in AGE_BANDS if name in said), None)
    if band and plain.get("age") is None:
        low, high, over = band.groups()
        plain["age"] = int(over) + TEN_YEARS // 2 if over else (int(low) + int(high)) // 2
    return plain


def _rating(row: Mapping[str, str]) -> Rating:
    return Rating(
        person=features(row["person_features"]),
        service_id=_given(row, "service_id"),
        rating=_whole(row, "rating", 0, BEST),
        shown_rank=_whole(row, "shown_rank", 1, LOWEST_PLACE),
        on=_date(_given(row, "on")),
    )


def _given(row: Mapping[str, str], column: str) -> str:
    value = row[column].strip()
    if not value:
        raise ValueError(f"it has no {column}. The row was left out: fill it in.")
    return value


def _whole(row: Mapping[str, str], column: str, least: int, most: int) -> int:
    said = _given(row, column)
    number = int(said[:6]) if said.isascii() and said.isdigit() else -1
    if not least <= number <= most:
        raise ValueError(f"{column} is {said[:20]!r}. It must be a whole number from {least} to {most}.")
    return number


def _date(said: str) -> date:
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        raise ValueError(f"`on` is {said[:20]!r}. It must be a date such as 2026-11-22.") from None


def _rows(reader: "csv.DictReader[str]", where: str) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for row in reader:
            yield reader.line_num, {column: row.get(column) or "" for column in COLUMNS}
    except csv.Error as problem:
        raise RatingsProblem(
            f"{where}, line {reader.line_num}, is not comma-separated values ({problem})."
        ) from problem


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RatingsProblem(f"{where} is not text in UTF-8. Save it as CSV in UTF-8.") from None
