"""What is wrong with the expressions of a form before any answer is given: their grammar, and the names they use.

A broken rule weighs as much as the rule: one that only warns cannot stop the answers.
"""

from collections.abc import Callable, Iterator, Mapping

from onward.questionnaires import limits
from onward.questionnaires.definition import Constraint, Expression, Item, Questionnaire
from onward.questionnaires.fhirpath import parsing
from onward.questionnaires.fhirpath.parsing import BadExpression, Term
from onward.questionnaires.issues import Issue, Severity, error, shown

# Given by FHIR and by SDC to every expression.
GIVEN = frozenset(
    {"resource", "rootResource", "context", "questionnaire", "qitem", "ucum", "sct", "loinc"}
    # These make things, or ask other systems: what uses them cannot be told.
    | {"factory", "terminologies", "server"}
)


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
    yield from _of_calculations(questionnaire)


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
    circular = _circular({each.name: _used(each, parsing.variables) for each in variables})
    for variable in variables:
        if variable.name in circular:
            says = f"The variable %{variable.name} depends, in the end, on itself."
            yield Issue(Severity.ERROR, "business-rule", says, variable.place, link_id)


def _of_calculations(questionnaire: Questionnaire) -> Iterator[Issue]:
    """Answers that are worked out from each other: each names the linkId of the next, itself or by variables."""
    worked_out = [item for item in questionnaire.walk() if item.calculated_expression]
    named = [*questionnaire.variables, *(each for item in questionnaire.walk() for each in item.variables)]
    uses: dict[str, frozenset[str]] = {}
    for each in named:
        uses[f"%{each.name}"] = uses.get(f"%{each.name}", frozenset()) | _looks_at(each)
    links = {each.link_id: _looks_at(each.calculated_expression) - {each.link_id} for each in worked_out}
    circular = _circular({**uses, **links})
    for item in worked_out:
        if item.link_id in circular and item.calculated_expression:
            says = f"Item {shown(item.link_id)}: what is worked out depends, in the end, on itself."
            place = item.calculated_expression.place
            yield Issue(Severity.ERROR, "business-rule", says, place, item.link_id)


def _looks_at(expression: Expression | None) -> frozenset[str]:
    """The variables and the texts in it, among which are linkIds."""
    if expression is None:
        return frozenset()
    return frozenset(f"%{each}" for each in _used(expression, parsing.variables)) | _used(
        expression, parsing.texts
    )


def _circular(uses: Mapping[str, frozenset[str]]) -> set[str]:
    """The names that, in the end, use themselves."""
    found = set()
    for first, direct in uses.items():
        reached: set[str] = set()
        waiting = set(direct)
        while waiting:
            name = waiting.pop()
            if name in uses and name not in reached:
                reached.add(name)
                waiting |= uses[name]
        if first in reached:
            found.add(first)
    return found


def _used(expression: Expression, names: Callable[[Term], frozenset[str]]) -> frozenset[str]:
    try:
        return names(parsing.parse(expression.text)) if expression.text else frozenset()
    except BadExpression:
        return frozenset()
