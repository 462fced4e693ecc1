"""One page of a questionnaire: read from the form that was sent, and shown with GOV.UK components.

Names of fields are linkIds; a date has three.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import Problem
from onward.web.problems import sentence
from onward.web.typed import field, fields

DATE_PARTS = ("day", "month", "year")


@dataclass(frozen=True)
class Question:
    """One question as its template needs it. `within` is by option: questions that one option brings with it."""

    item: Item
    kind: str
    values: tuple[str, ...]
    error: str
    within: dict[str, list["Question"]]

    @property
    def parts(self) -> dict[str, str]:
        """A date as it was typed, in its three parts."""
        return dict(
            zip(DATE_PARTS, reversed((self.values[0] if self.values else "--").split("-", 2)), strict=False)
        )


def given(page: Item, data: QueryDict) -> dict[str, tuple[str, ...]]:
    """What was answered on a page, tidied; questions left empty are left out."""
    read = {item.link_id: _given(item, data) for item in page.walk() if item.asks}
    return {link_id: values for link_id, values in read.items() if values}


@dataclass(frozen=True)
class Offer:
    values: tuple[str, ...]
    source: str


def questions(page: Item, answers: Answers, problems: Sequence[Problem], offers: Any = None) -> list[Question]:
    """The questions of a page in order; one that a single option brings stands within that option."""
    errors = {each.item.link_id: sentence(each) for each in reversed(problems)}
    inside = {item.link_id: brought for item in page.items if (brought := _brought_by(item, page))}
    shown = {item.link_id: _question(item, answers, errors) for item in page.items if item.asks}
    for link_id, (question, option) in inside.items():
        shown[question].within.setdefault(option, []).append(shown[link_id])
    return [each for link_id, each in shown.items() if link_id not in inside]


def summary(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The list of problems at the top of a page, each a link to its question."""
    return [{"text": sentence(each), "href": f"#{_first_field(each.item)}"} for each in problems]


def shown_answer(item: Item, values: tuple[str, ...]) -> list[str]:
    """An answer in words, for reading: options by their text, dates in full."""
    if item.type == "date":
        return [date_format(date.fromisoformat(value), "j F Y") for value in values]
    texts = {each.code: each.text for each in item.options}
    return [_(texts[value]) if value in texts else value for value in values]


def _given(item: Item, data: QueryDict) -> tuple[str, ...]:
    if item.type == "date":
        day, month, year = (field(data, f"{item.link_id}-{part}") for part in DATE_PARTS)
        return (_iso(day, month, year),) if day or month or year else ()
    return fields(data, item.link_id)


def _iso(day: str, month: str, year: str) -> str:
    """The date as FHIR writes it where it could be one; otherwise what was typed, to be shown again."""
    if all(part.isascii() and part.isdigit() and len(part) <= 4 for part in (day, month, year)):
        return (
            f"{int(year):04d}-{int(month):02d}-{int(day):02d}" if len(year) == 4 else f"{year}-{month}-{day}"
        )
    return f"{year}-{month}-{day}"


def _question(item: Item, answers: Answers, errors: dict[str, str]) -> Question:
    return Question(item, _kind(item), tuple(answers.get(item.link_id, ())), errors.get(item.link_id, ""), {})


def _kind(item: Item) -> str:
    if item.type == "choice":
        return "checkboxes" if item.repeats else "radios"
    return {"text": "textarea", "date": "date"}.get(item.type, "input")


def _brought_by(item: Item, page: Item) -> tuple[str, str] | None:
    """The question of this page, and its option, that alone makes the item apply."""
    if len(item.conditions) != 1 or item.conditions[0].operator != "=":
        return None
    condition = item.conditions[0]
    on_page = any(each.link_id == condition.question and each.type == "choice" for each in page.items)
    return (condition.question, str(condition.answer)) if on_page else None


def _first_field(item: Item) -> str:
    return f"{item.link_id}-day" if item.type == "date" else item.link_id
