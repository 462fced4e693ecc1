"""Answers in words, for reading: options by their text, dates in full, numbers with their unit."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.questionnaires.definition import Item
from onward.web.questions.entries import halves

_WHOLE = '{"value'
_READ_BY_PEOPLE = ("display", "title", "text", "url", "reference", "code", "unit")


def say(text: str) -> str:
    """A text of a form in the reader's language."""
    return _(text) if text else ""


def shown_answer(item: Item, values: Sequence[str]) -> list[str]:
    """Each value in words. One that cannot be read is shown as it is."""
    texts = {each.code: each.text for each in item.choices}
    return [say(texts[value]) if value in texts else _one(item, value) for value in values]


def _one(item: Item, value: str) -> str:
    if value.startswith(_WHOLE):
        return _from_elsewhere(value)
    try:
        return _SHOWN.get(item.type, _as_it_is)(item, value)
    except ValueError:
        return value


def _from_elsewhere(value: str) -> str:
    """An answer that says more than a page can: what people read of it."""
    try:
        said = next(iter(json.loads(value).values()))
    except ValueError:
        return value
    if not isinstance(said, dict):
        return str(said)
    return str(next((said[each] for each in _READ_BY_PEOPLE if said.get(each)), value))


def _as_it_is(item: Item, value: str) -> str:
    return value


def _boolean(item: Item, value: str) -> str:
    return {"true": _("Yes"), "false": _("No")}.get(value, value)


def _date(item: Item, value: str) -> str:
    return date_format(date.fromisoformat(value), "j F Y")


def _moment(item: Item, value: str) -> str:
    if "T" not in value:
        return _date(item, value)
    at = timezone.localtime(datetime.fromisoformat(value))
    return f"{date_format(at, 'j F Y')}, {_clock(at.time())}"


def _time(item: Item, value: str) -> str:
    return _clock(time.fromisoformat(value))


def _clock(at: time) -> str:
    return date_format(datetime.combine(date.min, at), "g:ia").replace(".", "")


def _quantity(item: Item, value: str) -> str:
    number, unit = halves(value)
    return f"{number} {unit_text(item, unit)}".strip()


def unit_text(item: Item, code: str) -> str:
    """The unit as people read it."""
    return next((say(each.display or each.code) for each in item.units if each.code == code), code)


def _attachment(item: Item, value: str) -> str:
    address, title = halves(value)
    return f"{title} ({address})" if title else address


def _reference(item: Item, value: str) -> str:
    reference, display = halves(value)
    return display or reference


_SHOWN: dict[str, Callable[[Item, str], str]] = {
    "boolean": _boolean,
    "date": _date,
    "dateTime": _moment,
    "time": _time,
    "quantity": _quantity,
    "attachment": _attachment,
    "reference": _reference,
}
