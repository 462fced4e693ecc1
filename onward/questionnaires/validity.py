"""Whether answers are valid, and what is wrong where they are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.questionnaires.answers import Answers
from onward.questionnaires.applicability import applicable
from onward.questionnaires.definition import TODAY, Item, Questionnaire


class Wrong(StrEnum):
    """What can be wrong with an answer; the words for it are the page's."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_AN_OPTION = "not_an_option"
    NOT_ALONE = "not_alone"
    ONE_ONLY = "one_only"
    NOT_A_DATE = "not_a_date"
    NOT_SHAPED_SO = "not_shaped_so"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one question. `length` is how long the answer is, where that is what is wrong."""

    item: Item
    wrong: Wrong
    length: int = 0


def problems(
    questionnaire: Questionnaire, answers: Answers, *, today: date, within: Item | None = None
) -> list[Problem]:
    """Everything wrong with the answers to questions that apply, in the order they are asked.

    `within` looks at one page only; `today` is for questions about dates that may not lie ahead.
    """
    applies = applicable(questionnaire, answers)
    items = within.walk() if within else questionnaire.walk()
    return [
        problem
        for item in items
        if item.asks and item.link_id in applies
        for problem in _of_one(item, answers.get(item.link_id, ()), today)
    ]


def _of_one(item: Item, values: tuple[str, ...], today: date) -> Iterator[Problem]:
    if not values:
        if item.required:
            yield Problem(item, Wrong.MISSING)
        return
    if len(values) > 1 and not item.repeats:
        yield Problem(item, Wrong.ONE_ONLY)
    for value in values:
        yield from _of_value(item, value)
        if item.type == "date":
            yield from _of_date(item, value, today)
    exclusive = {each.code for each in item.options if each.exclusive}
    if len(values) > 1 and exclusive.intersection(values):
        yield Problem(item, Wrong.NOT_ALONE)


def _of_value(item: Item, value: str) -> Iterator[Problem]:
    if item.max_length is not None and len(value) > item.max_length:
        yield Problem(item, Wrong.TOO_LONG, len(value))
    if item.type == "choice" and value not in {each.code for each in item.options}:
        yield Problem(item, Wrong.NOT_AN_OPTION)
    if item.type == "boolean" and value not in ("true", "false"):
        yield Problem(item, Wrong.NOT_AN_OPTION)
    if item.regex and len(value) <= (item.max_length or len(value)) and not re.fullmatch(item.regex, value):
        yield Problem(item, Wrong.NOT_SHAPED_SO)


def _of_date(item: Item, value: str, today: date) -> Iterator[Problem]:
    given = _date(value)
    if given is None:
        yield Problem(item, Wrong.NOT_A_DATE)
        return
    least, most = (today if bound == TODAY else _date(bound) for bound in (item.least, item.most))
    if least and given < least:
        yield Problem(item, Wrong.TOO_EARLY)
    if most and given > most:
        yield Problem(item, Wrong.TOO_LATE)


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == len("2026-11-21") else None
    except ValueError:
        return None
