"""What was told already, by meaning: so that nobody is asked twice, and nothing is taken for granted.

A fact is offered, with when and by whom it was told, and becomes an answer only when somebody confirms it. Facts that
differ are all offered.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from onward.casework.answering.seen import Fact, Filling
from onward.policy.meanings import Reuse, reuse_of
from onward.questionnaires.definition import Item
from onward.questionnaires.issues import Wrong
from onward.questionnaires.validity import applying, problems
from onward.records import queries as remembered
from onward.records import responses
from onward.records.responses import GivenSeen

Facts = Mapping[str, Sequence[Fact]]


def facts(case: UUID, *, apart_from: UUID | None = None) -> Facts:
    """What was told in this case, and about the same person in others that may be seen; newest first.

    `apart_from` leaves out one response. What is about one request only stays within its case.
    """
    person = remembered.case_person(case)
    cases = {case, *(remembered.cases_of(person.id) if person else ())}
    forms = {each.id: each.questionnaire for each in responses.responses(cases)}
    told: dict[str, list[Fact]] = {}
    for row in reversed(_standing(responses.given(cases))):
        fact = _fact(row, forms[row.response], own=row.case == case)
        if row.response != apart_from and _may_be_offered(fact):
            told.setdefault(row.meaning, []).append(fact)
    return told


def offers(filling: Filling, told: Facts) -> dict[str, list[Fact]]:
    """By key: what was told that may answer a question, where the question stands unanswered or otherwise answered.

    Facts with the same values are one, the newest. Below groups that repeat nothing is offered: which occurrence a
    fact is about cannot be told from what it means.
    """
    offered: dict[str, list[Fact]] = {}
    for item in filling.form.walk():
        if item.asks and item.meaning and not item.hidden and not filling.form.numbered_above[item.link_id]:
            answered = tuple(filling.answers.get(item.link_id, ()))
            fitting = [each for each in _apart(told.get(item.meaning, ())) if _fits(item, each)]
            if differing := [each for each in fitting if each.values != answered]:
                offered[item.link_id] = differing
    return offered


def agreed(filling: Filling, offered: Mapping[str, Sequence[Fact]]) -> dict[str, Fact]:
    """The offers, of which one alone was told, that would answer questions that apply and are unanswered.

    What is confirmed may bring further questions: those are counted too.
    """
    found: dict[str, Fact] = {}
    while more := _next(filling, offered, found):
        found |= more
    wrong = _wrong(filling, found)
    return {key: fact for key, fact in found.items() if key not in wrong}


def _next(
    filling: Filling, offered: Mapping[str, Sequence[Fact]], found: Mapping[str, Fact]
) -> dict[str, Fact]:
    answers = {**filling.answers, **{key: fact.values for key, fact in found.items()}}
    applies = applying(filling.form, answers)
    return {
        key: facts[0]
        for key, facts in offered.items()
        if len(facts) == 1 and key in applies and not answers.get(key)
    }


def _fits(item: Item, fact: Fact) -> bool:
    """Whether a choice has these answers: its options may differ from those it was told with."""
    codes = {each.code for each in item.options}
    return item.type != "choice" or codes >= set(fact.values)


def _standing(rows: Iterable[GivenSeen]) -> list[GivenSeen]:
    """The last word on each question of each response, where it is an answer with a meaning; oldest first."""
    last: dict[tuple[UUID, str], GivenSeen] = {}
    for row in rows:
        last.pop((row.response, row.key), None)
        last[row.response, row.key] = row
    return [row for row in last.values() if row.values and row.meaning and not row.dropped]


def _may_be_offered(fact: Fact) -> bool:
    return fact.own or reuse_of(fact.meaning) is Reuse.PERSON


def _apart(told: Iterable[Fact]) -> list[Fact]:
    seen: dict[tuple[str, ...], Fact] = {}
    for each in told:
        seen.setdefault(each.values, each)
    return list(seen.values())


def _wrong(filling: Filling, found: Mapping[str, Fact]) -> set[str]:
    answers = {**filling.answers, **{key: fact.values for key, fact in found.items()}}
    told = problems(filling.form, answers, today=filling.keep_until)
    return {each.key for each in told if each.wrong is not Wrong.MISSING}


def _fact(row: GivenSeen, questionnaire: str, *, own: bool) -> Fact:
    return Fact(row.id, row.meaning, row.values, row.said_on, row.by, questionnaire, own)
