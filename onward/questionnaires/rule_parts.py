"""The expressions of a form as they are read: variables, rules, and what is worked out."""

from collections.abc import Mapping
from typing import Any

from onward.questionnaires import extensions
from onward.questionnaires.definition import Constraint, Expression
from onward.questionnaires.issues import Issue, Severity, shown, warning
from onward.questionnaires.shapes import Notes

FHIRPATH = "text/fhirpath"
_OTHER_LANGUAGES = frozenset(
    {"text/cql", "text/cql-expression", "text/cql-identifier", "application/x-fhir-query"}
)


def variables(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str = "") -> tuple[Expression, ...]:
    """The named expressions of an element, in order. The same name twice in one element is an error (SDC)."""
    found: list[Expression] = []
    for number, extension in extensions.each(raw, extensions.VARIABLE):
        where = f"{place}.extension[{number}]"
        read = _expression(extension.get("valueExpression"), where, notes, link_id)
        if read is None:
            continue
        if not read.name:
            notes.wrong("required", where, "a variable needs a name.", link_id)
        elif read.name in {each.name for each in found}:
            notes.wrong(
                "duplicate", where, f"the variable {shown(read.name)} is defined twice here.", link_id
            )
        else:
            found.append(read)
    return tuple(found)


def contexts(raw: Mapping[str, Any]) -> frozenset[str]:
    """The names that are told when a form is launched, and unknown otherwise (SDC launchContext)."""
    named = (extensions.first(each, "name") for _, each in extensions.each(raw, extensions.LAUNCH_CONTEXT))
    codes = (each.get("code") if isinstance(each, Mapping) else each for each in named)
    return frozenset(each for each in codes if isinstance(each, str))


def expression(raw: Mapping[str, Any], url: str, place: str, notes: Notes, link_id: str) -> Expression | None:
    for number, extension in extensions.each(raw, url):
        return _expression(extension.get("valueExpression"), f"{place}.extension[{number}]", notes, link_id)
    return None


def _expression(raw: Any, place: str, notes: Notes, link_id: str) -> Expression | None:
    if isinstance(raw, str):
        return Expression(raw, "", place)
    if not isinstance(raw, Mapping):
        notes.wrong("structure", place, "it needs a valueExpression.", link_id)
        return None
    language, text, name = str(raw.get("language") or FHIRPATH), raw.get("expression"), raw.get("name")
    by_reference = bool(raw.get("reference")) and not text
    if language in _OTHER_LANGUAGES or by_reference:
        notes.issues.append(_not_run(place, "a library" if by_reference else language, link_id))
        return Expression("", name if isinstance(name, str) else "", place)
    if language != FHIRPATH:
        notes.wrong(
            "code-invalid", place, f"the language {shown(language)} is not one of expressions.", link_id
        )
    if not isinstance(text, str) or not text:
        notes.wrong("required", place, "the expression is missing.", link_id)
        return None
    says = raw.get("description")
    return Expression(
        text, name if isinstance(name, str) else "", place, says if isinstance(says, str) else ""
    )


def _not_run(place: str, language: str, link_id: str) -> Issue:
    says = f"An expression in {shown(language)} is not run here, so what depends on it is not checked."
    return warning("not-supported", says, place, link_id)


def constraints(
    raw: Mapping[str, Any], place: str, notes: Notes, link_id: str = ""
) -> tuple[Constraint, ...]:
    found = (
        _constraint(each, f"{place}.extension[{number}]", notes, link_id)
        for number, each in extensions.each(raw, *extensions.CONSTRAINTS)
    )
    return tuple(each for each in found if each)


def _constraint(raw: Mapping[str, Any], place: str, notes: Notes, link_id: str) -> Constraint | None:
    said = {url: extensions.first(raw, url) for url in ("key", "severity", "expression", "human")}
    severity = said["severity"]
    if severity not in (Severity.ERROR.value, Severity.WARNING.value):
        notes.wrong(
            "code-invalid",
            place,
            f"the severity of a constraint is {shown(severity)}, not error or warning.",
            link_id,
        )
    read = _expression(said["expression"], place, notes, link_id)
    if read is None:
        return None
    return Constraint(
        str(said["key"] or ""), severity != Severity.WARNING.value, read, str(said["human"] or "")
    )
