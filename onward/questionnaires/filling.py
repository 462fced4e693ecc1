"""Filling a form in: how it begins, what is worked out, what comes next, and what is dropped when it is sent.

SDC, form behaviour and expressions: first answers are given once, at the beginning; calculated ones follow the others,
unless somebody has changed them; no answers are stored for what does not apply.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onward.questionnaires import limits, moments, rules
from onward.questionnaires.answers import key, to_fhir
from onward.questionnaires.checking import Check, decide
from onward.questionnaires.definition import GROUP, Expression, Item, Questionnaire
from onward.questionnaires.expressions import value_of
from onward.questionnaires.fhirpath.found import TooCostly, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.responses import Given, Holder
from onward.questionnaires.values import Value

Facts = Callable[[str], tuple[Value, ...]]
Json = dict[str, Any]


@dataclass(frozen=True)
class Dropped:
    """Answers that no longer apply, so that the person can be told what was left out."""

    key: str
    text: str
    answers: tuple[Any, ...]


@dataclass(frozen=True)
class Asked:
    """A question to be answered, and the key of its answer."""

    item: Item
    key: str


def begin(questionnaire: Questionnaire, *, now: datetime, known: Facts = lambda _: ()) -> Json:
    """A response in progress: with what is known already (by the meaning of each question), else what the form sets.

    `known` is asked with the meaning of a question, and gives the values that may answer it.
    """
    response = to_fhir(questionnaire, {}, status="in-progress", whole=True)
    told = _decided(questionnaire, response, now)
    for holder, item in told.response.places():
        if item.asks:
            _put(questionnaire, response, holder, item, _first(told, holder, item, known))
    return settled(questionnaire, response, now=now)


def settled(questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime) -> Json:
    """The response with every calculated answer worked out, until nothing changes any more.

    Answers that no longer apply stay in it until it is sent. A calculated answer that somebody changed stays too.
    """
    current = opened(questionnaire, response)
    for _ in range(limits.ROUNDS):
        told = _decided(questionnaire, current, now)
        changed = deepcopy(current)
        for holder, item in told.response.places():
            if item.calculated_expression and told.applicable.state(holder, item) is not False:
                given = next((each for each in holder.given if each.item is item), None)
                if item.read_only or not (given and given.answers):
                    worked_out = _worked_out(told, item.calculated_expression, holder, item, given)
                    _put(questionnaire, changed, holder, item, worked_out)
        if changed == current:
            break
        current = changed
    return current


def next_question(
    questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime
) -> Asked | None:
    """The first question that applies, is shown, can be answered and has no answer; None where there is none."""
    told = _decided(questionnaire, opened(questionnaire, response), now)
    return next(_unanswered(told), None)


def completed(
    questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime
) -> tuple[Json, tuple[Dropped, ...]]:
    """The response as it is sent, without answers that do not apply, and what was dropped."""
    told = _decided(questionnaire, settled(questionnaire, response, now=now), now)
    sent = {**_tidied(told.applicable.resource), "status": "completed"}
    dropped = [
        Dropped(
            key(each.item.link_id, each.holder.numbers),
            each.item.text,
            tuple(answer.value.raw for answer in each.answers if answer.value),
        )
        for each in told.response.walk()
        if each.answers and not told.applicable.applies(each)
    ]
    return sent, tuple(dropped)


def _decided(questionnaire: Questionnaire, response: Mapping[str, Any], now: datetime) -> Check:
    return decide(questionnaire, response, now=moments.of(now))


def _first(told: Check, holder: Holder, item: Item, known: Facts) -> list[Value]:
    """What is known of it where it may answer it, else what the form sets."""
    facts = [each for each in (known(item.meaning) if item.meaning else ()) if each.kind in item.kinds]
    if facts:
        return facts if item.repeats else facts[:1]
    if item.initial_expression:
        return _worked_out(told, item.initial_expression, holder, item, None)
    return rules.set_first(item)


def _worked_out(
    told: Check, expression: Expression, holder: Holder, item: Item, given: Given | None
) -> list[Value]:
    """What an expression finds, as far as it may answer the question; nothing where it cannot be run."""
    try:
        found = told.runner.run(expression, told.applicable.stand(holder, item, given))
    except (BadExpression, Trouble, Unknown, TooCostly):
        return []
    values = [each for each in (value_of(one, item.kind) for one in found) if each]
    return values if item.repeats else values[:1]


def _put(
    questionnaire: Questionnaire, response: Json, holder: Holder, item: Item, values: list[Value]
) -> None:
    """Sets the answers of an item in the JSON of a response, in the order of the form; none takes it out."""
    around = _at(response, holder.place)
    items: list[Json] = around.setdefault("item", [])
    own = next((each for each in items if each["linkId"] == item.link_id), None)
    if own is None and values:
        below = holder.item.below if holder.item else questionnaire.items
        order = {each.link_id: int(each.place.rsplit("[", 1)[1][:-1]) for each in below}
        own = {"linkId": item.link_id, **({"text": item.text} if item.text else {})}
        place = sum(order.get(each["linkId"], -1) < order[item.link_id] for each in items)
        items.insert(place, own)
    if own is not None and not _say(own, values):
        kept = own.get("answer", [])
        own["answer"] = [
            {
                **(kept[number] if number < len(kept) and "item" in kept[number] else {}),
                f"value{each.kind}": each.raw,
            }
            for number, each in enumerate(values)
        ]
        if not values:
            items.remove(own)
    if not items:
        del around["item"]


def _say(own: Json, values: list[Value]) -> bool:
    """Whether the answers are these already."""
    there = [
        each.get(f"value{value.kind}") for each, value in zip(own.get("answer", []), values, strict=False)
    ]
    return len(own.get("answer", [])) == len(values) and there == [each.raw for each in values]


def _at(response: Json, place: str) -> Json:
    """The element at a place like `QuestionnaireResponse.item[0].answer[1]`."""
    element: Json = response
    for step in place.split(".")[1:]:
        name, number = step[:-1].split("[")
        element = element[name][int(number)]
    return element


def opened(questionnaire: Questionnaire, response: Mapping[str, Any]) -> Json:
    """The response with every group there, so that what is in it can be asked."""
    copy: Json = deepcopy(dict(response))
    _open(copy, questionnaire.items)
    return copy


def _open(element: Json, items: tuple[Item, ...]) -> None:
    order = {each.link_id: place for place, each in enumerate(items)}
    there: list[Json] = element.get("item", [])
    for item in items:
        own = [each for each in there if each.get("linkId") == item.link_id]
        if item.type == GROUP and not own:
            own = [{"linkId": item.link_id, **({"text": item.text} if item.text else {})}]
            place = sum(order.get(each.get("linkId", ""), -1) < order[item.link_id] for each in there)
            there.insert(place, own[0])
        for each in own:
            for inside in (each,) if item.type == GROUP else each.get("answer", ()):
                _open(inside, item.items)
    if there:
        element["item"] = there


def _unanswered(told: Check) -> Iterator[Asked]:
    for holder, item in told.response.places():
        asks = item.asks and not item.read_only and not _is_hidden(item, holder)
        given = any(each.answers for each in holder.given if each.item is item)
        if asks and not given and told.applicable.state(holder, item) is not False:
            yield Asked(item, key(item.link_id, holder.numbers))


def _is_hidden(item: Item, holder: Holder) -> bool:
    """What is hidden, and all that is below it."""
    hidden, around = item.hidden, holder.item
    while not hidden and around and holder.inside:
        hidden, holder = around.hidden, holder.inside.holder
        around = holder.item
    return hidden


def _tidied(element: Json) -> Json:
    """Without groups that have nothing in them."""
    items = [_tidied(each) for each in element.get("item", ())]
    answers = [_tidied(each) for each in element.get("answer", ())]
    kept = {key: value for key, value in element.items() if key not in ("item", "answer")}
    if answers:
        kept["answer"] = answers
    if full := [each for each in items if "answer" in each or "item" in each]:
        kept["item"] = full
    return kept
