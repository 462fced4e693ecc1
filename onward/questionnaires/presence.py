"""Whether what has to be answered is, as often as it may be, and nothing is answered that does not apply.

SDC, form behaviour: required and minOccurs count for items that apply; where a group is not there, neither need be
what is in it; a required group has at least one answer in it. Answers to what does not apply are not kept.
"""

from collections.abc import Iterator

from onward.questionnaires.checking import Check
from onward.questionnaires.definition import DISPLAY, GROUP, Item
from onward.questionnaires.issues import Issue, Wrong, error, shown, warning
from onward.questionnaires.responses import Given, Holder


def check(told: Check) -> Iterator[Issue]:
    for holder, items in told.response.holders():
        by_item: dict[str, list[Given]] = {}
        for given in holder.given:
            by_item.setdefault(given.item.link_id, []).append(given)
        for item in items:
            yield from _of_item(told, holder, item, by_item.get(item.link_id, []))


def _of_item(told: Check, holder: Holder, item: Item, givens: list[Given]) -> Iterator[Issue]:
    state = told.applicable.state(holder, item)
    if state is False:
        if not holder.inside or told.applicable.applies(holder.inside):
            yield from (_not_kept(each) for each in givens if _has_answers(each))
    elif item.type != DISPLAY:
        issues = (
            _of_group(told, holder, item, givens)
            if item.type == GROUP
            else _of_question(holder, item, givens)
        )
        yield from issues if state else (each.softened() for each in issues)


def _not_kept(given: Given) -> Issue:
    says = f"Item {shown(given.item.link_id)}: it does not apply, so its answers are not kept. Take them out."
    return error("business-rule", says, given.place, given.item.link_id)


def _has_answers(given: Given) -> bool:
    waiting = [given]
    while waiting:
        each = waiting.pop()
        if each.answers:
            return True
        waiting.extend(below for holder in each.holders for below in holder.given)
    return False


def _of_question(holder: Holder, item: Item, givens: list[Given]) -> Iterator[Issue]:
    count = sum(len(each.answers) for each in givens)
    place = givens[0].place if givens else holder.place
    if item.required and not count:
        says = f"Item {shown(item.link_id)}: it has to be answered."
        yield error("required", says, place, item.link_id, Wrong.MISSING)
    if count > 1 and not item.repeats:
        says = f"Item {shown(item.link_id)}: it has {count} answers and may have one."
        yield error("business-rule", says, place, item.link_id, Wrong.ONE_ONLY)
    yield from _of_count(item, count, place, "answers")


def _of_group(told: Check, holder: Holder, item: Item, givens: list[Given]) -> Iterator[Issue]:
    place = givens[0].place if givens else holder.place
    subject = f"Item {shown(item.link_id)}: "
    if item.required and not any(_has_answers(each) for each in givens):
        says = f"{subject}something in this group has to be answered."
        missing = error("required", says, place, item.link_id, Wrong.MISSING)
        yield from (missing,) if _can_be_answered(told, holder, item) else ()
    elif not givens and (missed := [each for each in item.walk() if each.asks and each.required]):
        says = f"{subject}the group is not there, so what it requires ({shown(missed[0].link_id)}) is not asked for."
        yield warning("required", says, place, item.link_id)
    yield from _of_count(item, len(givens), place, "times")


def _can_be_answered(told: Check, holder: Holder, item: Item) -> bool:
    """Whether a question here or below applies; in a group that is not there, one without conditions is sure to."""
    if told.applicable.state(holder, item) is False:
        return False
    givens = [each for each in holder.given if each.item is item]
    if item.asks or not givens:
        return item.asks or _always_asks(item)
    insides = [inside for each in givens for inside in each.holders]
    return any(_can_be_answered(told, inside, each) for inside in insides for each in item.items)


def _always_asks(item: Item) -> bool:
    always = [each for each in item.items if not each.conditions and not each.enable_expression]
    return any(each.asks or _always_asks(each) for each in always)


def _of_count(item: Item, count: int, place: str, what: str) -> Iterator[Issue]:
    """minOccurs and maxOccurs: how many answers a question has, or how often a group is there."""
    if item.min_occurs is None and item.max_occurs is None:
        return
    subject = f"Item {shown(item.link_id)}: there are {count} {what}"
    if (
        item.min_occurs is not None
        and count < item.min_occurs
        and (count or item.min_occurs > 1 or not item.required)
    ):
        says = f"{subject}; the least is {item.min_occurs}."
        yield error("business-rule", says, place, item.link_id, Wrong.TOO_FEW)
    if item.max_occurs is not None and count > item.max_occurs:
        says = f"{subject}; the most is {item.max_occurs}."
        yield error("business-rule", says, place, item.link_id, Wrong.TOO_MANY)
