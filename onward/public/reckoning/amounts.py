"""Amounts of money as the reckoner's form has them: what they are in pence, and a week."""

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import Wrong
from onward.questionnaires.validity import Problem
from onward.rules.charging.told import MOST_A_WEEK
from onward.vocabulary.money import pence
from onward.web.questions.entries import halves, number

# How many of the weeks in the second figure so many payments cover: twelve months are 52 weeks.
WEEKS = {"week": (1, 1), "four-weeks": (1, 4), "month": (12, 52)}


def of(answers: Answers, key: str) -> int | None:
    """A sum in pence; None where nothing was answered. ValueError where it is no sum."""
    given = answers.get(key)
    return pence(given[0]) if given else None


def weekly(answers: Answers, key: str) -> int | None:
    """What was answered a week, a month or four weeks, as pence a week; None where nothing was answered."""
    given = answers.get(key)
    if not given:
        return None
    amount, unit = halves(given[0])
    times, weeks = WEEKS[unit or "week"]
    # To the nearest penny.
    return (2 * pence(number(amount)) * times + weeks) // (2 * weeks)


def faults(form: Questionnaire, answers: Answers) -> list[Problem]:
    """Sums that the form takes for numbers and that are no money, or more than anybody has."""
    money = [each for each in form.walk() if each.type in ("decimal", "quantity") and each.link_id in answers]
    return [
        Problem(each, Wrong.OTHERWISE) for each in money if not _is_money(answers, each.link_id, each.type)
    ]


def _is_money(answers: Answers, key: str, kind: str) -> bool:
    try:
        found = of(answers, key) if kind == "decimal" else weekly(answers, key)
    except (ValueError, KeyError):
        return False
    return kind == "decimal" or (found or 0) <= MOST_A_WEEK
