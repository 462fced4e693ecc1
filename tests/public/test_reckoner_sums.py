"""Sums as people are paid them, a week; and how long a time is, as people say it."""

import pytest

from onward.public.reckoning.amounts import of, weekly
from onward.public.reckoning.showing import how_long
from onward.public.reckoning.supposing import Suppose, suppose


@pytest.mark.parametrize(
    ("answered", "pence"),
    [
        ("203.85|week", 20385),
        ("203.85", 20385),
        ("815.40|four-weeks", 20385),
        ("815.41|four-weeks", 20385),  # 20385.25
        ("815.42|four-weeks", 20386),  # 20385.5: to the nearest penny, and half of one up
        ("100|month", 2308),  # twelve months are 52 weeks
        ("325|month", 7500),
    ],
)
def test_every_payment_is_the_same_money_a_week(answered: str, pence: int) -> None:
    assert weekly({"pay": (answered,)}, "pay") == pence


@pytest.mark.parametrize("answered", ["-3|week", "10.505|week", "lots|week"])
def test_what_is_no_money_is_not_taken_for_any(answered: str) -> None:
    with pytest.raises(ValueError, match=answered.partition("|")[0]):
        weekly({"pay": (answered,)}, "pay")


def test_what_was_not_answered_is_not_nothing() -> None:
    assert weekly({}, "pay") is None
    assert of({}, "pay") is None
    assert of({"pay": ("0",)}, "pay") == 0


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        (4, "about 1 month"),
        (8, "about 2 months"),
        (48, "about 11 months"),
        (50, "about 1 year"),
        (52, "about 1 year"),
        (76, "about 1 year and 6 months"),
        (104, "about 2 years"),
    ],
)
def test_time_is_said_in_years_and_months(weeks: int, said: str) -> None:
    assert how_long(weeks) == said


def test_supposing_changes_one_thing() -> None:
    told = {"pay-own": ("yes",), "pay-partner": ("yes",), "pay-lives": ("partner", "child")}
    assert suppose(told, None) == told
    assert suppose(told, Suppose.NO_PARTNER) == told | {"pay-lives": ("child",)}
    alone = {"pay-own": ("yes",), "pay-lives": ("child",)}
    assert suppose(alone, Suppose.PARTNER)["pay-lives"] == ("partner", "child")
    assert suppose(alone, Suppose.PARTNER)["pay-partner"] == ("yes",)
