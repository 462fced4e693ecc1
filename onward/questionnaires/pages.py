"""The pages of a questionnaire, the groups at its top, and which of them comes next."""

from datetime import date

from onward.questionnaires.answers import Answers, key
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.validity import applying_of, judged


def pages(questionnaire: Questionnaire, answers: Answers, *, today: date | None = None) -> list[Item]:
    """The pages that apply, in order; hidden ones are not shown to anybody."""
    return applying_of(questionnaire, answers, _shown(questionnaire), today=today)


def after(questionnaire: Questionnaire, answers: Answers, page: Item) -> Item | None:
    """The page after this one, or None where it is the last."""
    shown = _shown(questionnaire)
    return _nearest(questionnaire, answers, shown[shown.index(page) + 1 :])


def before(questionnaire: Questionnaire, answers: Answers, page: Item) -> Item | None:
    """The page before this one, or None where it is the first."""
    shown = _shown(questionnaire)
    return _nearest(questionnaire, answers, shown[: shown.index(page)][::-1])


def _nearest(questionnaire: Questionnaire, answers: Answers, pages: list[Item]) -> Item | None:
    """The first of these pages that applies; those behind one that always does need not be looked at."""
    sure = next((place for place, each in enumerate(pages) if not _depends(each)), len(pages))
    return next(iter(applying_of(questionnaire, answers, pages[: sure + 1])), None)


def _depends(page: Item) -> bool:
    return bool(page.conditions or page.enable_expression)


def _shown(questionnaire: Questionnaire) -> list[Item]:
    return [each for each in questionnaire.items if not each.hidden]


def possible(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """The pages that apply or still may: not those that hang on hidden questions alone, which nobody answers."""
    applies = {each.link_id for each in applying_of(questionnaire, answers, questionnaire.items)}
    return [
        each
        for each in _shown(questionnaire)
        if each.link_id in applies or not _ruled_out(questionnaire, each, answers)
    ]


def _ruled_out(questionnaire: Questionnaire, page: Item, answers: Answers) -> bool:
    asked = [each.question for each in page.conditions]
    return bool(asked) and all(questionnaire.item(each).hidden and answers.get(each) for each in asked)


def first_unfinished(questionnaire: Questionnaire, answers: Answers, *, today: date) -> Item | None:
    """The first page on which something is missing or wrong, or None where all may be sent."""
    found = judged(questionnaire, answers, today=today)
    wrong = {each.item.link_id for each in found.problems}
    shown = (each for each in _shown(questionnaire) if key(each.link_id) in found.applies)
    return next((page for page in shown if any(each.link_id in wrong for each in page.walk())), None)
