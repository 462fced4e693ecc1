"""Which questionnaire is asked: a new response takes the one in force, and keeps it to its end."""

from datetime import date

from onward.policy.questionnaires import questionnaire, questionnaires
from onward.questionnaires.definition import Questionnaire
from onward.records.responses import ResponseSeen

FIRST_CONTACT = "first-contact"
NEEDS = "needs-self-assessment"


def in_force(name: str, on: date) -> Questionnaire:
    """The questionnaire of this name that is asked here on a day."""
    return questionnaire(name)


def form_of(seen: ResponseSeen) -> Questionnaire:
    """The questionnaire, in its version, that a response was given to."""
    return next(each for each in questionnaires() if each.url == seen.questionnaire)


def name_of(form: Questionnaire) -> str:
    """The name of a questionnaire: the last part of its address, for example `first-contact`."""
    return form.url.rsplit("/", 1)[-1]
