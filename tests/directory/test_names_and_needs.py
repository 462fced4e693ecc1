"""Names as people write them, and the file of needs."""

import copy

import pytest

from onward.directory.names import key, readable
from onward.policy.files import PolicyProblem, read_yaml
from onward.policy.needs import FILE, needs, parse

CODES = [
    "washing-dressing",
    "eating",
    "home",
    "getting-about",
    "out-and-about",
    "lonely",
    "memory",
    "mood",
    "caring",
    "money",
    "something-else",
]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("ST JOHN'S CENTRE", "St John's Centre"),
        ("THE SALE U3A", "The Sale U3A"),
        ("AGE UK TRAFFORD", "Age UK Trafford"),
        ("TLC: TALK, LISTEN, CHANGE", "TLC: Talk, Listen, Change"),
        ("FRIENDS OF O'NEILL PARK", "Friends of O'Neill Park"),
        ("PEGASUS RDA", "Pegasus RDA"),
        ("1ST DAVYHULME GROUP", "1st Davyhulme Group"),
        ("AS-SALAAM CENTRE", "As-Salaam Centre"),
        ("iCare of York", "iCare of York"),
        ("RAPAR", "RAPAR"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_shown_as_one_would_write_it(given: str, shown: str) -> None:
    assert readable(given) == shown


def test_one_organisation_is_one_however_it_is_written() -> None:
    assert key("THE ST. JOHN'S CENTRE LIMITED") == key("St Johns Centre")
    assert key("Library & Wellbeing") == key("Library and Wellbeing")
    assert key("The") == "the"


def test_every_need_of_the_questionnaire_is_there_and_says_what_to_look_for() -> None:
    assert list(needs().by_code) == CODES
    assert all(need.phrase and need.find and need.categories for need in needs().by_code.values())


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("My mum keeps forgetting things", {"memory", "caring"}),
        ("I had a FALL, and cannot pay the bills.", {"getting-about", "money"}),
        ("A fallow field", set()),
    ],
)
def test_needs_are_heard_in_plain_words(words: str, heard: set[str]) -> None:
    assert {need.code for need in needs().heard(words)} == heard


def test_the_version_says_since_when_and_which_text() -> None:
    assert needs().version.startswith("2026-04-01.")


def test_a_file_with_something_missing_or_unsearchable_is_refused_with_a_sentence() -> None:
    spoilt: tuple[dict[str, object], ...] = ({"avoid": {}}, {"particular": ["Capital"]}, {"filler": [True]})
    for spoil in spoilt:
        content = {**copy.deepcopy(dict(read_yaml(FILE))), **spoil}
        with pytest.raises(PolicyProblem, match="not as expected"):
            parse(content, "x")
