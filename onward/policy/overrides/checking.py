"""A council's file made into its form, with everything found on the way. Faulty text and faulty changes never raise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onward.policy.overrides import reading_grade
from onward.policy.overrides.applying import apply, begin, prefix_of
from onward.policy.overrides.breaking import breakages
from onward.policy.overrides.changes import Change, Override
from onward.policy.overrides.findings import CannotApply, Finding
from onward.policy.overrides.needed import Needed
from onward.policy.overrides.written import read
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import Issue
from onward.questionnaires.reading import examine


@dataclass(frozen=True)
class Checked:
    """What came of a council's file. There is a form where nothing breaks; otherwise the national one is used."""

    form: Questionnaire | None
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> bool:
        return self.form is None


def check(
    text: str, national: Mapping[str, Any], *, council: str, name: str, needed: Needed, file: str = ""
) -> Checked:
    """The council's form for the national form called `name`, and every finding in the order of the file."""
    override, findings = read(text)
    form = None
    if override:
        changed, more = applied(override, dict(national), council=council, name=name, needed=needed)
        findings += more
        if not any(each.breaks for each in findings):
            form, more = _read(changed, dict(national), override)
            findings += more
        findings += [each for change in override.changes for each in reading_grade.of(change)]
    broken = any(each.breaks for each in findings)
    told = sorted(dict.fromkeys(findings), key=lambda each: each.line)
    return Checked(None if broken else form, tuple(each.of(file) for each in told))


def applied(
    override: Override, national: dict[str, Any], *, council: str, name: str, needed: Needed
) -> tuple[dict[str, Any], list[Finding]]:
    """The form with every change that fits, and what breaks: each named with the change from which on it stays so."""
    form, found = begin(national, override, council), []
    since: dict[str, int] = {}
    for change in override.changes:
        try:
            apply(form, change, council)
        except CannotApply as problem:
            found.append(Finding(str(problem), change.line))
        now = breakages(national, form, needed, name=name, prefix=prefix_of(council))
        since = {says: since.get(says, change.line) for says in now}
    return form, [*found, *(Finding(says, line) for says, line in since.items())]


def _read(
    changed: dict[str, Any], national: dict[str, Any], override: Override
) -> tuple[Questionnaire | None, list[Finding]]:
    """The form as the engine reads it, and what it says that it did not say of the national form."""
    read_form = examine(changed)
    known = {each.says for each in examine(national).issues} if read_form.issues else set()
    found = [
        Finding(each.says, _line(each, override), each.bad)
        for each in read_form.issues
        if each.says not in known
    ]
    return read_form.questionnaire, found


def _line(issue: Issue, override: Override) -> int:
    """Of the last change that is about the item, or to the item."""
    about = [each for each in override.changes if issue.link_id in _about(each)]
    return about[-1].line if about else 1


def _about(change: Change) -> tuple[str, ...]:
    return (change.target, change.text("to"), change.text("of"), change.text("in"))
