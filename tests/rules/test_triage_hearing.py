"""How what people type is heard: whole words, however spelt, and not where they plainly say no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.rules.triage import Hearing, by_first_word, plain
from onward.rules.triage.heard import clauses, spoken

HEARING = Hearing(
    same={"cant": ("can", "not"), "dont": ("do", "not"), "gass": ("gas",)},
    no=frozenset({"no", "not", "never"}),
    between=frozenset({"a", "in", "been"}),
    reach=2,
)


def found(text: str, *phrases: str) -> tuple[str, ...]:
    said = list(clauses(text, HEARING.same))
    return spoken(said, by_first_word([plain(each, HEARING.same) for each in phrases]), HEARING)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I smell gas", ("smell gas",)),
        ("I SMELL   GAS!", ("SMELL   GAS",)),
        ("i smell gass", ("smell gass",)),
        ("I smell gasoline", ()),
        ("We smell", ()),
        ("smell. Gas", ()),
        ("smell, gas", ()),
        ("smell (gas)", ()),
        ("smell\ngas", ()),
        ("smell-gas", ("smell-gas",)),
        ("smell_gas", ("smell_gas",)),
        ("", ()),
    ],
)
def test_a_phrase_stands_in_the_words_whole_and_within_one_clause(text: str, says: tuple[str, ...]) -> None:
    assert found(text, "smell gas") == says


@pytest.mark.parametrize(
    "text", ["I can't cope", "I can’t cope", "I can`t cope", "I cant cope", "I can not cope"]
)
def test_contractions_are_the_same_however_they_are_written(text: str) -> None:
    assert found(text, "cant cope") == (text[2:],)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("I was in hospital", True),
        ("I was not in hospital", False),
        ("I have not been in hospital", False),
        ("I have never been in a hospital", False),
        ("I was not ill in hospital", True),  # another word stands between
        ("I do not know, in hospital", True),  # the no is in another clause
        ("Not that, hospital", True),
        ("no hospital", False),
        ("I cant not hospital", True),  # two of them say nothing clear
        ("no one not hospital", True),
        ("no two words not hospital", False),  # the first is out of reach
        ("not hospital, hospital", True),
        ("a hospital", True),
    ],
)
def test_one_plain_no_before_it_turns_it_round(text: str, counts: bool) -> None:
    assert bool(found(text, "hospital")) is counts


def test_what_was_typed_is_quoted_once_and_the_longest_of_its_kind() -> None:
    assert found("A gas leak. A gas leak? The gas, the gas oven", "gas", "gas leak", "oven") == (
        "gas leak",
        "oven",
    )
    assert found("gas b gas a", "gas b", "gas a") == ("gas a", "gas b")


def test_what_a_word_stands_for_keeps_its_place() -> None:
    assert found("We cant smell gass now", "smell gas now") == ()
    assert found("We cant. Smell gass now", "smell gas now") == ("Smell gass now",)
    assert plain("Don't SMELL gass", HEARING.same) == ("do", "not", "smell", "gas")


words = st.lists(st.sampled_from(["gas", "smell", "no", "a", "oven"]), max_size=8)
some_phrases = st.lists(
    st.lists(st.sampled_from(["gas", "smell", "oven"]), min_size=1, max_size=3).map(" ".join), max_size=4
)


@given(words, some_phrases)
def test_looking_from_each_word_finds_what_looking_for_each_phrase_finds(
    words: list[str], phrases: list[str]
) -> None:
    slowly = [
        " ".join(words[at : at + len(parts)])
        for parts in (each.split() for each in phrases)
        for at in range(len(words))
        if words[at : at + len(parts)] == parts and not plainly_denied(words[:at])
    ]
    longest = {each for each in slowly if not any(each in other for other in slowly if other != each)}
    assert found(" ".join(words), *phrases) == tuple(sorted(longest))


def plainly_denied(before: list[str]) -> bool:
    """One no directly before, but for small words, and no second one in the two words before it."""
    while before and before[-1] == "a":
        before = before[:-1]
    return before[-1:] == ["no"] and "no" not in before[-3:-1]
