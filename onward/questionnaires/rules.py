"""The form's own rules: constraints in FHIRPath, answers that are worked out, and answers that are fixed.

SDC: "All 'error' constraints SHALL evaluate to 'true' before setting a QuestionnaireResponse to complete". A
calculated answer may be changed by whoever fills the form in, unless it is read-only; then another value is an error.
"""

from collections.abc import Iterator
from dataclasses import replace

from onward.questionnaires.checking import Check, run
from onward.questionnaires.definition import Constraint, Expression, Item
from onward.questionnaires.expressions import value_of
from onward.questionnaires.fhirpath import operators
from onward.questionnaires.fhirpath.found import Trouble
from onward.questionnaires.fhirpath.parsing import functions, parse
from onward.questionnaires.issues import Issue, Severity, shown, warning
from onward.questionnaires.responses import Given
from onward.questionnaires.values import Value, same

_OF_NOW = frozenset({"now", "today", "timeOfDay"})


def check(told: Check) -> Iterator[Issue]:
    for given in told.response.given:
        if told.applicable.applies(given):
            for constraint in given.item.constraints:
                yield from _of_constraint(told, constraint, given)
            if given.answers and given.item.calculated_expression:
                yield from _of_calculated(told, given, given.item.calculated_expression)
            elif given.answers and given.item.read_only and not given.item.initial_expression:
                yield from _of_fixed(given)
    for constraint in told.questionnaire.constraints:
        yield from _of_constraint(told, constraint, None)


def _of_constraint(told: Check, constraint: Constraint, given: Given | None) -> Iterator[Issue]:
    name = shown(constraint.human or constraint.key or constraint.expression.text)
    result = run(told, constraint.expression, given, f"the rule {name}", bad=constraint.bad)
    if result.issue or result.found is None:
        yield from (each for each in (result.issue,) if each)
        return
    place, link_id = (given.place, given.item.link_id) if given else (told.response.root.place, "")
    subject = f"Item {shown(link_id)}: the" if link_id else "The"
    try:
        holds = operators.truth(result.found)
    except Trouble as problem:
        yield warning("processing", f"{subject} rule {name} cannot be decided: {problem}.", place, link_id)
        return
    if holds is None:
        says = f"{subject} rule {name} finds nothing to decide by, so it is not checked."
        yield warning("invariant", says, place, link_id)
    elif not holds:
        severity = Severity.ERROR if constraint.bad else Severity.WARNING
        says = f"{subject} rule {name} is not kept ({constraint.key or constraint.expression.text[:80]})."
        yield Issue(severity, "invariant", says, place, link_id, human=constraint.human)


def _of_calculated(told: Check, given: Given, expression: Expression) -> Iterator[Issue]:
    item = given.item
    result = run(told, expression, given, "what it should be", bad=False)
    if result.issue or result.found is None:
        yield from (each for each in (result.issue,) if each)
        return
    wanted = [value_of(each, item.kind) for each in result.found]
    given_values = [each.value for each in given.answers if each.value]
    if _agree(given_values, [each for each in wanted if each]):
        return
    says = f"the answer is {_listed(given_values)}; worked out it is {_listed([each for each in wanted if each])}."
    issue = warning("business-rule", f"Item {shown(item.link_id)}: {says}", given.place, item.link_id)
    fixed = item.read_only and not functions(parse(expression.text)) & _OF_NOW
    yield replace(issue, severity=Severity.ERROR) if fixed else issue


def _of_fixed(given: Given) -> Iterator[Issue]:
    """A read-only question whose answer the form itself sets (`initial`) has that answer."""
    item = given.item
    fixed = set_first(item)
    given_values = [each.value for each in given.answers if each.value]
    if fixed and not _agree(given_values, fixed):
        says = f"it is read-only and set to {_listed(fixed)}, not {_listed(given_values)}."
        issue = warning("business-rule", f"Item {shown(item.link_id)}: {says}", given.place, item.link_id)
        yield replace(issue, severity=Severity.ERROR)
    elif not fixed:
        says = "it is read-only, and the form does not say what sets it."
        yield warning("business-rule", f"Item {shown(item.link_id)}: {says}", given.place, item.link_id)


def set_first(item: Item) -> list[Value]:
    """The answers that a form begins with."""
    return [*item.initial, *(each.value for each in item.options if each.initial and each.value)]


def _agree(given: list[Value], wanted: list[Value]) -> bool:
    return len(given) == len(wanted) and all(
        same(one, other) for one, other in zip(given, wanted, strict=True)
    )


def _listed(values: list[Value]) -> str:
    return ", ".join(shown(each.raw) for each in values) or "nothing"
