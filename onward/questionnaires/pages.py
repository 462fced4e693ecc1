"""The pages of a questionnaire, the groups at its top, and which of them comes next."""

from datetime import date

from onward.questionnaires.answers import Answers, key
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.validity import applying_at_the_top, judged


def pages(questionnaire: Questionnaire, answers: Answers, *, today: date | None = None) -> list[Item]:
    """The pages that apply, in order; hidden ones are not shown to anybody."""
    return [each for each in applying_at_the_top(questionnaire, answers, today=today) if not each.hidden]


def possible(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """The pages that apply or still may: not those that hang on hidden questions alone, which nobody answers."""
    applies = {each.link_id for each in applying_at_the_top(questionnaire, answers)}
    shown = [each for each in questionnaire.items if not each.hidden]
    return [each for each in shown if each.link_id in applies or not _ruled_out(questionnaire, each, answers)]


def _ruled_out(questionnaire: Questionnaire, page: Item, answers: Answers) -> bool:
    asked = [each.question for each in page.conditions]
    return bool(asked) and all(questionnaire.item(each).hidden and answers.get(each) for each in asked)


def after(questionnaire: Questionnaire, answers: Answers, page: Item) -> Item | None:
    """The page after this one, or None where it is the last."""
    later = pages(questionnaire, answers)
    place = next((number for number, each in enumerate(later) if each.link_id == page.link_id), -1)
    return later[place + 1] if place + 1 < len(later) else None


def before(questionnaire: Questionnaire, answers: Answers, page: Item) -> Item | None:
    """The page before this one, or None where it is the first."""
    earlier = pages(questionnaire, answers)
    place = next((number for number, each in enumerate(earlier) if each.link_id == page.link_id), 0)
    return earlier[place - 1] if place else None


def first_unfinished(questionnaire: Questionnaire, answers: Answers, *, today: date) -> Item | None:
    """The first page on which something is missing or wrong, or None where all may be sent."""
    found = judged(questionnaire, answers, today=today)
    wrong = {each.item.link_id for each in found.problems}
    shown = (each for each in questionnaire.items if key(each.link_id) in found.applies and not each.hidden)
    return next((page for page in shown if any(each.link_id in wrong for each in page.walk())), None)
