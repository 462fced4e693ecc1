"""What stands on paper for each question, as plain data: never markup, so nothing that was typed can become any."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from onward.questionnaires.answers import Answers, occurrences
from onward.questionnaires.definition import DISPLAY, GROUP, Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.web.questions import names
from onward.web.questions.conditions import asked_when
from onward.web.questions.paper import wording
from onward.web.questions.paper.directions import Direction, directions, options
from onward.web.questions.paper.pictures import picture
from onward.web.questions.paper.styles import Style
from onward.web.questions.words import say, shown_answer, unit_text

Data = dict[str, Any]
LINES, MANY_LINES, MORE_BOXES = 1, 5, 3
_DATE_DIGITS = 8


class Lines:
    """The lines of one form in one style. Without answers it is to be filled in by hand."""

    def __init__(self, form: Questionnaire, style: Style, answers: Answers) -> None:
        self.form, self.style, self.answers = form, style, answers
        self.numbers = numbers(form)

    def part(self, page: Item) -> Data:
        own = page.type == GROUP and not page.repeats
        lines = [*self.of(page.items if own else (page,), ())]
        return {**self._said(page), "only": self._only(page), "lines": lines}

    def of(self, items: Sequence[Item], at: tuple[int, ...]) -> Iterator[Data]:
        for item in items:
            if not item.hidden:
                yield from self._item(item, at)

    def _item(self, item: Item, at: tuple[int, ...]) -> Iterator[Data]:
        if names.repeats_as_group(item):
            yield from self._group(item, at)
            return
        yield self._line(item, at)
        for inner in self._times(item, at) if item.numbered else [at]:
            yield from self.of(item.items, inner)

    def _group(self, group: Item, at: tuple[int, ...]) -> Iterator[Data]:
        """As often as it was answered; one more is written on paper of one's own."""
        times = self._times(group, at)
        for number, inner in enumerate(times, start=1):
            told = _("(%(number)s of %(many)s)") % {"number": number, "many": len(times)}
            yield {**self._line(group, at), "time": told if len(times) > 1 else ""}
            yield from self.of(group.items, inner)
        yield {"kind": "note", "text": wording.one_more()}

    def _times(self, item: Item, at: tuple[int, ...]) -> list[tuple[int, ...]]:
        return [(*at, time) for time in range(1, occurrences(self.form, self.answers, item, at) + 1)]

    def _line(self, item: Item, at: tuple[int, ...]) -> Data:
        kind = {GROUP: "heading", DISPLAY: "note"}.get(item.type, "question")
        line = {"kind": kind, **self._said(item), "only": self._only(item), "hint": say(item.hint)}
        if not self.style.easy:
            line |= {"help": say(item.help), "why": say(item.why)}
        return (
            {**line, **self._place(item, self.answers.get(names.place(item, at), ()))} if item.asks else line
        )

    def _said(self, item: Item) -> Data:
        text = (item.easy or item.text) if self.style.easy else item.text
        pictured = picture(item.picture) if self.style.easy else ""
        return {"number": self.numbers.get(item.link_id, ""), "text": say(text), "picture": pictured}

    def _only(self, item: Item) -> str:
        reason = asked_when(self.form, self.numbers, item)
        return _("Only answer this if %(reason)s.") % {"reason": reason} if reason else ""

    def _place(self, item: Item, values: Sequence[str]) -> Data:
        """Where the answer is written, with the answer where there is one."""
        if options(item):
            return {"place": "tick", "many": item.repeats, **self._ticks(item, values)}
        shown = shown_answer(item, values)
        if item.type in ("date", "dateTime"):
            digits = _digits(values[0]) if len(values) == 1 else ""
            left = shown if values and not (digits and item.type == "date") else []
            return {"place": "date", "digits": digits, "clock": item.type == "dateTime", "answers": left}
        unit = unit_text(item, item.units[0].code) if len(item.units) == 1 else ""
        lines = MANY_LINES if item.type == "text" else MORE_BOXES if item.repeats else LINES
        return {"place": "lines", "lines": lines, "unit": unit, "answers": shown}

    def _ticks(self, item: Item, values: Sequence[str]) -> Data:
        easy = {each.code: say(each.easy or each.text) for each in item.choices}
        plain = {each.code: say(each.text) for each in item.choices}
        texts = (easy if self.style.easy else plain) or {"true": _("Yes"), "false": _("No")}
        then = directions(self.form, self.numbers, item)
        ticks = [
            {"text": text, "picked": code in values, "then": self._go_to(then.get(code))}
            for code, text in texts.items()
        ]
        own = [each for each in values if each not in texts]
        return {"ticks": ticks, "own": item.type == "open-choice", "answers": shown_answer(item, own)}

    def _go_to(self, direction: Direction | None) -> str:
        if direction is None:
            return ""
        if direction.item is None:
            return _("Go to the end")
        number = self.numbers[direction.item.link_id]
        is_part = direction.item.link_id not in self.form.parents
        return (_("Go to part %(number)s") if is_part else _("Go to question %(number)s")) % {
            "number": number
        }


def _digits(value: str) -> str:
    """A date as day, month and year without anything between; empty where it is no whole date."""
    year, month, day = (*value[:10].split("-"), "", "")[:3]
    digits = day + month + year
    return digits if digits.isdigit() and len(digits) == _DATE_DIGITS else ""
