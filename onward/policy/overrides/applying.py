"""A national form and a council's changes to it give the council's form: a whole FHIR Questionnaire of its own."""

from copy import deepcopy
from typing import Any

from onward.policy.overrides import adding, hiding, placing, wording
from onward.policy.overrides.changes import Change, Override
from onward.policy.overrides.tree import Json


def prefix_of(council: str) -> str:
    """How everything begins that a council adds, so that no later national form has the same."""
    return f"{council}-"


def begin(national: Json, override: Override, council: str) -> Json:
    """A copy of the national form that says whose it is, from when, and what it comes from. Its address stays."""
    form: dict[str, Any] = deepcopy(national)
    since = override.since.isoformat()
    form["version"] = f"{national['version']}+{council}.{override.version}"
    form["derivedFrom"] = [f"{national['url']}|{national['version']}"]
    form["date"] = max(str(national.get("date", since)), since)
    period = form.get("effectivePeriod", {})
    form["effectivePeriod"] = {**period, "start": max(str(period.get("start", since)), since)}
    return form


def apply(form: Json, change: Change, council: str) -> None:
    """Make one change to the form; CannotApply where it does not fit."""
    prefix = prefix_of(council)
    if change.kind in _WITH_PREFIX:
        _WITH_PREFIX[change.kind](form, change, prefix)
    else:
        _OTHERS[change.kind](form, change)


_WITH_PREFIX = {
    "add page": adding.add_page,
    "add question": adding.add_question,
    "add option": adding.add_option,
    "reword": wording.reword,
}
_OTHERS = {
    "move": placing.move,
    "hide": hiding.hide,
    "hide option": hiding.hide_option,
    "require": hiding.require,
    "optional": hiding.make_optional,
}
