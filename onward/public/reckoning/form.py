"""The reckoner's form: what its questions are called, and what is wrong with the answers to them."""

from datetime import date

from django.utils import timezone

from onward.casework.answering.forms import in_force
from onward.public.reckoning import amounts
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import Wrong
from onward.questionnaires.validity import Problem, problems
from onward.vocabulary.dates import age

NAME = "what-would-i-pay"
AGE, BORN, PARTNER = "pay-age", "pay-born", "pay-partner"
OWNS, VALUE, OWED, JOINT, LIVES = "pay-own", "pay-home-value", "pay-home-owed", "pay-joint", "pay-lives"
SAVINGS, JOINT_SAVINGS, INCOME, SHARED = (
    "pay-savings",
    "pay-joint-savings",
    "pay-income",
    "pay-pension-shared",
)
RENT, MORTGAGE, COUNCIL_TAX, DISABILITY = "pay-rent", "pay-mortgage", "pay-council-tax", "pay-disability"
CARE_HOME, CARE_AT_HOME = "pay-care-home", "pay-care-at-home"
YES, LIVES_PARTNER = ("yes",), "partner"


def form() -> Questionnaire:
    """The form as it is asked here today."""
    return in_force(NAME, timezone.localdate())


def wrong(asked: Questionnaire, answers: Answers, on: date) -> list[Problem]:
    """Everything to put right before anything is worked out."""
    found = problems(asked, answers, today=on)
    return found or [*_ages(asked, answers, on), *amounts.faults(asked, answers), *_no_cost(asked, answers)]


def _ages(asked: Questionnaire, answers: Answers, on: date) -> list[Problem]:
    """The birth date and the age have to agree."""
    if BORN not in answers or age(date.fromisoformat(answers[BORN][0]), on) == int(answers[AGE][0]):
        return []
    return [Problem(asked.item(BORN), Wrong.OTHERWISE)]


def _no_cost(asked: Questionnaire, answers: Answers) -> list[Problem]:
    """Without the cost of any care there is nothing to work out."""
    if CARE_HOME in answers or CARE_AT_HOME in answers:
        return []
    return [Problem(asked.item(CARE_HOME), Wrong.MISSING)]
