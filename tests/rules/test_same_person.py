"""Who may be the same person: sentences, what holds for everybody, and slips counted a second, slower way."""

import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.same_person import points
from onward.rules.same_person import Band, Described, Points, Reason, compare, one_slip

SENTENCES = yaml.safe_load(Path(__file__).with_name("same_person.yaml").read_text(encoding="utf-8"))
words = st.text("abc", max_size=5)
people = st.builds(
    Described,
    given=words,
    family=words,
    born_on=st.none() | st.dates(date(1950, 1, 1), date(1950, 3, 3)),
    postcode=st.sampled_from(["", "QQ1 5LR", "QQ1 6AA", "QQ7 6AA"]),
    nhs_number=st.sampled_from(["", "9434765919", "9434765870"]),
)


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["sentence"])
def test_who_may_be_the_same(case: dict[str, Any]) -> None:
    asked, known = ({"born_on": None, **case[each]} for each in ("asked", "known"))
    answer = compare(Described(**asked), Described(**known), points())
    assert (answer.band, [each.value for each in answer.because]) == (case["like"], case["because"])


@given(people, people)
def test_it_does_not_matter_which_is_named_first(one: Described, other: Described) -> None:
    assert compare(one, other, points()) == compare(other, one, points())


@given(people)
def test_nobody_differs_from_themselves(one: Described) -> None:
    differs = {each for each in Reason if each.name.startswith("OTHER") or "SLIP" in each.name}
    assert not differs & set(compare(one, one, points()).because)


@given(people, people)
def test_nobody_is_called_likely_whose_first_names_clearly_differ(one: Described, other: Described) -> None:
    answer = compare(one, other, points())
    if Reason.OTHER_GIVEN in answer.because and Reason.SAME_NHS not in answer.because:
        assert answer.band is not Band.LIKELY


@pytest.mark.parametrize(("likely", "band"), [(10, Band.LIKELY), (11, Band.POSSIBLE)])
def test_likely_begins_at_its_own_number_of_points(likely: int, band: Band) -> None:
    same = Described("mary", "windlebrook", None)
    assert compare(same, same, Points(points().of, 1, likely)).band is band


@pytest.mark.parametrize(("possible", "band"), [(10, Band.POSSIBLE), (11, None)])
def test_possible_begins_at_its_own_number_of_points(possible: int, band: Band | None) -> None:
    same = Described("mary", "windlebrook", None)
    assert compare(same, same, Points(points().of, possible, 99)).band is band


def one_away(word: str) -> set[str]:
    """Every word that one slip makes of this one, written out."""
    letters = string.ascii_lowercase
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {a + c + b[1:] for a, b in cuts if b for c in letters}
        | {a + c + b for a, b in cuts for c in letters}
    )


@given(words, words)
def test_one_slip_is_one_of_all_that_can_be_written_out(one: str, other: str) -> None:
    assert one_slip(one, other) == (other in one_away(one) and one != other)
