"""Answers that are plainly made up, to show what a filled-in form looks like."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from onward.questionnaires.definition import Item, Questionnaire
from onward.web.questions.names import place
from onward.web.questions.reading import Change
from onward.web.questions.walking import writable

_VALUES = {
    "boolean": "true",
    "integer": "2",
    "decimal": "2.5",
    "date": "2026-03-02",
    "dateTime": "2026-03-02T14:30:00+00:00",
    "time": "14:30:00",
    "url": "https://example.org/",
    "attachment": "https://example.org/letter.pdf|Letter",
    "reference": "Patient/1|QQ",
}
EVERY = 5  # one answer in so many was changed, and the next was not kept


def changes(form: Questionnaire, today: date) -> list[Change]:
    """An answer to every question, with some that were changed, taken back or known from elsewhere."""
    asked = [each for page in form.items for each in writable(page)]
    return [change for number, item in enumerate(asked) for change in _of(form, item, number, today)]


def unseen(form: Questionnaire) -> dict[str, tuple[str, ...]]:
    """What is answered for whoever tries a form out: questions that no page shows."""
    hidden = [each for each in form.walk() if each.hidden and each.choices]
    return {place(each, ()): (value(each),) for each in hidden}


def value(item: Item, which: int = 0) -> str:
    """An answer of the right type; of options, the one in this place."""
    if item.choices:
        return item.choices[which % len(item.choices)].code
    if item.type == "quantity":
        return f"2|{item.units[0].code}" if item.units else "2"
    return _VALUES.get(item.type) or _("made-up answer")


def _of(form: Questionnaire, item: Item, number: int, today: date) -> Iterator[Change]:
    key = place(item, (1,) * len(form.numbered_above[item.link_id]))
    who, worker = _("the person"), _("a worker")
    if number % EVERY == 0:
        yield Change(key, (value(item, 1),), today - timedelta(days=200), who)
    known = _("an earlier form") if number % EVERY == 2 else ""
    left = number % EVERY == 1
    yield Change(key, (value(item),), today, worker if known else who, dropped=left, offered_from=known)
