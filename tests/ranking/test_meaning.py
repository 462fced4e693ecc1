"""What texts mean: the same vectors as the published implementation, and likeness without a word in common.

`reference_vectors.json` was made with transformers 5.23 and PyTorch 2.13 from the same weights: every sixteenth number.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.directory.meaning.cache import packed, unpacked
from onward.directory.meaning.weights import encoder
from onward.ranking.meaning import Encoder, Vocabulary, likeness, sentences

REFERENCE = json.loads((Path(__file__).parent / "reference_vectors.json").read_text(encoding="utf-8"))
PIECES = ("[UNK]", "[CLS]", "[SEP]", "fall", "##s", "##ing", "café", "cafe", ",", "日")
SMALL = Vocabulary({piece: at for at, piece in enumerate(PIECES)})


@pytest.fixture(scope="module")
def reader() -> Encoder:
    found = encoder()
    if not found:
        pytest.skip("the weights are not installed: `make setup` installs them")
    return found


@pytest.mark.parametrize("case", REFERENCE, ids=lambda case: case["text"][:20])
def test_vectors_are_those_of_the_published_implementation(reader: Encoder, case: dict[str, object]) -> None:
    text = str(case["text"]) * int(str(case["times"]))
    ours, theirs = reader.vectors([text])[0][::16], np.array(case["vector"])
    cosine = float(ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs))
    assert cosine > 0.999
    assert abs(float(np.linalg.norm(ours)) - float(str(case["length"]))) < 0.001


def test_a_text_has_the_same_vector_alone_and_among_longer_ones(reader: Encoder) -> None:
    alone = reader.vectors(["falls prevention"])[0]
    among = reader.vectors(["My mum lives alone, had a fall and cannot cook. " * 9, "falls prevention", ""])[
        1
    ]
    assert float(alone @ among) > 0.9999


def test_what_means_the_same_is_alike_without_a_word_in_common(reader: Encoder) -> None:
    asked = reader.vectors(sentences("I keep forgetting where I put things"))
    memory, golf = likeness(asked, reader.vectors(["Memory café for people with dementia", "Golf club"]))
    assert memory > golf + 0.1


def test_a_word_is_read_as_the_longest_pieces_that_fit() -> None:
    assert SMALL.pieces("Falls FALLING", 9) == [1, 3, 4, 3, 5, 2]


def test_accents_marks_and_chinese_characters_are_read_as_bert_reads_them() -> None:
    assert SMALL.pieces("CAFÉ,日fall", 9) == [1, 7, 8, 9, 3, 2]


def test_an_unknown_word_is_one_unknown_piece_and_a_long_text_is_cut() -> None:
    assert SMALL.pieces("xylophone fall", 9) == [1, 0, 3, 2]
    assert SMALL.pieces("fall " * 50, 5) == [1, 3, 3, 3, 2]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    pieces = SMALL.pieces(text, 16)
    assert 2 <= len(pieces) <= 16
    assert (pieces[0], pieces[-1]) == (1, 2)


def test_a_story_is_read_as_a_whole_and_by_its_sentences() -> None:
    story = "My mum had a bad fall. She is lonely since dad died."
    assert sentences(story) == [story, "My mum had a bad fall", "She is lonely since dad died"]
    assert sentences("one thing only") == ["one thing only"]
    assert sentences("   ") == []


def test_nothing_said_is_like_nothing() -> None:
    assert likeness(np.zeros((0, 384), np.float32), np.ones((2, 384), np.float32)).tolist() == [0, 0]


def test_a_vector_is_the_same_after_it_was_kept() -> None:
    vector = np.linspace(-0.2, 0.2, 384, dtype=np.float32)
    assert float(np.abs(unpacked(packed(vector)) - vector).max()) < 0.001
