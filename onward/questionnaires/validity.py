"""Whether answers are valid for a form, and what is wrong where they are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onward.questionnaires import (
    choices,
    json_text,
    moments,
    presence,
    reading,
    responses,
    rules,
    sizes,
    sources,
    standing,
)
from onward.questionnaires.answers import Answers, to_fhir
from onward.questionnaires.applicability import Applicable, applicable
from onward.questionnaires.checking import Check
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.expressions import Runner
from onward.questionnaires.issues import Issue, Severity, Wrong, fatal, shown
from onward.questionnaires.moments import Moment
from onward.questionnaires.responses import ROOT, Response
from onward.questionnaires.sources import Sources
from onward.questionnaires.value_sets import ValueSets


@dataclass(frozen=True)
class Judged:
    """Answers read against their form: what applies, and everything wrong with them."""

    response: Response
    applicable: Applicable
    issues: list[Issue]
    runner: Runner


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one question of a page. `length` is how long the answer is."""

    item: Item
    wrong: Wrong
    length: int = 0


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
    return [*issues, *judge(read.questionnaire, response, found, now=moments.of(now)).issues]


def judge(
    questionnaire: Questionnaire, raw: Mapping[str, Any], found: Sources | None = None, *, now: Moment | None
) -> Judged:
    """The answers, what of them applies, and what is wrong. The form's own faults are not repeated.

    Where the time is not told (None), what depends on it cannot be told either.
    """
    response = responses.read(raw, questionnaire)
    value_sets = ValueSets(found or sources.gather(questionnaire.raw)[0])
    runner = Runner(questionnaire, value_sets, now)
    applies = applicable(questionnaire, response, runner)
    runner.on(applies.resource)
    told = Check(questionnaire, response, applies, runner, value_sets)
    issues = [*standing.check(questionnaire, raw, now), *response.issues, *applies.issues]
    kept = [*presence.check(told), *sizes.check(told), *choices.check(told), *rules.check(told)]
    softened = raw.get("status") in standing.OPEN if isinstance(raw.get("status"), str) else False
    issues += [each.softened() for each in kept] if softened else kept
    return Judged(response, applies, issues, runner)


def applying(questionnaire: Questionnaire, answers: Answers, *, today: date | None = None) -> frozenset[str]:
    """The linkIds that apply. An item below one that does not apply does not apply either."""
    judged = _judged(questionnaire, answers, today)
    states = judged.applicable.states
    open_to = {link_id for (_, link_id), state in states.items() if state is not False}
    return frozenset(each.link_id for each in questionnaire.walk() if each.link_id in open_to)


def kept(
    questionnaire: Questionnaire, answers: Answers, *, today: date | None = None
) -> dict[str, tuple[str, ...]]:
    """Only the answers to questions that apply: what is sent on completion."""
    applies = applying(questionnaire, answers, today=today)
    return {link_id: values for link_id, values in answers.items() if link_id in applies and values}


def problems(
    questionnaire: Questionnaire, answers: Answers, *, today: date, within: Item | None = None
) -> list[Problem]:
    """Everything wrong with the answers to questions that apply, in the order they are asked.

    `within` looks at one page only; `today` is for questions about dates that may not lie ahead.
    """
    sent = kept(questionnaire, answers, today=today)
    found: dict[str, dict[Wrong, Problem]] = {}
    for issue in _judged(questionnaire, sent, today).issues:
        if issue.bad and issue.link_id in questionnaire.by_link_id:
            item = questionnaire.item(issue.link_id)
            length = max((len(each) for each in sent.get(item.link_id, ())), default=0)
            found.setdefault(item.link_id, {}).setdefault(issue.wrong, Problem(item, issue.wrong, length))
    items = within.walk() if within else questionnaire.walk()
    return [problem for item in items for problem in found.get(item.link_id, {}).values()]


def _judged(questionnaire: Questionnaire, answers: Answers, today: date | None) -> Judged:
    now = Moment("dateTime", (today.year, today.month, today.day, 0, 0, 0), 0) if today else None
    return judge(questionnaire, to_fhir(questionnaire, answers, status="completed", whole=True), now=now)


def _wanted(response: Any) -> str:
    said = response.get("questionnaire") if isinstance(response, Mapping) else None
    return said if isinstance(said, str) else ""
