"""Which items apply, given what has been answered: FHIR `enableWhen`, and SDC's `enableWhenExpression`.

An answer to a question that does not apply counts for nothing, so conditions on it find no answer.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from onward.questionnaires import limits, ordering
from onward.questionnaires.conditions import Occurrences, State, holds
from onward.questionnaires.definition import Condition, Item, Questionnaire
from onward.questionnaires.expressions import Runner, Stand
from onward.questionnaires.fhirpath import operators
from onward.questionnaires.fhirpath.found import TooCostly, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.issues import Issue, error, shown, warning
from onward.questionnaires.responses import Given, Holder, Response
from onward.questionnaires.values import Value


@dataclass
class Applicable:
    """Which items apply, in each place where they can stand."""

    states: dict[tuple[int, str], State]
    resource: dict[str, Any]
    stands: dict[int, Stand]
    issues: list[Issue] = field(default_factory=list)

    def state(self, holder: Holder, item: Item) -> State:
        return self.states.get((id(holder), item.link_id), False)

    def applies(self, given: Given) -> bool:
        return self.state(given.holder, given.item) is not False

    def stand(self, holder: Holder, item: Item, given: Given | None = None) -> Stand:
        """Where an expression of this item stands; one that was not given has no answers."""
        if given and id(given) in self.stands:
            return self.stands[id(given)]
        around = self.stands[id(holder.inside)] if holder.inside else self.stands[0]
        return Stand(item, {"linkId": item.link_id}, around)


def applicable(questionnaire: Questionnaire, response: Response, runner: Runner) -> Applicable:
    """What applies. Expressions are run again on what is left, until nothing changes any more (SDC, Dependencies)."""
    decider = _Decider(questionnaire, response, runner)
    seen: Any = None
    for _ in range(limits.ROUNDS):
        result = decider.decided()
        if not decider.has_expressions or result.resource == seen:
            result.issues.extend(decider.told.values())
            return result
        seen = result.resource
        decider.run(result)
    decider.by_expression = dict.fromkeys(decider.by_expression)
    result = decider.decided()
    says = "Which items apply does not settle: expressions switch each other on and off."
    result.issues.append(error("processing", says, response.root.place))
    return result


class _Decider:
    def __init__(self, questionnaire: Questionnaire, response: Response, runner: Runner) -> None:
        self.questionnaire, self.response, self.runner = questionnaire, response, runner
        self.order, self.stuck = ordering.order(questionnaire)
        self.order = [*self.order, *self.stuck]
        self.circular = {each.link_id for each in self.stuck}
        self.holders: defaultdict[str, list[Holder]] = defaultdict(list)
        self.occurrences = Occurrences(questionnaire, response)
        self.by_expression: dict[tuple[int, str], State] = {}
        self.states: dict[tuple[int, str], State] = {}
        self.told: dict[str, Issue] = {}
        self.has_expressions = any(each.enable_expression for each in questionnaire.walk())
        self.holders[""].append(response.root)
        for given in response.walk():
            for holder in given.holders:
                self.holders[given.item.link_id].append(holder)

    def decided(self) -> Applicable:
        self.states = {}
        for item in self.order:
            parent = self.questionnaire.parents.get(item.link_id, "")
            for holder in self.holders[parent]:
                self.states[(id(holder), item.link_id)] = self.state(item, holder)
        return self.pruned()

    def state(self, item: Item, holder: Holder) -> State:
        if (
            holder.inside
            and self.states.get((id(holder.inside.holder), holder.inside.item.link_id), True) is False
        ):
            return False
        if item.link_id in self.circular:
            return None
        if item.enable_expression:
            return self.by_expression.get((id(holder), item.link_id), True)
        if not item.conditions:
            return True
        met = [self.met(each, item, holder) for each in item.conditions]
        sign, result = ("and", met[0]) if item.all_conditions else ("or", met[0])
        for each in met[1:]:
            result = operators.logical(sign, result, each)
        return result

    def met(self, condition: Condition, item: Item, holder: Holder) -> State:
        if condition.value is None or condition.question not in self.questionnaire.by_link_id:
            return None
        return holds(condition.operator, condition.value, self.answers(condition.question, item, holder))

    def answers(self, question: str, item: Item, holder: Holder) -> list[Value]:
        """The answers to a question as a condition of this item sees them; none where the question does not apply."""
        return [
            answer.value
            for given in self.occurrences.nearest(question, item, holder)
            if self.states.get((id(given.holder), question)) is not False
            for answer in given.answers
            if answer.value
        ]

    def run(self, result: Applicable) -> None:
        """Runs the expressions on what applies now."""
        self.runner.on(result.resource)
        for item in self.questionnaire.walk():
            if item.enable_expression:
                for holder in self.holders[self.questionnaire.parents.get(item.link_id, "")]:
                    if holder.inside and id(holder.inside) not in result.stands:
                        continue  # what it is below does not apply
                    given = next((each for each in holder.given if each.item is item), None)
                    stand = result.stand(holder, item, given)
                    self.by_expression[(id(holder), item.link_id)] = self.expressed(item, stand)

    def expressed(self, item: Item, stand: Stand) -> State:
        expression = item.enable_expression
        assert expression is not None  # noqa: S101 (asked a line above)
        if not expression.text:
            return None
        subject = f"Item {shown(item.link_id)}: whether it applies"
        try:
            return operators.truth(self.runner.run(expression, stand)) or False
        except BadExpression:
            return None
        except Unknown as problem:
            says = f"{subject} cannot be told: {problem}."
            self.told[item.link_id] = warning("not-supported", says, expression.place, item.link_id)
        except TooCostly:
            says = f"{subject} would take too long to work out."
            self.told[item.link_id] = error("too-costly", says, expression.place, item.link_id)
        except Trouble as problem:
            says = f"{subject} cannot be worked out: {problem}."
            self.told[item.link_id] = error("processing", says, expression.place, item.link_id)
        return None

    def pruned(self) -> Applicable:
        """The response without what does not apply and groups with nothing in them, and where each item stands."""
        stands: dict[int, Stand] = {}
        resource = {key: value for key, value in self.response.raw.items() if key != "item"}
        stands[0] = Stand(None, resource)
        self.put(resource, self.response.root, stands[0], stands)
        return Applicable(self.states, resource, stands)

    def put(self, into: dict[str, Any], holder: Holder, around: Stand, stands: dict[int, Stand]) -> None:
        kept = [
            each for each in holder.given if self.states.get((id(holder), each.item.link_id)) is not False
        ]
        written = [(each, self.written(each, around, stands)) for each in kept]
        if full := [raw for given, raw in written if not given.group or "item" in raw]:
            into["item"] = full

    def written(self, given: Given, around: Stand, stands: dict[int, Stand]) -> dict[str, Any]:
        raw = {key: value for key, value in given.raw.items() if key not in ("item", "answer")}
        stands[id(given)] = stand = Stand(given.item, raw, around)
        if given.group:
            self.put(raw, given.group, stand, stands)
        if given.answers:
            raw["answer"] = []
            for answer in given.answers:
                one = {key: value for key, value in answer.raw.items() if key != "item"}
                self.put(one, answer.below, stand, stands)
                raw["answer"].append(one)
        return raw
