"""Whether answers are valid for a form, and what is wrong where they are not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onward.questionnaires import (
    choices,
    json_text,
    moments,
    presence,
    reading,
    rules,
    sizes,
    sources,
    standing,
)
from onward.questionnaires.answers import Answers, Empty, Numbers, key, place, to_fhir
from onward.questionnaires.checking import Check, decide
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.issues import Issue, Severity, Wrong, fatal, shown
from onward.questionnaires.moments import Moment
from onward.questionnaires.responses import ROOT


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one question of a page. `length` is how long the answer is, `key` which answer it is.

    `human` is the form's own sentence about it, where it has one. The key of a rule that one occurrence of a repeating
    group breaks ends with the number of that occurrence.
    """

    item: Item
    wrong: Wrong
    length: int = 0
    key: str = ""
    human: str = ""


def check_texts(form: bytes, answers: bytes, *, now: datetime) -> list[Issue]:
    """Everything wrong with a form and answers to it, both as JSON text. Nothing in them raises."""
    questionnaire, issues = json_text.read(form, "The form")
    response, others = json_text.read(answers, "The response")
    issues += others
    if any(each.severity is Severity.FATAL for each in issues):
        return issues
    try:
        return [*issues, *check(questionnaire, response, now=now)]
    except RecursionError:
        return [*issues, fatal("too-costly", "There is more inside each other than can be looked at.")]


def check(form: Any, response: Any, *, now: datetime) -> list[Issue]:
    """Everything wrong with a Questionnaire (or a Bundle with one) and a QuestionnaireResponse to it.

    `now` is the caller's clock: for `today()` in expressions and for the period in which the form is used.
    """
    found, issues = sources.gather(form, _wanted(response))
    if any(each.bad for each in issues):
        return issues
    read = reading.examine(found.questionnaire)
    issues += read.issues
    if not isinstance(response, Mapping) or response.get("resourceType") != ROOT:
        kind = response.get("resourceType") if isinstance(response, Mapping) else response
        return [*issues, fatal("structure", f"resourceType is {shown(kind)}; it has to be {ROOT}.", ROOT)]
    if read.questionnaire is None or any(each.bad and each.code == "too-costly" for each in read.issues):
        return issues
    return [*issues, *issues_of(decide(read.questionnaire, response, found, now=moments.of(now)))]


def issues_of(told: Check) -> list[Issue]:
    """What is wrong with answers to a form. Where they are not meant to be complete, what they miss is a warning."""
    raw = told.response.raw
    issues = [
        *standing.check(told.questionnaire, raw, told.runner.now),
        *told.response.issues,
        *told.applicable.issues,
    ]
    kept = [*presence.check(told), *sizes.check(told), *choices.check(told), *rules.check(told)]
    softened = isinstance(raw.get("status"), str) and raw["status"] in standing.OPEN
    return issues + ([each.softened() for each in kept] if softened else kept)


def applying(questionnaire: Questionnaire, answers: Answers, *, today: date | None = None) -> frozenset[str]:
    """The keys of what applies. An item below one that does not apply, or has no answer, does not apply either.

    Of each repeating group that is one occurrence more than was answered: the empty one that a page can show.
    """
    return frozenset(_applying(_decided(questionnaire, answers, today, Empty.NEXT)))


def applying_of(
    questionnaire: Questionnaire, answers: Answers, pages: Sequence[Item], *, today: date | None = None
) -> list[Item]:
    """Those of these pages (or other items at the top) that apply. Only what they depend on is looked at."""
    if not any(each.conditions or each.enable_expression for each in pages):
        return list(pages)
    told = _decided(questionnaire, _looked_at(questionnaire, answers, pages), today)
    root = told.response.root
    return [each for each in pages if told.applicable.state(root, each) is not False]


def _looked_at(questionnaire: Questionnaire, answers: Answers, pages: Sequence[Item]) -> Answers:
    """The answers on which it depends whether these apply: all, where an expression may look at any."""
    found: set[str] = set()
    waiting = [each.link_id for each in pages]
    while waiting:
        link_id = waiting.pop()
        if link_id not in found:
            found.add(link_id)
            waiting.extend(questionnaire.needs[link_id])
    if any(questionnaire.by_link_id[each].enable_expression for each in found):
        return answers
    return {of: values for of, values in answers.items() if place(of)[0] in found}


def kept(
    questionnaire: Questionnaire, answers: Answers, *, today: date | None = None
) -> dict[str, tuple[str, ...]]:
    """Only the answers to questions that apply: what is sent on completion."""
    applies = applying(questionnaire, answers, today=today)
    return {each: values for each, values in answers.items() if each in applies and values}


def problems(
    questionnaire: Questionnaire, answers: Answers, *, today: date, within: Item | None = None
) -> list[Problem]:
    """Everything wrong with the answers to questions that apply, in the order they are asked.

    `within` looks at one page only; `today` is for questions about dates that may not lie ahead. A rule about the
    whole form is told on its last page.
    """
    found = judged(questionnaire, answers, today=today).problems
    on_page = {each.link_id for each in within.walk()} if within else questionnaire.by_link_id
    return [each for each in found if each.item.link_id in on_page]


@dataclass(frozen=True)
class Judged:
    """The keys of what applies, and everything wrong with the answers to it, both in the order of the form."""

    applies: Collection[str]
    problems: list[Problem]


def judged(questionnaire: Questionnaire, answers: Answers, *, today: date) -> Judged:
    """What applies and what is wrong with it, worked out together."""
    told = _decided(questionnaire, answers, today)
    asked = dict.fromkeys(_applying(told))
    found: dict[str, dict[Wrong, Problem]] = {}
    for problem in _problems(told, answers, asked):
        found.setdefault(_of_item(questionnaire, problem.key), {}).setdefault(problem.wrong, problem)
    return Judged(asked, [one for each in asked for one in found.get(each, {}).values()])


def _problems(told: Check, answers: Answers, asked: Collection[str]) -> Iterator[Problem]:
    questionnaire = told.questionnaire
    bad = [each for each in issues_of(told) if each.bad]
    numbers = _numbers(told) if bad else {}
    last = next(
        (each for each in reversed(questionnaire.items) if key(each.link_id) in asked and not each.hidden),
        None,
    )
    for issue in bad:
        item = questionnaire.by_link_id.get(issue.link_id, last)
        if item is None:
            continue
        at = numbers.get(issue.place, numbers.get(issue.place.rpartition(".")[0], ()))
        depth = len(at) if issue.code == "invariant" else len(questionnaire.numbered_above[item.link_id])
        where = key(item.link_id, at[:depth])
        length = max((len(each) for each in answers.get(where, ())), default=0)
        yield Problem(item, issue.wrong, length, where, issue.human)


def _of_item(questionnaire: Questionnaire, of: str) -> str:
    """The key without the number of the item itself."""
    link_id, numbers = place(of)
    return key(link_id, numbers[: len(questionnaire.numbered_above[link_id])])


def _applying(told: Check) -> Iterator[str]:
    """The keys of what applies, in the order of the form."""
    for holder, item in told.response.places():
        if told.applicable.state(holder, item) is not False:
            yield key(item.link_id, holder.numbers)


def _numbers(told: Check) -> dict[str, Numbers]:
    """Which occurrence each place of the response is in."""
    found = {given.place: given.holder.numbers for given in told.response.given}
    return found | {holder.place: holder.numbers for holder, _ in told.response.holders()}


def _decided(
    questionnaire: Questionnaire, answers: Answers, today: date | None, empty: Empty = Empty.NOWHERE
) -> Check:
    raw = to_fhir(questionnaire, answers, status="completed", whole=True, empty=empty)
    return decide(questionnaire, raw, now=_midnight(today), own=True)


def _midnight(today: date | None) -> Moment | None:
    return Moment("dateTime", (today.year, today.month, today.day, 0, 0, 0), 0) if today else None


def _wanted(response: Any) -> str:
    said = response.get("questionnaire") if isinstance(response, Mapping) else None
    return said if isinstance(said, str) else ""
