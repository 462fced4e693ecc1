"""Where to go on paper: what an answer lets one leave out, worked out from the conditions of the form.

Only what certainly does not apply is left out: whatever depends on more than one answer is asked, with its condition.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onward.questionnaires.definition import Condition, Item, Questionnaire

# Whether something is met: None where that depends on other answers too.
Met = bool | None


@dataclass(frozen=True)
class Direction:
    """The part or question that comes next; None where the form ends."""

    item: Item | None


def directions(form: Questionnaire, numbers: Mapping[str, str], question: Item) -> dict[str, Direction]:
    """By option, where to go, for the options after which something is left out. Only for one answer of several."""
    if question.repeats or not (codes := options(question)):
        return {}
    following = list(_after(form, numbers, question))
    found = {code: _next(following, question, code) for code in codes}
    first = following[0] if following else None
    return {code: Direction(item) for code, item in found.items() if item is not first}


def options(question: Item) -> Sequence[str]:
    return ("true", "false") if question.type == "boolean" else [each.code for each in question.choices]


def _after(form: Questionnaire, numbers: Mapping[str, str], question: Item) -> Iterator[Item]:
    """What has a number and stands after a question in the form."""
    items = form.walk()
    for each in items:
        if each is question:
            break
    yield from (each for each in items if each.link_id in numbers)


def _next(following: Sequence[Item], question: Item, code: str) -> Item | None:
    """The first that may be asked after this answer."""
    off: set[str] = set()
    for item in following:
        if item.link_id not in off and _applies(item, question, code, off) is not False:
            return item
        off |= {each.link_id for each in item.walk()}
    return None


def _applies(item: Item, question: Item, code: str, off: set[str]) -> Met:
    if item.enable_expression or not item.conditions:
        return None
    met = [_met(each, question, code, off) for each in item.conditions]
    if item.all_conditions:
        return False if False in met else None
    return None if set(met) - {False} else False


def _met(condition: Condition, question: Item, code: str, off: set[str]) -> Met:
    """What is left out has no answer. Numbers and dates are not compared."""
    if condition.question != question.link_id and condition.question not in off:
        return None
    answer = code if condition.question == question.link_id else None
    if condition.operator == "exists":
        return (answer is not None) is condition.answer
    wanted = str(condition.answer).lower() if isinstance(condition.answer, bool) else condition.answer
    return {"=": answer == wanted, "!=": answer != wanted}.get(condition.operator)
