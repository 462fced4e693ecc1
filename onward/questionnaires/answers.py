"""Answers as pages take them, by key, and their FHIR QuestionnaireResponse.

The key of an answer is its question's linkId. Below repeating groups it is `linkId@2` or `linkId@2.1`: which occurrence
of each, outermost first. Below a question that repeats and brings questions with each answer, it is which answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import Any

from onward.questionnaires import limits, plain_values
from onward.questionnaires.definition import GROUP, Item, Questionnaire

# What was answered: every value as text (`plain_values` says how).
Answers = Mapping[str, tuple[str, ...]]
Numbers = tuple[int, ...]
Json = dict[str, Any]

_NUMBERED = re.compile(r"(.*)@((?:[1-9][0-9]*(?:\.[1-9][0-9]*)*)?)", re.ASCII | re.DOTALL)


class Empty(Enum):
    """Which occurrences of a group that repeats are there without an answer: the first at least, or always one more."""

    NOWHERE = "nowhere"
    FIRST = "first"
    NEXT = "next"


def key(link_id: str, numbers: Numbers = ()) -> str:
    """The key of an item; `numbers` are those of what is above it and repeats, outermost first."""
    if numbers or ("@" in link_id and _NUMBERED.fullmatch(link_id)):
        return f"{link_id}@{'.'.join(map(str, numbers))}"
    return link_id


def place(of: str) -> tuple[str, Numbers]:
    """The linkId and the numbers of a key."""
    found = _NUMBERED.fullmatch(of) if "@" in of else None
    if not found:
        return of, ()
    return found[1], tuple(int(each) for each in found[2].split(".") if each)


def meaning_of(questionnaire: Questionnaire, of: str) -> str:
    """What the question with this key means; empty where the form has no such question or says nothing of it."""
    item = questionnaire.by_link_id.get(place(of)[0])
    return item.meaning if item else ""


def occurrences(questionnaire: Questionnaire, answers: Answers, group: Item, numbers: Numbers = ()) -> int:
    """How often a repeating group is there, as far as was answered, and at least once."""
    return max(_most(questionnaire, answers).get((group.link_id, numbers), 0), 1)


def meaning(questionnaire: Questionnaire, answers: Answers, code: str) -> tuple[str, ...]:
    """The answers to whichever question has this meaning, of every occurrence; empty where none was answered."""
    for item in questionnaire.walk():
        if item.meaning == code and (found := _of(item, answers)):
            return found
    return ()


def one(questionnaire: Questionnaire, answers: Answers, code: str) -> str:
    """The single answer with this meaning, or an empty text."""
    return next(iter(meaning(questionnaire, answers, code)), "")


def to_fhir(
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    status: str,
    whole: bool = False,
    empty: Empty = Empty.NOWHERE,
) -> Json:
    """The QuestionnaireResponse for these answers.

    Groups without an answer are left out, but for a `whole` response, in which what they miss is looked for; `empty`
    says which occurrences of groups that repeat are there without an answer. What is below a question that has no
    answer is kept in an answer without a value, and left out of a whole response.
    """
    written: Json = {"resourceType": "QuestionnaireResponse"}
    if questionnaire.url:
        version = f"|{questionnaire.version}" if questionnaire.version else ""
        written["questionnaire"] = f"{questionnaire.url}{version}"
    written["status"] = status
    writer = _Writer(answers, _most(questionnaire, answers), whole, empty)
    if items := writer.items(questionnaire.items, ()):
        written["item"] = items
    return written


def from_fhir(questionnaire: Questionnaire, response: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Answers by key from a QuestionnaireResponse. What the form does not have keeps its linkId."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each, text in _read(questionnaire, response.get("item", ()), {}):
        found[each].append(text)
    return {each: tuple(texts) for each, texts in found.items()}


def _of(item: Item, answers: Answers) -> tuple[str, ...]:
    """The answers to a question, of every occurrence in order."""
    if item.link_id in answers:
        return answers[item.link_id]
    places = sorted((place(each)[1], each) for each in answers if place(each)[0] == item.link_id)
    return tuple(chain.from_iterable(answers[each] for _, each in places))


def _most(questionnaire: Questionnaire, answers: Answers) -> dict[tuple[str, Numbers], int]:
    """How many occurrences were answered of each item that numbers what is below it."""
    found: dict[tuple[str, Numbers], int] = {}
    for each, values in answers.items():
        link_id, numbers = place(each)
        above = questionnaire.numbered_above.get(link_id, ())
        if not values or len(numbers) != len(above) or max(numbers, default=0) > limits.OCCURRENCES:
            continue
        for depth, (one, number) in enumerate(zip(above, numbers, strict=True)):
            where = (one, numbers[:depth])
            found[where] = max(found.get(where, 0), number)
    return found


@dataclass(frozen=True)
class _Writer:
    answers: Answers
    most: Mapping[tuple[str, Numbers], int]
    whole: bool
    empty: Empty

    def items(self, items: tuple[Item, ...], numbers: Numbers) -> list[Json]:
        return [each for item in items for each in self.item(item, numbers)]

    def item(self, item: Item, numbers: Numbers) -> Iterator[Json]:
        if item.asks:
            yield from self.question(item, numbers)
        elif item.type == GROUP and item.numbered:
            most = self.most.get((item.link_id, numbers), 0)
            most = max(most, 1) if self.empty is Empty.FIRST else most + (self.empty is Empty.NEXT)
            for number in range(1, most + 1):
                yield _written(item, {"item": self.items(item.items, (*numbers, number))})
        elif item.type == GROUP:
            below = self.items(item.items, numbers)
            if below or self.whole:
                yield _written(item, {"item": below})

    def question(self, item: Item, numbers: Numbers) -> Iterator[Json]:
        given = self.answers.get(key(item.link_id, numbers), ())
        answers = [plain_values.to_fhir(item, text) for text in given]
        for number, below in enumerate(self.below(item, numbers, len(answers))):
            if number == len(answers) and not self.whole:
                answers.append({})
            if below and number < len(answers):
                answers[number]["item"] = below
        if any(answers):
            yield _written(item, {"answer": answers})

    def below(self, item: Item, numbers: Numbers, answers: int) -> Iterator[list[Json]]:
        """What is below each answer, in order."""
        if item.numbered:
            for number in range(1, max(answers, self.most.get((item.link_id, numbers), 0)) + 1):
                yield self.items(item.items, (*numbers, number))
        elif below := self.items(item.items, numbers):
            yield below


def _written(item: Item, inside: Json) -> Json:
    said = {"linkId": item.link_id, "text": item.text, **inside}
    return {name: each for name, each in said.items() if each or name == "linkId"}


def _read(questionnaire: Questionnaire, items: Any, above: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    seen: defaultdict[str, int] = defaultdict(int)
    for raw in items:
        link_id = raw["linkId"]
        numbers = tuple(above.get(each, 1) for each in questionnaire.numbered_above.get(link_id, ()))
        if "answer" not in raw:
            seen[link_id] += 1
            yield from _read(questionnaire, raw.get("item", ()), {**above, link_id: seen[link_id]})
        for answer in raw.get("answer", ()):
            seen[link_id] += 1
            if any(each.startswith("value") for each in answer):
                item = questionnaire.by_link_id.get(link_id)
                yield key(link_id, numbers), plain_values.from_fhir(item, answer)
            yield from _read(questionnaire, answer.get("item", ()), {**above, link_id: seen[link_id]})
