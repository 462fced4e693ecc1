"""The questionnaires in force: the national ones, with what a council changed in them."""

import re
from datetime import date
from functools import cache

from onward.policy import national, own_forms
from onward.policy.overrides.checking import Checked, check
from onward.policy.overrides.findings import Finding
from onward.policy.overrides.needed import needed
from onward.questionnaires.definition import Questionnaire


def questionnaire(name: str) -> Questionnaire:
    """The newest national questionnaire of this name, for example `first-contact`."""
    return national.newest(name).form


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """The newest of every national questionnaire, by name."""
    return tuple(questionnaire(name) for name in national.names())


def in_force(name: str, *, council: str, on: date) -> Questionnaire:
    """What is asked on a day: the council's form, or the national one where the council changed nothing.

    A council's file that breaks something is never used: the national form is asked instead, and `problems` says so.
    PolicyProblem where there is no such form, or no version of it on that day.
    """
    version = national.on(name, on)
    file = own_forms.on(council, name, on)
    made = own_forms.made(file, version, council, name).form if file else None
    return made or version.form


def forms(council: str, on: date) -> tuple[Questionnaire, ...]:
    """Every form that is in force on a day, by name."""
    in_use = [name for name in national.names() if national.in_force(national.versions(name), on)]
    return tuple(in_force(name, council=council, on=on) for name in in_use)


@cache
def known(council: str) -> dict[str, Questionnaire]:
    """Every version that the files give, a council's own too, by `url|version`."""
    found: dict[str, Questionnaire] = {}
    for name in national.names():
        for version in national.versions(name):
            changed = (
                own_forms.made(each, version, council, name) for each in own_forms.files(council, name)
            )
            for form in (version.form, *(each.form for each in changed if each.form)):
                found[f"{form.url}|{form.version}"] = form
    return found


def id_of(form: Questionnaire) -> str:
    """A FHIR id for a version from the files: `first-contact.1.larkmoor.1`."""
    return re.sub(r"[^A-Za-z0-9.-]", ".", f"{form.url.rsplit('/', 1)[-1]}.{form.version}")[:64]


def findings(council: str, name: str) -> list[Finding]:
    """What is found in a council's changes to a form. `str` of each is a sentence with its file and line."""
    return own_forms.findings(council, name)


def preview(text: str, *, council: str, name: str, on: date) -> Checked:
    """What a file with this text would come to on a day: the form, where nothing breaks, and what is found."""
    return check(text, national.on(name, on).raw, council=council, name=name, needed=needed())


def problems(council: str) -> list[Finding]:
    """Everything that keeps a council's files from being used. Empty where all are in order."""
    names = own_forms.changed_forms(council)
    return [each for name in names for each in findings(council, name) if each.breaks]
