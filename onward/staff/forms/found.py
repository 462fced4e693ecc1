"""The forms that are in force, and what is found wrong with each."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from onward.policy import questionnaires
from onward.policy.files import PolicyProblem
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import examine


@dataclass(frozen=True)
class Form:
    """A form in force. `since` is None where it always was; `own` is whether the council changed it.

    `findings` are sentences: about the form itself, and about the council's changes to it.
    """

    name: str
    form: Questionnaire
    since: date | None
    own: bool
    findings: tuple[str, ...]


def forms() -> list[Form]:
    """Every form in force today, by name."""
    return [_form(each) for each in questionnaires.forms(settings.ONWARD_COUNCIL, timezone.localdate())]


def find(name: str) -> Form | None:
    """One of them; None where there is none of this name."""
    try:
        on = timezone.localdate()
        return _form(questionnaires.in_force(name, council=settings.ONWARD_COUNCIL, on=on))
    except PolicyProblem:
        return None


def _form(form: Questionnaire) -> Form:
    name = form.url.rsplit("/", 1)[-1]
    return Form(
        name=name,
        form=form,
        since=form.starts.day if form.starts else None,
        own="+" in form.version,
        findings=(*_of_itself(form), *_of_changes(name)),
    )


def _of_itself(form: Questionnaire) -> list[str]:
    return [f"{each.says} ({each.place})" if each.place else each.says for each in examine(form.raw).issues]


def _of_changes(name: str) -> list[str]:
    return [str(each) for each in questionnaires.findings(settings.ONWARD_COUNCIL, name)]
