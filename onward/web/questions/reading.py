"""A questionnaire for reading: every question with its answer, who gave it and when, and what it was before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from onward.questionnaires.answers import place
from onward.questionnaires.definition import GROUP, Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.web.questions import names
from onward.web.questions.words import say, shown_answer


@dataclass(frozen=True)
class Change:
    """One time that an answer was given, changed or taken back. `key` is that of the answer.

    No `values`: it was taken back. `dropped`: it was not kept, because the question no longer applied.
    `said_by` and `offered_from` (empty where it was no offer) are names as they are read.
    """

    key: str
    values: tuple[str, ...]
    said_on: date
    said_by: str
    dropped: bool = False
    offered_from: str = ""


@dataclass(frozen=True)
class Said:
    """An answer in words, as it was given once."""

    answer: tuple[str, ...]
    change: Change


@dataclass(frozen=True)
class Line:
    """A question, a heading or a text of a form, with its answer. `before` has the latest first.

    `time` is which one it is, where a group was asked several times: empty where it was asked once.
    """

    item: Item
    key: str
    number: str
    text: str
    time: str = ""
    now: Said | None = None
    before: tuple[Said, ...] = ()

    @property
    def is_heading(self) -> bool:
        return self.item.type == GROUP


@dataclass(frozen=True)
class Block:
    """Questions that follow each other, under the heading or the text before them."""

    heading: Line | None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class ReadPart:
    """One part of a form with its lines in the form's order."""

    number: str
    text: str
    lines: tuple[Line, ...]

    @property
    def blocks(self) -> list[Block]:
        """The same lines between their headings."""
        found = [Block(None)]
        for line in self.lines:
            if line.item.asks:
                found[-1].lines.append(line)
            else:
                found.append(Block(line))
        return found


def read(form: Questionnaire, changes: Sequence[Change]) -> tuple[ReadPart, ...]:
    """Every part that is shown to people, for `components/read_form.html`.

    `changes` are in the order in which they happened. The last one of a key stands, unless it was dropped or taken
    back; then all are before.
    """
    reader = _Reader(form, changes)
    return tuple(reader.part(page) for page in form.items if not page.hidden)


def answered_only(parts: Sequence[ReadPart]) -> tuple[ReadPart, ...]:
    """The parts and lines that say anything: what was answered, now or before."""
    kept = [
        replace(part, lines=tuple(each for each in part.lines if each.now or each.before or each.is_heading))
        for part in parts
    ]
    return tuple(part for part in kept if any(not each.is_heading for each in part.lines))


class _Reader:
    def __init__(self, form: Questionnaire, changes: Sequence[Change]) -> None:
        self.numbers = numbers(form)
        self.changes: dict[str, list[Change]] = {}
        for each in changes:
            self.changes.setdefault(each.key, []).append(each)

    def part(self, page: Item) -> ReadPart:
        own = page.type == GROUP and not page.repeats
        lines = self.lines(page.items if own else (page,), ())
        return ReadPart(self.numbers.get(page.link_id, ""), say(page.text), tuple(lines))

    def lines(self, items: Sequence[Item], at: tuple[int, ...]) -> list[Line]:
        return [line for item in items if not item.hidden for line in self.of(item, at)]

    def of(self, item: Item, at: tuple[int, ...]) -> list[Line]:
        if not names.is_multiple(item):
            return [self.line(item, at), *self.lines(item.items, at)]
        many = self.times(item, at)
        if item.asks:
            below = [self.lines(item.items, (*at, time)) for time in range(1, many + 1)]
            return [self.line(item, at), *chain.from_iterable(below)]
        return [line for time in range(1, many + 1) for line in self.occurrence(item, at, time, many)]

    def occurrence(self, group: Item, at: tuple[int, ...], time: int, many: int) -> list[Line]:
        heading = self.line(group, at, str(time) if many > 1 else "")
        return [heading, *self.lines(group.items, (*at, time))]

    def times(self, item: Item, at: tuple[int, ...]) -> int:
        """How often what is below an item was ever answered, at least once."""
        inside, depth = {each.link_id for each in item.walk()}, len(at)
        places = [place(each) for each in self.changes]
        found = [own[depth] for link_id, own in places if link_id in inside and own[:depth] == at != own]
        return max(found, default=1)

    def line(self, item: Item, at: tuple[int, ...], time: str = "") -> Line:
        key = names.place(item, at)
        said = [Said(tuple(shown_answer(item, each.values)), each) for each in self.changes.get(key, ())]
        stands = bool(said) and bool(said[-1].change.values) and not said[-1].change.dropped
        before = said[:-1] if stands else said
        now = said[-1] if stands else None
        return Line(
            item, key, self.numbers.get(item.link_id, ""), say(item.text), time, now, tuple(reversed(before))
        )
