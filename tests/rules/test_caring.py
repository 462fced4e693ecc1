"""Who appears to be a carer: the sentences beside this file, and what holds whatever is said."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.caring import phrases
from onward.rules import caring
from onward.vocabulary.caring import SENTENCES, Duty, Reason, View

TODAY = date(2026, 11, 21)
CASES = yaml.safe_load((Path(__file__).parent / "caring.yaml").read_text(encoding="utf-8"))
STRENGTH = [View.DOES_NOT, View.MAY, View.APPEARS]
said = st.builds(
    caring.Said,
    helps=st.none() | st.booleans(),
    will_help=st.booleans(),
    does_tasks=st.booleans(),
    asks_for_assessment=st.booleans(),
    wants_help_with_caring=st.booleans(),
    spoken=st.lists(st.sampled_from(["look after my mum", "relies on me"]), max_size=2, unique=True).map(
        tuple
    ),
    works=st.booleans(),
    close=st.booleans(),
    under_18=st.booleans(),
    for_child=st.booleans(),
)


def told(case: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    given_so = {meaning: each if isinstance(each, list) else [each] for meaning, each in case["told"].items()}
    return {meaning: tuple(str(one) for one in each) for meaning, each in given_so.items()}


@pytest.mark.parametrize("case", [pytest.param(each, id=each["sentence"]) for each in CASES])
def test_who_appears_to_be_a_carer(case: dict[str, Any]) -> None:
    answer = caring.appears(caring.facts(told(case), on=TODAY, phrases=phrases()))
    assert (answer.view, answer.duty) == (case["view"], case.get("duty"))
    assert [each.reason for each in answer.because] == case["because"]


def test_the_sentences_read_every_meaning_that_the_rule_reads_and_every_reason() -> None:
    assert {meaning for case in CASES for meaning in case["told"]} == set(caring.MEANINGS)
    assert {reason for case in CASES for reason in case["because"]} == set(Reason)
    assert SENTENCES.keys() == set(Reason)


def test_her_own_words_are_said_back_to_her() -> None:
    words = ("I look after my mum. She relies on me.",)
    answer = caring.appears(caring.facts({"words": words}, on=TODAY, phrases=phrases()))
    assert answer.because[0].says == "In your own words you wrote: “relies on me”, “look after my mum”."


def test_reasons_are_sentences_with_the_source_for_officers() -> None:
    answer = caring.appears(caring.Said(helps=True))
    assert [(each.says, each.source) for each in answer.because] == [
        SENTENCES[Reason.HELPS],
        SENTENCES[Reason.MAY_ASK],
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I look after my mum", ("look after my mum",)),
        ("I LOOK AFTER: my mum!", ("look after my mum",)),
        ("I look\nafter  my mum", ("look after my mum",)),
        ("I overlook after my mum", ()),
        ("I look after my mummy", ()),
        ("my mum looks after me", ()),
        ("", ()),
    ],
)
def test_a_phrase_stands_in_the_words_whole_or_not_at_all(words: str, found: tuple[str, ...]) -> None:
    assert caring.spoken(words, phrases()) == found


@given(said)
def test_nobody_is_refused(said: caring.Said) -> None:
    answer = caring.appears(said)
    assert answer.because[-1].reason is Reason.MAY_ASK
    assert len(answer.because) > 1
    assert all(each.says and each.source for each in answer.because)


@given(said)
def test_a_law_is_named_where_and_only_where_caring_shows(said: caring.Said) -> None:
    answer = caring.appears(said)
    assert (answer.duty is None) == (answer.view is View.DOES_NOT)
    assert not (said.under_18 and answer.duty not in (None, Duty.YOUNG_CARER))
    assert not (answer.duty is Duty.CARER and said.for_child)


@given(said, st.sampled_from(["will_help", "does_tasks", "asks_for_assessment", "wants_help_with_caring"]))
def test_to_say_more_of_caring_never_makes_it_look_less(said: caring.Said, more: str) -> None:
    changed: dict[str, Any] = {more: True}
    before, after = caring.appears(said).view, caring.appears(replace(said, **changed)).view
    assert STRENGTH.index(after) >= STRENGTH.index(before)


@given(said)
def test_whoever_helps_unpaid_and_does_not_do_it_as_work_appears_to_be_one(said: caring.Said) -> None:
    assert caring.appears(replace(said, helps=True, works=False)).view is View.APPEARS


@given(said)
def test_work_alone_is_never_enough(said: caring.Said) -> None:
    worker = replace(said, works=True, close=False)
    assert caring.appears(worker).view is not View.APPEARS


@given(st.dates(date(1920, 1, 1), TODAY))
def test_one_is_under_18_until_the_day_that_18_years_are_lived(born: date) -> None:
    found = caring.facts({"person-birth-date": (born.isoformat(),)}, on=TODAY, phrases=()).under_18
    assert found == (born > date(TODAY.year - 18, TODAY.month, TODAY.day))
