"""What ranking promises: what cannot be used is never listed, the order is fixed, results say why."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onward.ranking import Because, Candidate, Suggestion, Wishes, rank
from onward.ranking.distance import km_between, nearness

HOME = Wishes(needs=("lonely",), latitude=53.0, longitude=-2.0)
LUNCH = Candidate("1", "Lunch Club", needs_score=3, matched=("lonely",), latitude=53.01, longitude=-2.0)

degrees = st.one_of(st.none(), st.floats(52.8, 53.2))
ages = st.one_of(st.none(), st.integers(0, 110))
candidates = st.lists(
    st.builds(
        Candidate,
        service_id=st.uuids().map(str),
        name=st.sampled_from(["A", "B", "C"]),
        words_score=st.floats(0, 20),
        needs_score=st.floats(0, 20),
        matched=st.lists(st.sampled_from(["lonely", "memory"]), unique=True).map(tuple),
        latitude=degrees,
        longitude=degrees.map(lambda north: north and north - 55),
        minimum_age=ages,
        maximum_age=ages,
        alike=st.lists(st.sampled_from(["x", "y", "z"]), unique=True).map(tuple),
        meaning=st.floats(0, 1),
        strengths=st.sampled_from([(), ("gardening",)]),
        serves=st.sampled_from([(), ("north",), ("south", "west")]),
        room=st.sampled_from(["", "room", "waiting", "full"]),
        free=st.sampled_from([None, True, False]),
        closed=st.booleans(),
        stale=st.booleans(),
        doubled=st.booleans(),
        particular=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda candidate: candidate.service_id,
)
wishes = st.builds(
    Wishes,
    needs=st.lists(st.sampled_from(["lonely", "memory"]), unique=True).map(tuple),
    lead=st.sampled_from(["needs", "words"]),
    latitude=degrees,
    longitude=st.just(-2.0),
    strengths=st.sampled_from([(), ("gardening",)]),
    places=st.sampled_from([(), ("north", "n1"), ("east",)]),
    km=st.one_of(st.none(), st.floats(0, 30)),
    place_needed=st.booleans(),
    walks_km=st.floats(0, 3),
    free=st.booleans(),
    age=ages,
    alike_loss=st.sampled_from([0.0, 0.1]),
    most_alike=st.one_of(st.none(), st.integers(1, 3)),
    limit=st.integers(0, 12),
)


def ids(suggestions: list[Suggestion]) -> list[str]:
    return [suggestion.service_id for suggestion in suggestions]


@given(candidates, wishes, st.randoms(use_true_random=False))
def test_the_order_in_which_candidates_are_told_does_not_matter(
    given_: list[Candidate], wish: Wishes, chance: Random
) -> None:
    shuffled = list(given_)
    chance.shuffle(shuffled)
    assert rank(shuffled, wish) == rank(given_, wish)


@given(candidates, wishes)
def test_what_a_person_cannot_use_is_never_listed(given_: list[Candidate], wish: Wishes) -> None:
    by_id = {candidate.service_id: candidate for candidate in given_}
    for suggestion in rank(given_, wish):
        candidate = by_id[suggestion.service_id]
        assert not candidate.closed
        if wish.age is not None:
            assert candidate.minimum_age is None or candidate.minimum_age <= wish.age
            assert candidate.maximum_age is None or candidate.maximum_age >= wish.age
        exact = km_between(wish.latitude, wish.longitude, candidate.latitude, candidate.longitude)
        assert exact is None or wish.km is None or exact <= wish.km
        assert exact is not None or wish.km is None or not wish.place_needed
        assert candidate.room != "full"
        assert candidate.free is not False or not wish.free
        assert not candidate.serves or not wish.places or set(candidate.serves) & set(wish.places)


@given(candidates, wishes)
def test_the_best_come_first_with_scores_from_0_to_1_and_equal_ones_by_id(
    given_: list[Candidate], wish: Wishes
) -> None:
    listed = [(-each.score, each.service_id) for each in rank(given_, wish)]
    assert listed == sorted(listed)
    assert all(0 <= -score <= 1 for score, _ in listed)


@given(candidates, wishes)
def test_every_reason_is_so(given_: list[Candidate], wish: Wishes) -> None:
    by_id = {candidate.service_id: candidate for candidate in given_}
    for suggestion in rank(given_, wish):
        candidate, said = (
            by_id[suggestion.service_id],
            {each.code: each.values for each in suggestion.because},
        )
        assert ("near" in said) <= (suggestion.km is not None and suggestion.km <= 3.0)
        assert ("far" in said) <= (suggestion.km is not None and suggestion.km >= 3.0)
        assert ("free" in said) <= (candidate.free is True)
        assert ("waiting" in said) == (candidate.room == "waiting")
        assert ("room" in said) == (candidate.room == "room")
        assert ("strength" in said) <= bool(candidate.strengths)
        assert ("from-age" in said) <= (candidate.minimum_age is not None)
        assert not {"useful", "unrated"} & said.keys()


@given(candidates, wishes)
def test_no_more_are_listed_than_were_asked_for_nor_too_many_alike(
    given_: list[Candidate], wish: Wishes
) -> None:
    by_id = {candidate.service_id: candidate for candidate in given_}
    listed = [by_id[each] for each in ids(rank(given_, wish))]
    assert len(listed) <= wish.limit
    assert len(set(listed)) == len(listed)
    for key in ("x", "y", "z"):
        assert wish.most_alike is None or sum(key in each.alike for each in listed) <= wish.most_alike


def test_the_nearer_of_two_that_help_alike_comes_first() -> None:
    far = replace(LUNCH, service_id="2", latitude=53.1)
    assert ids(rank([far, LUNCH], HOME)) == ["1", "2"]


def test_a_service_that_helps_comes_before_one_next_door_that_does_not() -> None:
    next_door = Candidate("2", "Next Door", latitude=53.0, longitude=-2.0)
    assert ids(rank([next_door, LUNCH], HOME)) == ["1", "2"]


def test_equal_scores_go_by_id() -> None:
    tied = [replace(LUNCH, service_id=each) for each in ("3", "2", "4")]
    assert ids(rank(tied, HOME)) == ["2", "3", "4"]


def test_a_stale_entry_comes_after_the_same_one_checked_lately() -> None:
    assert ids(rank([replace(LUNCH, service_id="0", stale=True), LUNCH], HOME)) == ["1", "0"]


def test_a_service_for_another_group_of_people_comes_last() -> None:
    for_others = replace(LUNCH, service_id="0", particular=True)
    far = replace(LUNCH, latitude=53.08)
    assert ids(rank([for_others, far], HOME)) == ["1", "0"]


def test_every_need_gets_its_turn_before_one_need_gets_a_second() -> None:
    second = replace(LUNCH, service_id="2", name="Second Lunch Club")
    memory = replace(LUNCH, service_id="3", name="Memory Café", matched=("memory",), needs_score=2)
    assert ids(rank([LUNCH, second, memory], replace(HOME, needs=("lonely", "memory")))) == ["1", "3", "2"]


def test_a_person_of_sixty_four_is_not_sent_to_a_club_from_sixty_five() -> None:
    from_65 = replace(LUNCH, minimum_age=65)
    assert rank([from_65], replace(HOME, age=64)) == []
    assert ids(rank([from_65], replace(HOME, age=65))) == ["1"]


def test_a_result_says_why() -> None:
    candidate = replace(LUNCH, words=("lunch",), minimum_age=60)
    (suggestion,) = rank([candidate], replace(HOME, age=70))
    assert suggestion.km == 1.1
    assert suggestion.because == (
        Because("need", ("lonely",)),
        Because("words", ("lunch",)),
        Because("from-age", ("60",)),
        Because("near", ("1.1",)),
    )


def test_without_a_place_nothing_is_said_of_distance() -> None:
    (suggestion,) = rank([LUNCH], replace(HOME, latitude=None, longitude=None))
    assert suggestion.km is None
    assert suggestion.because == (Because("need", ("lonely",)),)


def test_london_to_manchester_is_262_km() -> None:
    assert round(km_between(51.5074, -0.1278, 53.4808, -2.2426) or 0) == 262


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_it_is_as_far_there_as_back_and_never_farther_than_half_round(
    a: float, b: float, c: float, d: float
) -> None:
    there, back = km_between(a, b, c, d), km_between(c, d, a, b)
    assert there is not None and back is not None
    assert abs(there - back) < 0.001
    assert 0 <= there < 20_016


def test_the_same_help_ten_minutes_farther_on_foot_costs_little_and_a_journey_more() -> None:
    assert nearness(0.9, 1.0) > 0.9
    assert nearness(0.9, 1.0) - nearness(1.9, 1.0) > 2 * (nearness(0.0, 1.0) - nearness(0.9, 1.0))


def test_what_is_one_kilometre_off_is_farther_for_who_walks_less() -> None:
    assert nearness(1.0, 0.5) < nearness(1.0, 1.0)


def test_a_service_with_a_waiting_list_comes_after_the_same_one_with_room() -> None:
    waiting, with_room = replace(LUNCH, service_id="0", room="waiting"), replace(LUNCH, room="room")
    assert ids(rank([waiting, with_room], HOME)) == ["1", "0"]


def test_a_full_service_is_not_listed_however_well_it_suits() -> None:
    assert rank([replace(LUNCH, room="full")], HOME) == []


def test_what_fits_a_strength_comes_first_and_says_so() -> None:
    garden = replace(LUNCH, service_id="2", strengths=("gardening",))
    first, _ = rank([LUNCH, garden], replace(HOME, strengths=("gardening",)))
    assert (first.service_id, first.because[1]) == ("2", Because("strength", ("gardening",)))


def test_what_means_the_same_is_found_and_said_to_fit_only_where_no_word_does() -> None:
    asks = replace(HOME, needs=(), lead="words")
    alike = Candidate("2", "Befrienders", meaning=0.6)
    (suggestion,) = rank([alike], asks)
    assert suggestion.because == (Because("meaning"),)
    (suggestion,) = rank([replace(alike, words=("visit",))], asks)
    assert suggestion.because == (Because("words", ("visit",)),)


def test_who_asks_for_free_help_is_not_sent_where_it_costs_and_may_be_where_nobody_says() -> None:
    paid, unknown = replace(LUNCH, free=False), replace(LUNCH, service_id="2")
    assert ids(rank([paid, unknown], replace(HOME, free=True))) == ["2"]


def test_a_service_for_another_ward_is_not_listed() -> None:
    for_north = replace(LUNCH, serves=("north",))
    assert rank([for_north], replace(HOME, places=("south", "s1"))) == []
    assert ids(rank([for_north], replace(HOME, places=("north", "n1")))) == ["1"]
