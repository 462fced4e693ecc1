"""Exact words: one form of a word, phrases side by side, rare ones counting for more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ranking.words import WordIndex, stem, stems

INDEX = WordIndex(
    {
        "sheds": ("Men in Sheds", "Woodwork and gardening in company"),
        "garden": ("Garden Friends", "Gardeners meet in the park. Gardening for all"),
        "lunch": ("Lunch Club", "Hot meals and company"),
    },
    (1.0, 0.4),
)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("hopping", "hop"), ("filing", "file"),
        ("relational", "relat"), ("hopefulness", "hope"), ("electrical", "electr"), ("adjustment", "adjust"),
        ("carer's", "carer"), ("gardeners", "garden"), ("gardening", "garden"), ("is", "is"),
    ],
)  # fmt: skip
def test_words_are_brought_to_one_form(word: str, form: str) -> None:
    assert stem(word) == form


def test_small_words_are_left_out() -> None:
    assert stems("The café of the Carers’ Centre") == ("café", "carer", "centr")


def test_a_word_finds_its_other_forms_and_counts_more_in_a_name() -> None:
    found = INDEX.strengths("gardener")
    assert list(found) == ["sheds", "garden"]
    assert found["garden"] > found["sheds"]


def test_a_phrase_is_found_only_side_by_side() -> None:
    assert INDEX.saying("hot meals") == {"lunch"}
    assert INDEX.saying("meals hot") == set()
    assert INDEX.saying("garden", (0,)) == {"garden"}


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    assert INDEX.strengths("woodwork")["sheds"] > INDEX.strengths("company")["sheds"]


def test_nothing_to_look_for_finds_nothing() -> None:
    assert INDEX.strengths("the of") == {}
    assert INDEX.strengths("unicorn") == {}


@given(st.text(max_size=60))
def test_anything_may_be_looked_for(text: str) -> None:
    assert all(strength > 0 for strength in INDEX.strengths(text).values())
