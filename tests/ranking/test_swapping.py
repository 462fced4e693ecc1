"""Who rises now and then, how far, and that the chance of it is known."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onward.ranking.swapping import Swapping, placed

ORDER = [(letter, 1.0 - at / 20) for at, letter in enumerate("abcdefgh")]
RARELY = Swapping(share=0.2, place=3, least=0.6, chance=0.9, pick=0.0)
NOW = Swapping(share=0.2, place=3, least=0.6, chance=0.1, pick=0.0)


def names(order: list[tuple[str, float]], may_rise: set[str], swapping: Swapping) -> str:
    return "".join(each.service_id for each in placed(order, may_rise, swapping))


def test_most_lists_stay_as_they_are() -> None:
    assert names(ORDER, set("f"), RARELY) == "abcdefgh"


def test_on_some_one_changes_places_with_the_one_at_the_place() -> None:
    assert names(ORDER, set("f"), NOW) == "abfdecgh"


def test_nobody_rises_who_stands_above_already_or_may_not() -> None:
    assert names(ORDER, set("ab"), NOW) == "abcdefgh"
    assert names(ORDER, set(), NOW) == "abcdefgh"
    assert names(ORDER[:2], set("b"), NOW) == "ab"


def test_who_scores_far_less_does_not_rise() -> None:
    low = [*ORDER[:3], ("z", 0.5), ("y", 0.541)]
    assert names(low, {"z"}, NOW) == "abczy"
    assert names(low, {"y"}, NOW) == "abyzc"


@given(
    st.sets(st.sampled_from("abcdefgh")),
    st.integers(1, 8),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
)
def test_nobody_is_lost_and_every_chance_is_one(
    may_rise: set[str], place: int, chance: float, pick: float
) -> None:
    shown = placed(ORDER, may_rise, Swapping(0.2, place, 0.6, chance, pick))
    assert sorted(each.service_id for each in shown) == list("abcdefgh")
    assert [each.place for each in shown] == list(range(1, 9))
    assert all(0 < each.chance <= 1 for each in shown)


def test_the_chance_that_is_kept_is_how_often_it_happens() -> None:
    draws = 100
    at_third: Counter[str] = Counter()
    said: dict[str, float] = {}
    for first in range(draws):
        for second in range(draws):
            swapping = Swapping(0.2, 3, 0.6, first / draws, second / draws)
            third = placed(ORDER, set("dfg"), swapping)[2]
            at_third[third.service_id] += 1
            said[third.service_id] = third.chance
    for service_id, times in at_third.items():
        assert abs(times / draws**2 - said[service_id]) < 0.01
