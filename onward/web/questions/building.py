"""Turns the questions of a questionnaire, and what is known of their answers, into what templates show."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from onward.questionnaires.answers import Answers, occurrences
from onward.questionnaires.definition import CHOICES, GROUP, Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.questionnaires.validity import Problem, applying
from onward.web.questions import names
from onward.web.questions.arranging import Arranged, arranged
from onward.web.questions.boxes import boxes
from onward.web.questions.conditions import asked_when, depends
from onward.web.questions.fields import Sent
from onward.web.questions.offers import Offers, offered
from onward.web.questions.problems import by_key
from onward.web.questions.question import Choice, Question, Time
from onward.web.questions.when import when
from onward.web.questions.words import say, shown_answer

MANY_OPTIONS = 15  # above this a worker gets a list to choose from instead of radio buttons
NO_OFFERS: Offers = {}
_KINDS = {"text": "textarea", "dateTime": "datetime"}
_OWN_KINDS = frozenset({"date", "quantity", "attachment", "reference", "display", "group"})


def questions(
    form: Questionnaire,
    page: Item,
    answers: Answers,
    problems: Sequence[Problem] = (),
    *,
    offers: Offers = NO_OFFERS,
    sent: Sent | None = None,
    for_worker: bool = False,
) -> tuple[Question, ...]:
    """The questions of a page (or any group of a form) in order.

    `sent` is what just came with the form, where it is shown again: then nothing is filled in from offers, because
    somebody has seen the field. A worker sees every question, and what was told otherwise than it was answered.
    """
    return Asking(form, answers, problems, offers, sent, for_worker, (page,)).page(page)


class Asking:
    """What questions are shown with. `here` are all that stand on the same page."""

    def __init__(
        self,
        form: Questionnaire,
        answers: Answers,
        problems: Sequence[Problem],
        offers: Offers,
        sent: Sent | None,
        for_worker: bool,
        pages: Sequence[Item],
    ) -> None:
        self.form, self.answers, self.offers, self.sent = form, answers, offers, sent
        self.for_worker = for_worker
        self.errors = by_key(problems)
        self.numbers = numbers(form)
        self.applies = applying(form, answers)
        self.here = frozenset(each.link_id for page in pages for each in page.walk())

    def page(self, page: Item) -> tuple[Question, ...]:
        """The questions of a page; one that repeats, or is itself a question, is asked as it is."""
        return self.of(page.items if page.type == GROUP and not page.repeats else (page,))

    def of(self, items: Sequence[Item], at: tuple[int, ...] = ()) -> tuple[Question, ...]:
        shown = [each for each in items if self.is_shown(each, at)]
        codes = {each.link_id: tuple(self.options(each)) for each in shown if self._is_buttons(each)}
        return tuple(self.question(each, at) for each in arranged(shown, codes))

    def question(self, place: Arranged, at: tuple[int, ...]) -> Question:
        item, key = place.item, names.place(place.item, at)
        given = tuple(self.answers.get(key, ()))
        may_fill = self.sent is None and not item.read_only
        known = offered(item, given, self.offers.get(key, ()), may_fill=may_fill)
        values = given or known.fill
        many = self.many(item, at)
        return Question(
            item=item,
            key=key,
            kind=self.kind(item),
            number=self.numbers.get(item.link_id, ""),
            text=say(item.text),
            hint=say(item.hint),
            help=say(item.help),
            why=say(item.why),
            reason=self.reason(item),
            applies=key in self.applies,
            error=self.errors.get(key, ""),
            values=values,
            boxes=boxes(item, key, values, many),
            choices=self.choices(place, values, at),
            own=" ".join(
                each for each in values if item.type == "open-choice" and each not in self.options(item)
            ),
            shown=tuple(shown_answer(item, values)),
            because=known.because,
            differing=known.differing if self.for_worker or not given else (),
            below=() if names.is_multiple(item) else self.of(place.below, at),
            times=self.times(item, at, max(1, len(values)) if item.choices else many),
            can_add=names.multiplies(item) and many < names.most_times(item),
            focus=self.sent is not None and self.sent.changed == key,
            when=when(self.form, item, at, self.here),
        )

    def kind(self, item: Item) -> str:
        """Which component shows it."""
        if item.asks and item.read_only:
            return "fixed"
        if not (options := self.options(item)):
            return item.type if item.type in _OWN_KINDS else _KINDS.get(item.type, "input")
        if item.repeats and item.type in CHOICES:
            return "checkboxes"
        is_long = self.for_worker and len(options) > MANY_OPTIONS and item.type == "choice"
        return "select" if is_long else "radios"

    def options(self, item: Item) -> dict[str, str]:
        """What can be chosen, by code."""
        if item.type == "boolean":
            return {"true": _("Yes"), "false": _("No")}
        return {each.code: say(each.text) for each in item.choices}

    def choices(self, place: Arranged, values: Sequence[str], at: tuple[int, ...]) -> tuple[Choice, ...]:
        return tuple(
            Choice(code, text, code in values, self.within(place.within.get(code, ()), at))
            for code, text in self.options(place.item).items()
        )

    def within(self, items: Sequence[Item], at: tuple[int, ...]) -> tuple[Question, ...]:
        """Questions within the option that brings them: the page itself shows when they are asked."""
        return tuple(replace(each, reason="", when="") for each in self.of(items, at))

    def many(self, item: Item, at: tuple[int, ...]) -> int:
        """How often it stands on the page."""
        key = names.place(item, at)
        asked_for = self.sent.times.get(key, 0) if self.sent else 0
        if names.repeats_as_group(item) and asked_for:
            return asked_for
        answered = occurrences(self.form, self.answers, item, at) if names.is_multiple(item) else 1
        return max(answered, asked_for, len(self.answers.get(key, ())))

    def times(self, item: Item, at: tuple[int, ...], many: int) -> tuple[Time, ...]:
        if not names.is_multiple(item):
            return ()
        return tuple(Time(time, self.of(item.items, (*at, time))) for time in range(1, many + 1))

    def is_shown(self, item: Item, at: tuple[int, ...]) -> bool:
        """Whether it stands on the page: it applies, or it may come to while the page is filled in."""
        if item.hidden:
            return False
        always = self.for_worker or not depends(item) or self.depends_here(item)
        return always or names.place(item, at) in self.applies

    def _is_buttons(self, item: Item) -> bool:
        return self.kind(item) in ("radios", "checkboxes") and not item.numbered

    def depends_here(self, item: Item) -> bool:
        return any(each.question in self.here for each in item.conditions)

    def reason(self, item: Item) -> str:
        """When it is asked, where that is decided on this page."""
        said = self.for_worker or self.depends_here(item)
        return asked_when(self.form, self.numbers, item) if said else ""
