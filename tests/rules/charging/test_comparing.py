"""What a change of policy is said to cost, and about whom nothing is said."""

import numpy as np

from onward.rules.charging.comparing import FEW, Comparison, Effect, Group, Norfolk, compare
from onward.rules.charging.population.columns import Numbers


def numbers(*parts: tuple[int, int]) -> Numbers:
    """So many of each value: `(count, value)`."""
    return np.array([value for count, value in parts for _ in range(count)], dtype=np.int64)


def compared(before: Numbers, after: Numbers, *, places: Numbers | None = None, severe: Numbers | None = None,
             income: Numbers | None = None) -> Comparison:  # fmt: skip
    people = len(before)
    return compare(
        before,
        after,
        numbers((people, 10_000)) if income is None else income,
        (numbers((people, 0)) if severe is None else severe).astype(np.bool_),
        [("ward", numbers((people, 0)) if places is None else places)],
    )


def test_what_the_council_receives_and_who_pays_more_and_less() -> None:
    found = compared(numbers((40, 1000)), numbers((10, 400), (20, 1000), (10, 1500)))
    assert (found.people, found.not_compared, found.more_a_week) == (40, 0, -1000)
    assert found.groups == (Group("ward", 0, Effect(40, 10, 10, -1000)),)
    effect = found.groups[0].effect
    assert effect is not None
    assert effect.mean_change == -25


def test_a_mean_is_to_the_nearest_penny() -> None:
    assert [Effect(10, 0, 10, change).mean_change for change in (14, 15, 16, -15, -16)] == [1, 2, 2, -1, -2]


def test_refused_people_are_counted_and_not_compared() -> None:
    found = compared(numbers((20, 1000), (1, -1), (1, 1000)), numbers((20, 1100), (1, 1000), (1, -1)))
    assert (found.people, found.not_compared, found.more_a_week) == (20, 2, 2000)


def test_a_group_of_nine_is_hidden_and_the_smallest_other_with_it() -> None:
    places = numbers((9, 0), (30, 1), (20, 2), (40, 3))
    found = compared(numbers((99, 1000)), numbers((99, 1000)), places=places)
    assert [(each.place, each.effect is None) for each in found.groups] == [
        (0, True),
        (1, False),
        (2, True),
        (3, False),
    ]


def test_a_group_of_ten_is_not() -> None:
    found = compared(numbers((40, 1000)), numbers((40, 1000)), places=numbers((FEW, 0), (30, 1)))
    assert [each.effect for each in found.groups] == [Effect(10, 0, 0, 0), Effect(30, 0, 0, 0)]


def test_two_groups_that_are_hidden_hide_no_third() -> None:
    places = numbers((9, 0), (9, 1), (30, 2))
    found = compared(numbers((48, 1000)), numbers((48, 1000)), places=places)
    assert [each.effect is None for each in found.groups] == [True, True, False]


def test_a_group_in_which_few_pay_more_is_hidden() -> None:
    found = compared(numbers((60, 1000)), numbers((9, 1001), (51, 1000)), places=numbers((30, 0), (30, 1)))
    assert [each.effect for each in found.groups] == [None, None]


def test_a_group_in_which_few_pay_less_is_hidden() -> None:
    found = compared(numbers((60, 1000)), numbers((1, 999), (59, 1000)))
    assert found.groups[0].effect is None


def test_severely_disabled_people_who_lose_more_of_their_income_are_found() -> None:
    severe = numbers((20, 1), (20, 0))
    after = numbers((10, 1500), (10, 1510), (10, 1100), (10, 1110))
    found = compared(numbers((40, 1000)), after, severe=severe)
    assert found.norfolk == Norfolk(severely_disabled=505, others=105, apart=True)


def test_people_who_lose_less_are_not() -> None:
    severe = numbers((20, 0), (20, 1))
    after = numbers((10, 1500), (10, 1510), (10, 1100), (10, 1110))
    found = compared(numbers((40, 1000)), after, severe=severe)
    assert found.norfolk == Norfolk(severely_disabled=105, others=505, apart=False)


def test_a_difference_that_chance_may_bring_is_no_finding() -> None:
    severe = numbers((20, 1), (20, 0))
    after = numbers((10, 0), (10, 2010), (10, 0), (10, 2000))
    found = compared(numbers((40, 1000)), after, severe=severe)
    assert found.norfolk is not None
    assert not found.norfolk.apart


def test_it_is_the_share_of_income_that_counts() -> None:
    severe, income = numbers((10, 1), (10, 0)), numbers((5, 10_000), (5, 10_100), (5, 20_000), (5, 20_200))
    found = compared(numbers((20, 1000)), numbers((20, 1100)), severe=severe, income=income)
    assert found.norfolk == Norfolk(severely_disabled=100, others=50, apart=True)


def test_people_without_income_and_groups_of_few_are_not_tested() -> None:
    severe = numbers((10, 1), (10, 0))
    income = numbers((1, 0), (19, 10_000))
    assert compared(numbers((20, 1000)), numbers((20, 1100)), severe=severe, income=income).norfolk is None
    assert (
        compared(numbers((20, 1000)), numbers((20, 1100)), severe=severe[::-1], income=income).norfolk is None
    )
