"""Money in whole pence, read and shown without a fraction anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.vocabulary.money import pence, plain, shown


@pytest.mark.parametrize(
    ("said", "amount"), [("0", 0), ("5", 500), ("5.1", 510), ("5.01", 501), ("0.09", 9), ("0001.00", 100)]
)
def test_pounds_are_read_to_the_penny(said: str, amount: int) -> None:
    assert pence(said) == amount


@pytest.mark.parametrize("said", ["", " ", "-1", "1.", ".5", "1.001", "1,000", "£1", "1e3", "٣", "1 ", "1\n"])
def test_anything_else_is_no_amount(said: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        pence(said)


@pytest.mark.parametrize(
    ("amount", "people", "programs"),
    [
        (0, "£0.00", "0.00"),
        (9, "£0.09", "0.09"),
        (123450, "£1,234.50", "1234.50"),
        (100_000_000, "£1,000,000.00", "1000000.00"),
        (-5, "-£0.05", "-0.05"),
        (-123450, "-£1,234.50", "-1234.50"),
    ],
)
def test_pence_are_shown_to_people_and_to_programs(amount: int, people: str, programs: str) -> None:
    assert (shown(amount), plain(amount)) == (people, programs)


@given(st.integers(0, 10**12))
def test_what_programs_read_is_read_again_as_it_was(amount: int) -> None:
    assert pence(plain(amount)) == amount
