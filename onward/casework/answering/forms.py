"""Which questionnaire is asked: a new response takes the one in force, and keeps it to its end."""

from datetime import date

from onward.policy import questionnaires
from onward.questionnaires.definition import Questionnaire
from onward.records import definitions
from onward.records.responses import ResponseSeen
from onward.web.here import council_code

FIRST_CONTACT = "first-contact"
NEEDS = "needs-self-assessment"


def in_force(name: str, on: date) -> Questionnaire:
    """The questionnaire of this name that is asked here on a day, as the council changed it."""
    return questionnaires.in_force(name, council=council_code(), on=on)


def form_of(seen: ResponseSeen) -> Questionnaire:
    """The questionnaire, in its version, that a response was given to: from the files, or as it was kept."""
    known = questionnaires.known(council_code()).get(f"{seen.questionnaire}|{seen.questionnaire_version}")
    if known is not None:
        return known
    kept = definitions.definition(seen.questionnaire, seen.questionnaire_version)
    if kept is None:
        raise LookupError(f"no form {seen.questionnaire}|{seen.questionnaire_version} was ever kept")
    return kept.questionnaire


def keep(form: Questionnaire, on: date) -> None:
    """Keep the form with the answers that are given to it; within an action."""
    definitions.keep(form, on=on)


def name_of(form: Questionnaire) -> str:
    """The name of a questionnaire: the last part of its address, for example `first-contact`."""
    return form.url.rsplit("/", 1)[-1]
