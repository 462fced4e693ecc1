"""Which items apply, given what has been answered: FHIR `enableWhen`, and SDC's `enableWhenExpression`.

An answer to a question that does not apply counts for nothing, so conditions on it find no answer.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from onward.questionnaires import limits
from onward.questionnaires.conditions import Occurrences, State, holds
from onward.questionnaires.definition import Condition, Item, Questionnaire
from onward.questionnaires.expressions import Runner, Stand
from onward.questionnaires.fhirpath import operators
from onward.questionnaires.fhirpath.found import TooCostly, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.issues import Issue, error, shown, warning
from onward.questionnaires.pruning import Pruned, pruned
from onward.questionnaires.responses import Given, Holder, Response
from onward.questionnaires.values import Value


@dataclass
class Applicable:
    """Which items apply, in each place where they can stand."""

    response: Response
    states: dict[tuple[int, str], State]
    issues: list[Issue] = field(default_factory=list)

    def state(self, holder: Holder, item: Item) -> State:
        return self.states.get((id(holder), item.link_id), False)

    def applies(self, given: Given) -> bool:
        return self.states.get((id(given.holder), given.item.link_id)) is not False

    @cached_property
    def left(self) -> Pruned:
        """The response without what does not apply."""
        return pruned(self.response, self.applies)

    def stand(self, holder: Holder, item: Item, given: Given | None = None) -> Stand:
        """Where an expression of this item stands; one that was not given has no answers."""
        if given and id(given) in self.left.stands:
            return self.left.stands[id(given)]
        around = self.left.stands[id(holder.inside) if holder.inside else 0]
        return Stand(item, {"linkId": item.link_id}, around)


def applicable(questionnaire: Questionnaire, response: Response, runner: Runner) -> Applicable:
    """What applies. Expressions are run again on what is left, until nothing changes any more (SDC, Dependencies)."""
    decider = _Decider(questionnaire, response, runner)
    result = decider.decided()
    if not questionnaire.expressed:
        return result
    answered = [each for each in response.given if each.answers]
    for _ in range(limits.ROUNDS):
        if decider.run(result):
            before, result = result, decider.decided()
            if any(before.applies(each) is not result.applies(each) for each in answered):
                continue
        result.issues.extend(decider.told.values())
        return result
    decider.by_expression = dict.fromkeys(decider.by_expression)
    result = decider.decided()
    says = "Which items apply does not settle: expressions switch each other on and off."
    result.issues.append(error("processing", says, response.root.place))
    return result


class _Decider:
    def __init__(self, questionnaire: Questionnaire, response: Response, runner: Runner) -> None:
        self.questionnaire, self.response, self.runner = questionnaire, response, runner
        self.occurrences = Occurrences(questionnaire, response)
        self.by_expression: dict[tuple[int, str], State] = {}
        self.states: dict[tuple[int, str], State] = {}
        self.told: dict[str, Issue] = {}
        self.holders: defaultdict[str, list[Holder]] = defaultdict(list, {"": [response.root]})
        for given in response.given:
            if given.item.items:
                self.holders[given.item.link_id].extend(given.holders)

    def decided(self) -> Applicable:
        self.states = {}
        in_order, circular = self.questionnaire.order
        for item in in_order:
            always = not item.conditions and not item.enable_expression
            for holder in self.places(item):
                around = self.around(holder)
                self.states[(id(holder), item.link_id)] = around and (always or self.state(item, holder))
        for item in circular:
            for holder in self.places(item):
                self.states[(id(holder), item.link_id)] = None if self.around(holder) else False
        return Applicable(self.response, self.states)

    def around(self, holder: Holder) -> bool:
        """Whether what is around a place may apply."""
        above = holder.inside
        return above is None or self.states.get((id(above.holder), above.item.link_id)) is not False

    def places(self, item: Item) -> list[Holder]:
        return self.holders.get(self.questionnaire.parents.get(item.link_id, ""), [])

    def state(self, item: Item, holder: Holder) -> State:
        """By its own expression or conditions, where what is around it applies."""
        if item.enable_expression:
            return self.by_expression.get((id(holder), item.link_id), True)
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
            for given in self.occurrences.nearest(question, item, holder, self.applies)
            for answer in given.answers
            if answer.value
        ]

    def applies(self, given: Given) -> bool:
        return self.states.get((id(given.holder), given.item.link_id)) is not False

    def run(self, result: Applicable) -> bool:
        """Runs the expressions on what applies now; whether any of them says otherwise than was taken for so."""
        self.runner.on(result.left.resource)
        before = dict(self.by_expression)
        for item in self.questionnaire.expressed:
            for holder in self.places(item):
                if holder.inside and id(holder.inside) not in result.left.stands:
                    continue  # what it is below does not apply
                given = next((each for each in holder.given if each.item is item), None)
                stand = result.stand(holder, item, given)
                self.by_expression[(id(holder), item.link_id)] = self.expressed(item, stand)
        return any(before.get(each, True) is not state for each, state in self.by_expression.items())

    def expressed(self, item: Item, stand: Stand) -> State:
        expression = item.enable_expression
        if expression is None or not expression.text:
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
