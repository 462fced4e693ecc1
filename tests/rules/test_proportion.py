"""How an assessment may be done, and by whom: the sentences beside this file, and what holds whatever is said."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.files import PolicyProblem
from onward.policy.proportion import limits, parse
from onward.policy.questionnaires import questionnaires
from onward.rules import proportion
from onward.vocabulary.proportion import SENTENCES, ByWhom, Oversight, Reason, Route
from onward.vocabulary.screening import Urgency
from tests.reading_age import MOST_GRADE, grade

CASES = yaml.safe_load((Path(__file__).parent / "proportion.yaml").read_text(encoding="utf-8"))
LIMITS = proportion.Limits(assessor_from=2, qualified_from=5)
said = st.builds(
    proportion.Said,
    together=st.none() | st.booleans(),
    capacity_in_doubt=st.booleans(),
    nobody_to_help=st.booleans(),
    urgency=st.sampled_from(Urgency),
    safeguarding=st.booleans(),
    hard=st.none() | st.integers(0, 12),
    changes=st.booleans(),
    deafblind=st.booleans(),
    may_be_deafblind=st.booleans(),
    understanding=st.booleans(),
    cannot_ring=st.booleans(),
    language=st.booleans(),
    not_to_be_reached=st.booleans(),
)
GRAVE = (
    "capacity_in_doubt",
    "safeguarding",
    "changes",
    "deafblind",
    "understanding",
    "cannot_ring",
    "language",
)


@pytest.mark.parametrize("case", [pytest.param(each, id=each["sentence"]) for each in CASES])
def test_how_by_whom_and_with_what_oversight(case: dict[str, Any]) -> None:
    told = {meaning: frozenset(codes) for meaning, codes in case.get("told", {}).items()}
    urgency = Urgency[case.get("urgency", "ordinary").upper()]
    known = proportion.facts(told, urgency=urgency, safeguarding=case.get("safeguarding", False))
    answer = proportion.propose(known, LIMITS)
    assert (answer.route.code, answer.by_whom.code, answer.oversight) == (
        case["route"],
        case["by_whom"],
        case["oversight"],
    )
    assert [each.reason for each in answer.because] == case["because"]


def test_the_sentences_read_every_meaning_give_every_reason_and_come_to_every_answer() -> None:
    assert {meaning for case in CASES for meaning in case.get("told", {})} == set(proportion.MEANINGS)
    assert {reason for case in CASES for reason in case["because"]} == set(Reason) == SENTENCES.keys()
    assert {case["route"] for case in CASES} == {each.code for each in Route}
    assert {case["by_whom"] for case in CASES} == {each.code for each in ByWhom}
    assert {case["oversight"] for case in CASES} == set(Oversight)


def test_reasons_are_sentences_with_the_source_for_officers() -> None:
    answer = proportion.propose(proportion.Said(), LIMITS)
    assert [(each.says, each.source) for each in answer.because] == [
        SENTENCES[each] for each in (Reason.LITTLE_KNOWN, Reason.WISH_NOT_KNOWN, Reason.MAY_CHOOSE)
    ]


def test_reasons_are_plain_to_read() -> None:
    assert grade([says for says, _ in SENTENCES.values()]) <= MOST_GRADE


def test_everything_that_it_reads_is_asked() -> None:
    items = [item for form in questionnaires() for item in form.everything()]
    assert set(proportion.MEANINGS) - {each.meaning for each in items} == set()
    codes = {option.code for each in items for option in each.options}
    assert codes >= proportion.MANAGES | proportion.CHANGING


def test_the_limits_are_policy() -> None:
    assert limits() == LIMITS
    assert parse({"assessor_from": 0, "qualified_from": 0}) == proportion.Limits(0, 0)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"assessor_from": 2},
        {"assessor_from": "two", "qualified_from": 5},
        {"assessor_from": 6, "qualified_from": 5},
        {"assessor_from": -1, "qualified_from": 5},
    ],
)
def test_limits_that_are_not_as_expected_are_told(content: dict[str, Any]) -> None:
    with pytest.raises(PolicyProblem, match="england/proportion"):
        parse(content)


@given(said)
def test_nobody_does_it_alone_or_jointly_who_did_not_wish_it(said: proportion.Said) -> None:
    if not said.together:
        assert proportion.propose(said, LIMITS).route >= Route.PHONE


@given(said)
def test_whoever_wishes_it_and_of_whose_capacity_nobody_doubts_does_it_jointly(said: proportion.Said) -> None:
    wished = replace(said, together=True, capacity_in_doubt=False)
    assert proportion.propose(wished, LIMITS).route <= Route.SUPPORTED_SELF


@given(said)
def test_a_deafblind_person_is_assessed_by_a_specialist(said: proportion.Said) -> None:
    assert proportion.propose(replace(said, deafblind=True), LIMITS).by_whom is ByWhom.SPECIALIST


@given(said, st.sampled_from(GRAVE))
def test_more_that_is_grave_never_brings_less(said: proportion.Said, more: str) -> None:
    changed: dict[str, Any] = {more: True}
    before = proportion.propose(replace(said, together=None), LIMITS)
    after = proportion.propose(replace(said, together=None, **changed), LIMITS)
    assert (after.route, after.by_whom) >= (before.route, before.by_whom)
    assert after.route >= before.route
    assert after.by_whom >= before.by_whom


@given(said)
def test_silence_is_not_the_lack_of_a_need(said: proportion.Said) -> None:
    silent = proportion.propose(replace(said, hard=None), LIMITS)
    nothing_hard = proportion.propose(replace(said, hard=0), LIMITS)
    assert silent.by_whom >= nothing_hard.by_whom
    assert silent.by_whom >= ByWhom.ASSESSOR


@given(said)
def test_a_qualified_worker_always_has_a_part(said: proportion.Said) -> None:
    answer = proportion.propose(said, LIMITS)
    assert (answer.oversight is Oversight.AUTHORISED) == (answer.by_whom < ByWhom.QUALIFIED)
    assert answer.because[-1].reason is Reason.MAY_CHOOSE
