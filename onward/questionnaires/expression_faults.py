"""What is wrong with the expressions of a form before any answer is given: their grammar, and the names they use.

A broken rule weighs as much as the rule: one that only warns cannot stop the answers.
"""

from collections.abc import Iterator

from onward.questionnaires import limits
from onward.questionnaires.definition import Constraint, Expression, Item, Questionnaire
from onward.questionnaires.fhirpath import parsing
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.issues import Issue, Severity, error, shown

# Given by FHIR and by SDC to every expression.
GIVEN = frozenset({"resource", "rootResource", "context", "questionnaire", "qitem", "ucum", "sct", "loinc"})


def of(questionnaire: Questionnaire) -> Iterator[Issue]:
    if sum(len(each.text) ** 2 for each in questionnaire.expressions()) > limits.EXPRESSIONS:
        yield error(
            "too-costly", "The form has too many or too long expressions to be read.", "Questionnaire"
        )
        return
    names = GIVEN | questionnaire.contexts | {each.name for each in questionnaire.variables}
    yield from _of_scope(questionnaire.variables, questionnaire.constraints, (), names, "")
    waiting = [(item, names) for item in reversed(questionnaire.items)]
    while waiting:
        item, above = waiting.pop()
        names = above | {each.name for each in _named(item) if each.name}
        yield from _of_scope(item.variables, item.constraints, tuple(_single(item)), names, item.link_id)
        waiting.extend((below, names) for below in reversed(item.items))


def named(item: Item) -> tuple[Expression, ...]:
    """The expressions of an item that others may refer to by name."""
    return tuple(each for each in _named(item) if each.name)


def _named(item: Item) -> Iterator[Expression]:
    yield from item.variables
    yield from (
        each for each in (item.initial_expression, item.calculated_expression, item.enable_expression) if each
    )


def _single(item: Item) -> Iterator[Expression]:
    yield from (
        each for each in (item.initial_expression, item.calculated_expression, item.enable_expression) if each
    )
    yield from (each.expression for each in (item.least, item.most) if each and each.expression)


def _of_scope(
    variables: tuple[Expression, ...],
    constraints: tuple[Constraint, ...],
    others: tuple[Expression, ...],
    names: frozenset[str] | set[str],
    link_id: str,
) -> Iterator[Issue]:
    for expression in (*variables, *others):
        yield from _of_one(expression, names, link_id, Severity.ERROR)
    for constraint in constraints:
        yield from _of_one(
            constraint.expression, names, link_id, Severity.ERROR if constraint.bad else Severity.WARNING
        )
    yield from _of_circles(variables, link_id)


def _of_one(
    expression: Expression, names: frozenset[str] | set[str], link_id: str, severity: Severity
) -> Iterator[Issue]:
    subject = f"Item {shown(link_id)}: the" if link_id else "The"
    if not expression.text:
        return
    try:
        term = parsing.parse(expression.text)
    except BadExpression as problem:
        says = f"{subject} expression {shown(expression.text)} cannot be read: {problem}."
        yield Issue(severity, "invalid", says, expression.place, link_id)
        return
    for name in sorted(parsing.variables(term) - names):
        if not name.startswith(("vs-", "ext-")):
            says = f"{subject} expression uses %{name}, which is not defined here. Define it as a variable."
            yield Issue(severity, "not-found", says, expression.place, link_id)
    from onward.questionnaires.fhirpath.functions import known

    for name in sorted(each for each in parsing.functions(term) if not known(each)):
        yield Issue(
            severity, "not-supported", f"{subject} function {name}() is not known.", expression.place, link_id
        )


def _of_circles(variables: tuple[Expression, ...], link_id: str) -> Iterator[Issue]:
    uses = {each.name: _used(each) for each in variables}
    for variable in variables:
        reached: set[str] = set()
        waiting = set(uses[variable.name])
        while waiting:
            name = waiting.pop()
            if name in uses and name not in reached:
                reached.add(name)
                waiting |= uses[name]
        if variable.name in reached:
            says = f"The variable %{variable.name} depends, in the end, on itself."
            yield Issue(Severity.ERROR, "business-rule", says, variable.place, link_id)


def _used(expression: Expression) -> frozenset[str]:
    try:
        return parsing.variables(parsing.parse(expression.text)) if expression.text else frozenset()
    except BadExpression:
        return frozenset()
