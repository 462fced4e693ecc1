"""A whole questionnaire on one page, for somebody who works with it: every part, and how far it is filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.pages import possible
from onward.questionnaires.validity import Problem
from onward.web.questions.building import NO_OFFERS, Asking
from onward.web.questions.conditions import asked_when
from onward.web.questions.fields import Sent
from onward.web.questions.names import place
from onward.web.questions.offers import Offers
from onward.web.questions.question import Question
from onward.web.questions.when import when
from onward.web.questions.words import say


@dataclass(frozen=True)
class Progress:
    """How many questions are asked now, and how many of those are answered."""

    answered: int
    asked: int

    @property
    def words(self) -> str:
        words = states()
        if self.asked == 0:
            return words["nothing"]
        told = {"answered": self.answered, "asked": self.asked}
        return (words["done"] if self.answered else words["to_do"]) % told


def states() -> dict[str, str]:
    """How far a part is, in words with places for the numbers; the page's script uses the same."""
    return {
        "nothing": _("nothing to answer"),
        "to_do": _("to do: %(answered)s of %(asked)s answered"),
        "done": _("%(answered)s of %(asked)s answered"),
        "not_now": _("does not apply now"),
    }


@dataclass(frozen=True)
class Part:
    """One part of a form. `reason` is when it is asked; `applies` whether it is asked now."""

    item: Item
    number: str
    text: str
    questions: tuple[Question, ...]
    progress: Progress
    applies: bool
    reason: str
    when: str

    @property
    def anchor(self) -> str:
        return f"part-{self.item.link_id}"

    @property
    def state(self) -> str:
        """How far it is, in words."""
        return self.progress.words if self.applies else states()["not_now"]

    @property
    def has_answers(self) -> bool:
        return any(each.values for each in walk(self.questions))


@dataclass(frozen=True)
class Whole:
    """Every part of a form, and the form's progress over those that apply."""

    form: Questionnaire
    parts: tuple[Part, ...]

    @property
    def progress(self) -> Progress:
        applying = [each.progress for each in self.parts if each.applies]
        return Progress(sum(each.answered for each in applying), sum(each.asked for each in applying))

    @property
    def states(self) -> dict[str, str]:
        return states()


def whole(
    form: Questionnaire,
    answers: Answers,
    problems: Sequence[Problem] = (),
    *,
    offers: Offers = NO_OFFERS,
    sent: Sent | None = None,
) -> Whole:
    """The form for `components/whole_form.html`. Parts that nobody's answer can bring are left out."""
    pages = possible(form, answers)
    asking = Asking(form, answers, problems, offers, sent, True, pages)
    return Whole(form, tuple(_part(asking, page) for page in pages))


def walk(asked: Sequence[Question]) -> Iterator[Question]:
    """Every question, those within options, below answers and in groups too."""
    for each in asked:
        yield each
        for choice in each.choices:
            yield from walk(choice.within)
        yield from walk(each.below)
        for time in each.times:
            yield from walk(time.questions)


def _part(asking: Asking, page: Item) -> Part:
    asked = asking.page(page)
    counted = [each for each in walk(asked) if each.item.asks and each.kind != "fixed" and each.applies]
    return Part(
        item=page,
        number=asking.numbers.get(page.link_id, ""),
        text=say(page.text),
        questions=asked,
        progress=Progress(sum(each.answered for each in counted), len(counted)),
        applies=place(page, ()) in asking.applies,
        reason=asked_when(asking.form, asking.numbers, page),
        when=when(asking.form, page, (), asking.here),
    )
