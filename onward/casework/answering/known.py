"""What was told already, by meaning: so that nobody is asked twice, and nothing is taken for granted.

A fact is offered, with when and by whom it was told, and becomes an answer only when somebody confirms it. Facts that
differ are all offered.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from onward.casework.answering.seen import Fact, Filling
from onward.policy.meanings import Reuse, reuse_of
from onward.questionnaires.answers import Answers
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
    """By key: what may answer a question that applies and stands unanswered or otherwise answered.

    Facts with the same values are one, the newest. Below groups that repeat nothing is offered: which occurrence a
    fact is about cannot be told from what it means.
    """
    form = filling.form
    applies = applying(form, filling.answers)
    offered: dict[str, list[Fact]] = {}
    for item in form.walk():
        if item.asks and item.meaning and item.link_id in applies and not item.hidden:
            answered = tuple(filling.answers.get(item.link_id, ()))
            if fitting := [each for each in _apart(told.get(item.meaning, ())) if each.values != answered]:
                offered[item.link_id] = fitting
    return _that_fit(filling, offered)


def agreed(filling: Filling, offered: Mapping[str, Sequence[Fact]]) -> dict[str, Fact]:
    """The offers for unanswered questions about which nothing else was told."""
    return {
        key: found[0] for key, found in offered.items() if len(found) == 1 and not filling.answers.get(key)
    }


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


def _that_fit(filling: Filling, offered: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """Only what the question could be answered with: its options or its type may differ from where it was told."""
    most = max(map(len, offered.values()), default=0)
    fitting: dict[str, list[Fact]] = {}
    for number in range(most):
        tried = {key: found[number] for key, found in offered.items() if number < len(found)}
        wrong = _wrong(filling, {key: each.values for key, each in tried.items()})
        for key, each in tried.items():
            if key not in wrong:
                fitting.setdefault(key, []).append(each)
    return {key: fitting[key] for key in offered if key in fitting}


def _wrong(filling: Filling, tried: Answers) -> set[str]:
    answers = {**filling.answers, **tried}
    found = problems(filling.form, answers, today=filling.keep_until)
    return {each.item.link_id for each in found if each.wrong is not Wrong.MISSING}


def _fact(row: GivenSeen, questionnaire: str, *, own: bool) -> Fact:
    return Fact(row.id, row.meaning, row.values, row.said_on, row.by, questionnaire, own)
