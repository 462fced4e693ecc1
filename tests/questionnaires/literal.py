"""The standard read slowly and literally, over plain JSON: what applies, and what is asked next.

Nothing of the engine is used here, and nothing is remembered: whether an item applies is worked out again each time.
Sources: FHIR R4 Questionnaire.item.enableWhen, http://hl7.org/fhir/questionnaire-enable-operator, SDC form behaviour.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = dict[str, Any]
GRAMS = {"g": 1, "kg": 1000}


@dataclass
class Place:
    """A place where an item of the form can stand: within a group, within an answer, or in the response itself.

    `raw` is what stands around it in the response, `item` and `given` the item of the form and of the response that
    this is in, `around` the place of that, and `numbers` which occurrence it is of whatever repeats around it.
    """

    raw: Json
    item: Json
    given: Json
    around: "Place | None"
    numbers: tuple[int, ...]


def everything(form: Json) -> list[Json]:
    """All items of a form, or below an item, from the top."""
    return [each for item in form.get("item", []) for each in [item, *everything(item)]]


def places(form: Json, response: Json, *, spare: bool = False) -> Iterator[tuple[Place, Json]]:
    """Every item in every place where it can stand, in the order of the form.

    A group that is not there counts as there and empty; with `spare`, one that repeats is there once more than it is.
    """
    yield from below(Place(response, form, {}, None, ()), spare)


def below(place: Place, spare: bool) -> Iterator[tuple[Place, Json]]:
    for item in place.item.get("item", []):
        yield place, item
        givens = [each for each in place.raw.get("item", []) if each["linkId"] == item["linkId"]]
        if item["type"] == "group" and (not givens or (spare and item.get("repeats"))):
            givens = [*givens, {}]
        for number, given in enumerate(givens, start=1):
            for inside in insides(item, given, place, number):
                yield from below(inside, spare)


def insides(item: Json, given: Json, place: Place, number: int) -> list[Place]:
    """The group itself, or each answer to a question."""
    repeats = item.get("repeats") and "item" in item
    if item["type"] == "group":
        return [Place(given, item, given, place, (*place.numbers, number) if repeats else place.numbers)]
    return [
        Place(answer, item, given, place, (*place.numbers, each) if repeats else place.numbers)
        for each, answer in enumerate(given.get("answer", []), start=1)
    ]


def applies(form: Json, item: Json, place: Place) -> bool:
    """An item applies where what is around it does, and its conditions are met: all, or any where it says so."""
    if place.around and not applies(form, place.item, place.around):
        return False
    met = [is_met(form, each, item, place) for each in item.get("enableWhen", [])]
    if not met:
        return True
    return any(met) if item.get("enableBehavior") == "any" else all(met)


def is_met(form: Json, condition: Json, item: Json, place: Place) -> bool:
    there = answers(form, condition["question"], item, place)
    wanted = next(value for key, value in condition.items() if key.startswith("answer"))
    operator = condition["operator"]
    if operator == "exists":
        return bool(there) is wanted
    if operator == "!=":
        return not any(order(each, wanted) == 0 for each in there)
    tests = {"=": (0,), ">": (1,), "<": (-1,), ">=": (0, 1), "<=": (-1, 0)}
    return any(order(each, wanted) in tests[operator] for each in there)


def answers(form: Json, question: str, item: Json, place: Place) -> list[Any]:
    """The answers to the nearest occurrence of a question, where that applies."""
    given = nearest(form, question, item, place)
    return [value for answer in given.get("answer", []) for value in values(answer)]


def nearest(form: Json, question: str, item: Json, place: Place) -> Json:
    """Up to what is around both; the last occurrence in it where the question comes before, else the first.

    What does not apply will not be sent, and what has no answer is not there: they are no occurrences.
    """
    while place.around and question not in [each["linkId"] for each in [place.item, *everything(place.item)]]:
        place = place.around
    if place.around and place.item["linkId"] == question:
        return place.given
    found: list[Json] = [
        given
        for where, each in below(place, False)
        if each["linkId"] == question
        for given in where.raw.get("item", [])
        if given["linkId"] == question and "answer" in given and applies(form, each, where)
    ]
    if not found:
        return {}
    order_of_form = [each["linkId"] for each in everything(form)]
    before = order_of_form.index(question) < order_of_form.index(item["linkId"])
    return found[-1] if before else found[0]


def values(answer: Json) -> list[Any]:
    return [value for key, value in answer.items() if key.startswith("value")]


def order(one: Any, other: Any) -> int | None:
    """-1, 0 or 1; None where the two cannot be put in order, or not told apart that far."""
    if isinstance(one, bool) or isinstance(other, bool):
        return 0 if one is other else None
    if isinstance(one, dict):
        return order_of_objects(one, other)
    if isinstance(one, str) and "T" in one and "Z" in one:
        return sign(datetime.fromisoformat(one), datetime.fromisoformat(other))
    if isinstance(one, str) and one[:4].isdigit() and len(one) != len(other):
        shared = min(len(one), len(other))
        return sign(one[:shared], other[:shared]) or None
    return sign(one, other)


def order_of_objects(one: Json, other: Json) -> int | None:
    if "value" in one:
        return sign(one["value"] * GRAMS[one["code"]], other["value"] * GRAMS[other["code"]])
    for name in ("reference", "code", "system"):
        if one.get(name) != other.get(name):
            return None
    return 0


def sign(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)


def is_asked_next(form: Json, item: Json, place: Place) -> bool:
    """A question that applies, is shown, may be answered, and is not answered."""
    if item["type"] in ("group", "display") or item.get("readOnly"):
        return False
    given = [each for each in place.raw.get("item", []) if each["linkId"] == item["linkId"]]
    return not any("answer" in each for each in given) and applies(form, item, place)


def is_answered(given: Json) -> bool:
    """Whether there is an answer in an item, or in anything below it."""
    return "answer" in given or any(is_answered(each) for each in given.get("item", []))


def without_what_is_empty(response: Json) -> Json:
    """A response without what is there only to keep its place: groups at the end that have nothing in them."""
    copy = {name: each for name, each in response.items() if name not in ("item", "answer")}
    if answers := [without_what_is_empty(each) for each in response.get("answer", [])]:
        copy["answer"] = answers
    items = [without_what_is_empty(each) for each in response.get("item", [])]
    kept = [
        each
        for number, each in enumerate(items)
        if any(is_answered(later) for later in items[number:] if later["linkId"] == each["linkId"])
    ]
    return {**copy, "item": kept} if kept else copy
