"""Filling a form in: how it begins, what is worked out, what comes next, and what is dropped when it is sent.

SDC, form behaviour and expressions: first answers are given once, at the beginning; calculated ones follow the others,
unless somebody has changed them; no answers are stored for what does not apply.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onward.questionnaires import limits, moments, plain_values, rules
from onward.questionnaires.answers import Answers, Empty, from_fhir, key, place, to_fhir
from onward.questionnaires.checking import Check, decide
from onward.questionnaires.definition import Expression, Item, Questionnaire
from onward.questionnaires.expressions import value_of
from onward.questionnaires.fhirpath.found import TooCostly, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.responses import Holder
from onward.questionnaires.values import Value

Facts = Callable[[str], tuple[Value, ...]]
Json = dict[str, Any]


@dataclass(frozen=True)
class Dropped:
    """Answers that no longer apply, so that the person can be told what was left out."""

    key: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question to be answered, and the key of its answer."""

    item: Item
    key: str


def begin(questionnaire: Questionnaire, *, now: datetime, known: Facts = lambda _: ()) -> Json:
    """A response in progress: with what is known already (by the meaning of each question), else what the form sets.

    `known` is asked with the meaning of a question, and gives the values that may answer it. A group that repeats
    begins with one occurrence, where anything in it has a first answer.
    """
    answers: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    while True:
        told = _told(questionnaire, {}, answers, now, Empty.FIRST)
        new = [each for each in _questions(told) if key(each[1].link_id, each[0].numbers) not in seen]
        for holder, item in new:
            of = key(item.link_id, holder.numbers)
            seen.add(of)
            if values := _plain(item, _first(told, holder, item, known)):
                answers[of] = values
        if not new:
            return settled(questionnaire, to_fhir(questionnaire, answers, status="in-progress"), now=now)


def settled(questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime) -> Json:
    """The response with every calculated answer worked out, until nothing changes any more.

    Answers that no longer apply stay in it until it is sent. A calculated answer that somebody changed stays too.
    """
    answers = from_fhir(questionnaire, response)
    for _ in range(limits.ROUNDS):
        told = _told(questionnaire, response, answers, now)
        changed = {**answers, **dict(_calculated(told, answers))}
        changed = {of: values for of, values in changed.items() if values}
        if changed == answers:
            break
        answers = changed
    return _written(questionnaire, response, answers)


def next_question(
    questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime
) -> Asked | None:
    """The first question that applies, is shown, can be answered and has no answer; None where there is none."""
    answers = from_fhir(questionnaire, response)
    told = _told(questionnaire, response, answers, now, Empty.FIRST)
    for holder, item in _questions(told):
        asked = Asked(item, key(item.link_id, holder.numbers))
        is_open = asked.key not in answers and not item.read_only and not _is_hidden(item, holder)
        if is_open and told.applicable.state(holder, item) is not False:
            return asked
    return None


def completed(
    questionnaire: Questionnaire, response: Mapping[str, Any], *, now: datetime
) -> tuple[Json, tuple[Dropped, ...]]:
    """The response as it is sent, without answers that do not apply, and what was dropped."""
    current = settled(questionnaire, response, now=now)
    answers = from_fhir(questionnaire, current)
    told = _told(questionnaire, current, answers, now)
    applies = {
        key(item.link_id, holder.numbers)
        for holder, item in told.response.places()
        if told.applicable.state(holder, item) is not False
    }
    dropped = (
        Dropped(of, questionnaire.by_link_id[place(of)[0]].text, values)
        for of, values in answers.items()
        if of not in applies and place(of)[0] in questionnaire.by_link_id
    )
    return {**told.applicable.left.resource, "status": "completed"}, tuple(dropped)


def _told(
    questionnaire: Questionnaire,
    response: Mapping[str, Any],
    answers: Answers,
    now: datetime,
    empty: Empty = Empty.NOWHERE,
) -> Check:
    raw = to_fhir(questionnaire, answers, status="in-progress", whole=True, empty=empty)
    said = {name: each for name, each in response.items() if name != "item"}
    return decide(questionnaire, {**said, **raw}, now=moments.of(now), own=True)


def _written(questionnaire: Questionnaire, response: Mapping[str, Any], answers: Answers) -> Json:
    """The response with these answers; whatever else it says stays."""
    said = {name: each for name, each in response.items() if name != "item"}
    return to_fhir(questionnaire, answers, status="in-progress") | said


def _questions(told: Check) -> Iterator[tuple[Holder, Item]]:
    return ((holder, item) for holder, item in told.response.places() if item.asks)


def _first(told: Check, holder: Holder, item: Item, known: Facts) -> list[Value]:
    """What is known of it where it may answer it, else what the form sets."""
    facts = [each for each in (known(item.meaning) if item.meaning else ()) if each.kind in item.kinds]
    if facts:
        return facts if item.repeats else facts[:1]
    if item.initial_expression:
        return _worked_out(told, item.initial_expression, holder, item)
    return rules.set_first(item)


def _calculated(told: Check, answers: Answers) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What calculated answers come to now, where nobody has changed them."""
    for holder, item in _questions(told):
        of = key(item.link_id, holder.numbers)
        open_to_it = item.read_only or of not in answers
        if item.calculated_expression and open_to_it and told.applicable.state(holder, item) is not False:
            yield of, _plain(item, _worked_out(told, item.calculated_expression, holder, item))


def _worked_out(told: Check, expression: Expression, holder: Holder, item: Item) -> list[Value]:
    """What an expression finds, as far as it may answer the question; nothing where it cannot be run."""
    given = next((each for each in holder.given if each.item is item), None)
    try:
        found = told.found(expression, told.applicable.stand(holder, item, given))
    except (BadExpression, Trouble, Unknown, TooCostly):
        return []
    values = [each for each in (value_of(one, item.kind) for one in found) if each]
    return values if item.repeats else values[:1]


def _plain(item: Item, values: list[Value]) -> tuple[str, ...]:
    return tuple(plain_values.from_fhir(item, {f"value{each.kind}": each.raw}) for each in values)


def _is_hidden(item: Item, holder: Holder) -> bool:
    """What is hidden, and all that is below it."""
    hidden, around = item.hidden, holder.item
    while not hidden and around and holder.inside:
        hidden, holder = around.hidden, holder.inside.holder
        around = holder.item
    return hidden
