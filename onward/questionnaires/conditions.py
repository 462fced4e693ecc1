"""FHIR `enableWhen`: which answers a condition looks at, and whether it is met.

"If multiple question occurrences are present for the same question, then this refers to the nearest question occurrence
reachable by tracing first the ancestor axis and then the preceding axis and then the following axis" (R4,
Questionnaire.item.enableWhen.question). Within the nearest item around both, that is the last where the question
comes before, else the first. An occurrence that does not apply, or has no answer, is none: it will not be sent.
"""

from collections import defaultdict
from collections.abc import Callable

from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.responses import Given, Holder, Response
from onward.questionnaires.values import Value, compare, same

# True, False, or None where it cannot be told; such an item may be answered and need not be (SDC, Missing information).
State = bool | None

_COMPARED = {">": (1,), "<": (-1,), ">=": (0, 1), "<=": (-1, 0)}


class Occurrences:
    """Where each question of a form occurs in a response."""

    def __init__(self, questionnaire: Questionnaire, response: Response) -> None:
        self.questionnaire = questionnaire
        self.under: defaultdict[tuple[int, str], list[Given]] = defaultdict(list)
        self.around: dict[str, frozenset[str]] = {}
        for given in response.given:
            holder: Holder | None = given.holder if given.item.link_id in questionnaire.asked_about else None
            while holder:
                self.under[(id(holder), given.item.link_id)].append(given)
                holder = holder.inside.holder if holder.inside else None

    def nearest(
        self, question: str, item: Item, holder: Holder, applies: Callable[[Given], bool]
    ) -> list[Given]:
        """The occurrence of a question that a condition of this item, standing here, refers to."""
        path, where = self.path(question), holder
        while where.inside and where.item and where.item.link_id not in path:
            where = where.inside.holder
        if where.inside and where.inside.item.link_id == question:
            return [where.inside]
        found = [each for each in self.under.get((id(where), question), ()) if each.answers and applies(each)]
        if len(found) < 2:
            return found
        before = self.questionnaire.position[question] < self.questionnaire.position[item.link_id]
        nearest = found[-1] if before else found[0]
        return [each for each in found if each.holder is nearest.holder]

    def path(self, link_id: str) -> frozenset[str]:
        """The item itself and all that it is below."""
        if link_id not in self.around:
            found, parents, above = {link_id}, self.questionnaire.parents, link_id
            while (above := parents.get(above, "")) and above not in found:
                found.add(above)
            self.around[link_id] = frozenset(found)
        return self.around[link_id]


def holds(operator: str, wanted: Value, answers: list[Value]) -> State:
    """An `enableWhen` on these answers (http://hl7.org/fhir/questionnaire-enable-operator, read to the letter).

    `=` and the comparisons: at least one answer; `!=`: no answer is equal, so it is met where there is none.
    """
    if operator == "exists":
        return bool(answers) is (wanted.data is True)
    if operator == "=":
        return any(same(each, wanted) for each in answers)
    if operator == "!=":
        return not any(same(each, wanted) for each in answers)
    if operator not in _COMPARED:
        return None
    return any(compare(each, wanted) in _COMPARED[operator] for each in answers)
