"""What was sent with a form, as answers: for a page or for a whole questionnaire, with every type of question.

"Add another" and "Remove" are buttons of the form itself, so they work without a script and lose nothing typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from django.http import QueryDict

from onward.questionnaires.answers import Answers, place
from onward.questionnaires.definition import Item
from onward.web.questions import entries, names
from onward.web.questions.repeating import Boxes
from onward.web.questions.walking import asked, writable
from onward.web.typed import fields, tidy


@dataclass(frozen=True)
class Sent:
    """What came with a form. `times` is how often each repeating question or group stood on it, by its name.

    `changed` is the name of what was added to or taken from; then the form is only shown again. Empty otherwise.
    """

    answers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    changed: str = ""


def sent(items: Iterable[Item], data: QueryDict) -> Sent:
    """Everything that was answered in these items, tidied; questions left empty are left out."""
    boxes = Boxes()
    for item, numbers in asked(tuple(items), data, boxes.times):
        name = names.place(item, numbers)
        if item.asks:
            boxes.values[name] = _values(item, name, data)
        if names.multiplies(item) or names.is_multiple(item):
            boxes.about[name] = item
    changed = boxes.press(data)
    boxes.settle(data)
    answers = {name: tuple(filter(None, values)) for name, values in boxes.values.items() if any(values)}
    return Sent(answers, boxes.times, changed)


def as_sent(typed: Mapping[str, Sequence[str]]) -> QueryDict:
    """What was typed and kept unsaved, by field, as its form would send it."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, list(values))
    return data


def given(page: Item, data: QueryDict) -> dict[str, tuple[str, ...]]:
    """What was answered on a page."""
    return sent((page,), data).answers


def merged(items: Iterable[Item], stored: Answers, answers: Answers) -> dict[str, tuple[str, ...]]:
    """The stored answers with those of a form in place of what it asks.

    What no form can change (hidden, worked out, or on another page) stays.
    """
    here = {each.link_id for item in items for each in writable(item)}
    kept = {name: tuple(values) for name, values in stored.items() if place(name)[0] not in here}
    return {**kept, **{name: tuple(values) for name, values in answers.items()}}


def _values(item: Item, name: str, data: QueryDict) -> list[str]:
    """Its values in order. Of a question with boxes an empty box is an empty value, so that boxes can be counted."""
    if item.choices:
        return _chosen(item, name, data)
    if item.type in ("date", "dateTime"):
        return _dates(item, name, data)
    if item.type in names.SECOND:
        return _pairs(item, name, data)
    read = entries.READ.get(item.type, entries.plain)
    return [read(tidy(each)) for each in data.getlist(name)]


def _chosen(item: Item, name: str, data: QueryDict) -> list[str]:
    """The options that were chosen and, where the choice is open, the text of one's own."""
    raw = data.getlist(name)
    chosen = (
        list(fields(data, name))
        if names.ELSE not in raw
        else [tidy(each) for each in raw if each != names.ELSE]
    )
    own = fields(data, names.part(name, names.OWN)) if item.type == "open-choice" else ()
    wants_own = names.ELSE in raw or not chosen or item.repeats
    return [*chosen, *own] if wants_own else chosen


def _dates(item: Item, name: str, data: QueryDict) -> list[str]:
    parts = [
        [tidy(each) for each in data.getlist(names.part(name, part))]
        for part in (*names.DATE_PARTS, names.TIME)
    ]
    return [
        entries.moment(entries.date(day, month, year), at) if day or month or year or at else ""
        for day, month, year, at in zip_longest(*parts, fillvalue="")
    ]


def _pairs(item: Item, name: str, data: QueryDict) -> list[str]:
    firsts = [tidy(each) for each in data.getlist(name)]
    seconds = [tidy(each) for each in data.getlist(names.part(name, names.SECOND[item.type]))]
    return [_pair(item, first, second) for first, second in zip_longest(firsts, seconds, fillvalue="")]


def _pair(item: Item, first: str, second: str) -> str:
    if item.type == "quantity":
        # A unit that the form itself offers is no answer without its number.
        return "" if not first and item.units else entries.pair(entries.number(first), second)
    return entries.pair(first, second, bar="%7C" if item.type == "attachment" else " ")
