"""Which questionnaire is asked: a new response takes the one in force, and keeps it to its end."""

from datetime import date

from onward.policy import questionnaires
from onward.questionnaires.definition import Questionnaire
from onward.records import definitions
from onward.records.responses import ResponseSeen
from onward.web.here import council_code

FIRST_CONTACT = "first-contact"
NEEDS = "needs-self-assessment"
SIX_WEEKS = "six-weeks"


def in_force(name: str, on: date) -> Questionnaire:
    """The questionnaire of this name that is asked here on a day, as the council changed it."""
    return questionnaires.in_force(name, council=council_code(), on=on)


def form_of(seen: ResponseSeen) -> Questionnaire:
    """The questionnaire that a response was given to, word for word, whatever became of the files since."""
    kept = definitions.by_digest(seen.definition)
    if kept is not None:
        return kept.questionnaire
    return questionnaires.known(council_code())[f"{seen.questionnaire}|{seen.questionnaire_version}"]


def keep(form: Questionnaire, on: date) -> str:
    """Keep the form with the answers that are given to it; within an action. Gives its digest."""
    return definitions.keep(form, on=on)


def name_of(form: Questionnaire) -> str:
    """The name of a questionnaire: the last part of its address, for example `first-contact`."""
    return form.url.rsplit("/", 1)[-1]
