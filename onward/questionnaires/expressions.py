"""The expressions of a form, run on its answers: what each stands on, and the variables it may use.

SDC, Using Expressions: `%resource` is the response, `%context` the item of the response that the expression's item
is answered by, `%questionnaire` and `%qitem` the form and the item; a variable is known on its element and below.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from onward.questionnaires import extensions, limits, values
from onward.questionnaires.definition import Expression, Item, Questionnaire
from onward.questionnaires.expression_faults import GIVEN, named
from onward.questionnaires.fhirpath import evaluating, found
from onward.questionnaires.fhirpath.found import Found, Many, Steps, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.moments import Moment
from onward.questionnaires.value_sets import ValueSets
from onward.questionnaires.values import Value


@dataclass(frozen=True)
class Stand:
    """Where an expression stands: an element of the form, its element of the response, and what is around it."""

    item: Item | None
    raw: Mapping[str, Any]
    around: "Stand | None" = None


@dataclass
class Runner:
    """Runs the expressions of one form on one set of answers. All of them share what they may look at."""

    questionnaire: Questionnaire
    value_sets: ValueSets
    now: Moment | None
    steps: Steps = field(default_factory=lambda: Steps(limits.STEPS))
    resource: Mapping[str, Any] = field(default_factory=dict)
    _variables: dict[tuple[int, str], Many | None] = field(default_factory=dict)
    _walked: dict[tuple[str, ...], Many] = field(default_factory=dict)
    _holding: list[Any] = field(default_factory=list)

    def on(self, resource: Mapping[str, Any]) -> None:
        """From now on the answers are these."""
        self.resource = resource
        self._variables.clear()
        self._walked.clear()
        self._holding.clear()

    def run(self, expression: Expression, stand: Stand) -> Many:
        """What it finds. Raises BadExpression, Trouble, Unknown or TooCostly."""
        if not expression.text:
            raise Unknown("it is written in a language that is not run here")
        self.steps.spend(1)
        world = evaluating.World(
            self.now, self.steps, lambda name: self._variable(name, stand), self._score, self._walked
        )
        return evaluating.evaluate(expression.text, [found.of(stand.raw)], world)

    def _variable(self, name: str, stand: Stand) -> Many:
        if name in GIVEN or name.startswith(("vs-", "ext-")):
            return self._given(name, stand)
        where: Stand | None = stand
        while where:
            defined = named(where.item) if where.item else self.questionnaire.variables
            for each in defined:
                if each.name == name:
                    return self._worked_out(each, where)
            where = where.around
        if name in self.questionnaire.contexts:
            raise Unknown(f"%{name} is told when the form is launched, and is not known here")
        raise BadExpression(f"%{name} is not defined")

    def _worked_out(self, expression: Expression, stand: Stand) -> Many:
        key = (id(stand.raw), expression.place)
        if key not in self._variables:
            self._variables[key] = None
            self._holding.append(stand.raw)
            try:
                self._variables[key] = self.run(expression, stand)
            except (Unknown, Trouble, ValueError):
                del self._variables[key]
                raise
        result = self._variables[key]
        if result is None:
            raise Trouble(f"%{expression.name} depends on itself")
        return result

    def _given(self, name: str, stand: Stand) -> Many:
        plain = {
            "ucum": "http://unitsofmeasure.org",
            "sct": "http://snomed.info/sct",
            "loinc": "http://loinc.org",
        }
        if name in plain:
            return [Found("string", plain[name])]
        if name in ("resource", "rootResource"):
            return [found.of(self.resource)]
        if name == "context":
            return [found.of(stand.raw)]
        if name == "questionnaire":
            return [found.of(self.questionnaire.raw)]
        if name == "qitem":
            return [found.of(stand.item.raw)] if stand.item else []
        raise Unknown(f"%{name} is not known here")

    def _score(self, choice: Found) -> Decimal | None:
        """The score of a choice: its own, else that of an option or a concept it is (SDC ordinal())."""
        if not isinstance(choice.data, Mapping):
            return None
        own = extensions.first(choice.data, *extensions.SCORES)
        if isinstance(own, int | Decimal) and not isinstance(own, bool):
            return Decimal(own)
        code = (str(choice.data.get("system", "")), str(choice.data.get("code", "")))
        return self._scores.get(code)

    @cached_property
    def _scores(self) -> Mapping[tuple[str, str], Decimal]:
        known: dict[tuple[str, str], Decimal] = {}
        for item in self.questionnaire.walk():
            chosen = [
                (each.value.data, each.score)
                for each in item.options
                if each.value and each.score is not None
            ]
            known |= {
                (each.system, each.code): score for each, score in chosen if isinstance(each, values.Coded)
            }
            known |= self.value_sets.codes(item.value_set).scores if item.value_set else {}
        return known


def value_of(result: Found, kind: str) -> Value | None:
    """What was found, as a value of this kind; None where it is no such thing."""
    data = result.data
    if kind == "Decimal" and isinstance(data, int) and not isinstance(data, bool):
        data = Decimal(data)
    if kind == "Integer" and isinstance(data, Decimal) and data == data.to_integral_value():
        data = int(data)
    if kind == "Date" and isinstance(data, str):
        data = data[:10]
    if kind == "String" and not isinstance(data, str | dict):
        data = str(data).lower() if isinstance(data, bool) else str(data)
    try:
        return values.value(kind, data)
    except values.NoValue:
        return None
