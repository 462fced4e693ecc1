"""How urgent a request may be, and what to look at: the sentences beside this file, and what holds whatever is said."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.triage import triage
from onward.rules.triage import Answer, Said, propose
from onward.vocabulary.screening import (
    MAY_ASK,
    NOTHING_FOUND,
    SENTENCES,
    SEVERAL,
    Conversation,
    Part,
    Prompt,
    Sign,
    Standing,
    Urgency,
)
from tests.reading_age import MOST_GRADE, grade

CASES = yaml.safe_load((Path(__file__).parent / "triage.yaml").read_text(encoding="utf-8"))
SCREEN = triage().screen
# Everything that policy reads, with a code that it knows nothing of.
CODES = {
    meaning: sorted({code for each in SCREEN.signs for code in each.answers.get(meaning, ())} | {"other"})
    for meaning in triage().meanings
}
SPOKEN = [
    " ".join(phrase) for each in SCREEN.signs for phrases in each.phrases.values() for phrase in phrases
]
answers = st.fixed_dictionaries(
    {}, optional={meaning: st.frozensets(st.sampled_from(codes)) for meaning, codes in CODES.items()}
)
said = st.builds(Said, answers=answers, words=st.frozensets(st.sampled_from(SPOKEN), max_size=3))


def heard(words: str, **answers: list[str]) -> Answer:
    return propose(Said({key: frozenset(each) for key, each in answers.items()}, frozenset([words])), SCREEN)


@pytest.mark.parametrize("case", [pytest.param(each, id=each["sentence"]) for each in CASES])
def test_how_urgent_it_may_be_and_what_to_look_at(case: dict[str, Any]) -> None:
    given_so = {meaning: frozenset(codes) for meaning, codes in case.get("answers", {}).items()}
    answer = propose(Said(given_so, frozenset([case.get("words", "")])), SCREEN)
    assert (answer.urgency.code, [each.sign for each in answer.found]) == (case["urgency"], case["signs"])
    standing, parts = dict(answer.standing), dict(answer.parts)
    assert {each: standing[Prompt(each)] for each in case.get("standing", {})} == case.get("standing", {})
    assert {each: parts[Part(each)] for each in case.get("parts", {})} == case.get("parts", {})


def test_the_sentences_find_every_sign_and_every_sign_has_its_own_sentence() -> None:
    assert {sign for case in CASES for sign in case["signs"]} == set(Sign)
    assert SENTENCES.keys() == set(Sign)
    assert all(says and source for says, source in SENTENCES.values())


def test_the_reasons_are_plain_to_read() -> None:
    assert (
        grade([*(says for says, _ in SENTENCES.values()), SEVERAL[0], NOTHING_FOUND[0], MAY_ASK[0]])
        <= MOST_GRADE
    )


def test_the_reasons_are_those_of_the_signs_and_the_last_says_that_they_may_ask() -> None:
    answer = heard("There is no food. THERE IS NO FOOD.", mood=["very-low"])
    assert [(each.says, each.source, each.spoken) for each in answer.because] == [
        (*SENTENCES[Sign.NO_FOOD], ("NO FOOD", "no food")),
        (*SENTENCES[Sign.VERY_LOW], ()),
        (*MAY_ASK, ()),
    ]
    assert [(each.answered, each.hint) for each in answer.found] == [(False, False), (True, True)]
    assert answer.look_at == (Prompt.FOOD_OR_HEAT, Prompt.MENTAL_HEALTH)


def test_several_things_at_once_are_a_reason_of_their_own() -> None:
    answer = heard("I had a fall. I am worn out. I am being evicted.")
    assert [each.says for each in answer.because][-2:] == [SEVERAL[0], MAY_ASK[0]]
    assert NOTHING_FOUND[0] not in {each.says for each in answer.because}


def test_where_nothing_is_found_it_says_that_it_may_be_wrong() -> None:
    assert [each.says for each in heard("Good morning.").because] == [NOTHING_FOUND[0], MAY_ASK[0]]


def test_each_thing_to_look_at_comes_once_the_most_urgent_first() -> None:
    answer = heard("I had a fall. My son hits me. I had falls. He steals from me.")
    assert answer.look_at == (Prompt.SAFEGUARDING, Prompt.CARE_NOW)
    assert [each.spoken for each in answer.found] == [
        ("hits me", "steals from me"),
        ("had a fall", "had falls"),
    ]


def test_no_name_age_or_other_characteristic_is_read() -> None:
    about = {"person-birth-date", "person-given-name", "person-family-name", "person-postcode", "ethnicity"}
    about |= {"religion", "gender", "sexual-orientation", "language", "asker-name"}
    assert about & (triage().meanings | triage().reads) == set()


@pytest.mark.parametrize(
    ("words", "conversation"),
    [
        ("There is no food.", Conversation.WORK_ON_RISK),
        ("I want to kill myself.", Conversation.WORK_ON_RISK),
        ("I had a fall.", Conversation.LISTEN),
        ("Good morning.", Conversation.LISTEN),
    ],
)
def test_the_conversation_begins_with_the_risk_or_with_listening(words: str, conversation: str) -> None:
    assert heard(words).conversation == conversation


@pytest.mark.parametrize(
    ("words", "ring"),
    [
        ("There is no food.", True),
        ("I want to kill myself.", True),
        ("I had a fall.", False),
        ("He is going to kill me.", False),  # what is said of abuse never changes the person's own page
        ("My son hits me. There is no food.", True),
        ("Good morning.", False),
    ],
)
def test_whether_the_persons_own_page_says_whom_to_ring_now(words: str, ring: bool) -> None:
    assert heard(words).ring_now is ring


@given(said)
def test_it_never_says_that_there_is_no_need(said: Said) -> None:
    answer = propose(said, SCREEN)
    assert answer.because[-1].says == MAY_ASK[0]
    assert len(answer.because) > 1
    assert all(each.says and each.source for each in answer.because)


@given(said, said)
def test_to_say_more_never_makes_it_less_urgent(some: Said, more: Said) -> None:
    both = {
        meaning: some.answers.get(meaning, frozenset()) | more.answers.get(meaning, frozenset())
        for meaning in {*some.answers, *more.answers}
    }
    alone, together = propose(some, SCREEN), propose(Said(both, some.words | more.words), SCREEN)
    assert together.urgency <= alone.urgency
    assert {each.sign for each in alone.found} <= {each.sign for each in together.found}


@given(said)
def test_what_was_not_answered_is_never_read_as_no(said: Said) -> None:
    denied = {prompt for prompt, stands in propose(said, SCREEN).standing if stands is Standing.SAID_NO}
    said_no = {
        prompt
        for prompt, says in SCREEN.no.items()
        if any(codes & said.answers.get(meaning, frozenset()) for meaning, codes in says.items())
    }
    assert denied <= said_no


@given(st.frozensets(st.sampled_from(SPOKEN), max_size=3))
def test_words_alone_deny_nothing(words: frozenset[str]) -> None:
    answer = propose(Said(words=words), SCREEN)
    assert Standing.SAID_NO not in {stands for _, stands in (*answer.standing, *answer.parts)}


@given(said)
def test_the_order_of_answers_changes_nothing(said: Said) -> None:
    turned = Said(dict(reversed(list(said.answers.items()))), frozenset(sorted(said.words, reverse=True)))
    assert propose(turned, SCREEN) == propose(said, SCREEN)


@given(said)
def test_the_most_urgent_sign_leads_and_nothing_is_left_out(said: Said) -> None:
    answer = propose(said, SCREEN)
    urgencies = [each.urgency for each in answer.found]
    assert urgencies == sorted(urgencies)
    assert answer.urgency <= min(urgencies, default=Urgency.ORDINARY)
    assert answer.conversation is not Conversation.LONG_TERM
    assert set(answer.look_at) == {each.prompt for each in answer.found}
    assert [prompt for prompt, _ in answer.standing] == list(Prompt)
    assert [part for part, _ in answer.parts] == list(Part)


@given(st.sampled_from(SPOKEN))
def test_whatever_policy_says_is_heard(phrase: str) -> None:
    assert propose(Said(words=frozenset([phrase])), SCREEN).found
