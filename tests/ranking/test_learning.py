"""Learning from ratings: better than the plain ranking where a taste is known, and careful of place, few and chance."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from onward.ranking import Because, Candidate, Exploring, Learned, Wishes, rank
from onward.ranking.distance import km_between
from onward.ranking.exploring import raised
from onward.ranking.learning import Rated, Thresholds, compare, coverage, cumulated, exposure, learn, most
from onward.ranking.learning.fitting import seen_at
from onward.ranking.learning.measuring import gain
from onward.ranking.scoring import suits

START = date(2026, 1, 1)
THRESHOLDS = Thresholds(ratings=200, people=25, margin=0.01, sure=0.9, kept_back=0.25, few=5, helpful=3)
KINDS = ("club", "class", "café", "walk")
SERVICES = [
    Candidate(
        f"s{at:02}",
        f"Service {at}",
        KINDS[at % 4],
        needs_score=at % 7,
        latitude=53 + at / 400,
        longitude=-2.0,
    )
    for at in range(24)
]
Taste = Callable[[Candidate, Wishes], float]


def plainly(candidate: Candidate, wishes: Wishes) -> float:
    """A taste that is the plain ranking's own."""
    km = km_between(wishes.latitude, wishes.longitude, candidate.latitude, candidate.longitude)
    return 1.3 * suits(candidate, wishes, km)


def otherwise(candidate: Candidate, wishes: Wishes) -> float:
    """A taste that nobody could guess: lonely people like cafés, others walks, and one service is loved by all."""
    liked = "café" if "lonely" in wishes.needs else "walk"
    return min(1.0, 0.15 + 0.5 * (candidate.category == liked) + 0.35 * (candidate.service_id == "s05"))


def ratings(taste: Taste, people: int, *, falling: float = 0.0, seed: int = 1) -> list[Rated]:
    """What workers with this taste rate of what the plain ranking shows; lower places are seen more rarely."""
    chance, found = Random(seed), list[Rated]()
    for number in range(people):
        need = chance.choice(["lonely", "memory"])
        wishes = Wishes(
            needs=(need,), latitude=53.0 + chance.random() / 10, longitude=-2.0, most_alike=None, limit=12
        )
        told = [replace(each, matched=(need,)) for each in SERVICES]
        by_id = {each.service_id: each for each in told}
        for place, shown in enumerate(rank(told, wishes), start=1):
            deserved = 3 * taste(by_id[shown.service_id], wishes) + chance.gauss(0, 0.4)
            seen = chance.random() < place**-falling
            rating = min(3, max(0, round(deserved))) if seen else 0
            on = START + timedelta(days=number)
            found.append(Rated(f"p{number}", by_id[shown.service_id], wishes, shown.km, rating, place, on))
    return found


def test_a_known_taste_is_learned_and_replaces_the_plain_ranking() -> None:
    comparison = compare(ratings(otherwise, 120), THRESHOLDS, seed=1)
    assert comparison.better
    assert comparison.ndcg["learned"] > comparison.ndcg["plain"] + 0.1
    assert comparison.at_least > 0.05


def test_a_taste_is_learned_though_lower_places_are_hardly_seen() -> None:
    biased = ratings(otherwise, 250, falling=0.7)
    learned = learn(biased, few=5, helpful=3)
    wishes = biased[0].wishes
    best = rank(SERVICES, wishes, learned=learned)[:4]
    liked = "café" if "lonely" in wishes.needs else "walk"
    by_id = {each.service_id: each for each in SERVICES}
    assert sum(by_id[each.service_id].category == liked or each.service_id == "s05" for each in best) >= 3


def test_what_each_place_lets_through_is_found_where_it_matters_and_only_there() -> None:
    for falling, at_ten in ((0.0, 1.0), (1.0, 0.1)):
        rated = ratings(otherwise, 250, falling=falling)
        seen = seen_at(rated, learn(rated, few=5, helpful=3))
        tenth = next(float(each) for one, each in zip(rated, seen, strict=True) if one.shown_rank == 10)
        assert abs(tenth - at_ten) < 0.15


def test_a_rating_that_only_echoes_the_plain_ranking_does_not_replace_it() -> None:
    comparison = compare(ratings(plainly, 120), THRESHOLDS, seed=1)
    assert not comparison.better
    assert comparison.why_not.startswith("It gains")


@pytest.mark.parametrize("people", [1, 16])
def test_too_few_ratings_replace_nothing(people: int) -> None:
    comparison = compare(ratings(otherwise, people), THRESHOLDS, seed=1)
    assert not comparison.better
    assert comparison.why_not == f"There are {people * 12} ratings: it takes 200 to learn from."


def test_many_ratings_by_few_people_replace_nothing() -> None:
    few = [replace(one, person=f"p{int(one.person[1:]) % 4}") for one in ratings(otherwise, 120)]
    assert "people had a choice" in compare(few, THRESHOLDS, seed=1).why_not


def test_the_same_ratings_teach_the_same() -> None:
    rated = ratings(otherwise, 40)
    assert learn(rated, few=5, helpful=3) == learn(rated, few=5, helpful=3)
    assert compare(rated, THRESHOLDS, seed=1) == compare(rated, THRESHOLDS, seed=1)


def test_nothing_can_be_learned_of_nothing() -> None:
    with pytest.raises(ValueError, match="no ratings"):
        learn([], few=5, helpful=3)
    assert compare([], THRESHOLDS, seed=1).why_not == "There are 0 ratings: it takes 200 to learn from."


def test_that_others_found_a_service_useful_is_said_only_where_enough_of_them_did() -> None:
    wishes = Wishes(needs=("falls",))
    for given, said in (([3, 2, 2], True), ([3, 3], False), ([3, 1, 1], False)):
        rated = [Rated("p", SERVICES[0], wishes, None, each, 1, START) for each in given]
        (suggestion,) = rank([SERVICES[0]], wishes, learned=learn(rated, few=5, helpful=3))
        assert (Because("useful", ("falls",)) in suggestion.because) is said
        (other,) = rank([SERVICES[0]], Wishes(needs=("memory",)), learned=learn(rated, few=5, helpful=3))
        assert not any(each.code == "useful" for each in other.because)


def test_what_a_person_cannot_use_is_not_listed_however_well_it_was_rated() -> None:
    rated = [Rated("p", SERVICES[0], Wishes(), None, 3, 1, START)] * 30
    learned = learn(rated, few=5, helpful=3)
    assert rank([replace(SERVICES[0], closed=True)], Wishes(), learned=learned) == []
    assert rank([replace(SERVICES[0], room="full")], Wishes(), learned=learned) == []


NOTHING = Learned(0.5, {}, {}, {"a": 9, "b": 9, "c": 9}, {}, few=5)
SCORES = {"a": 0.9, "b": 0.8, "c": 0.7, "new": 0.5, "newer": 0.2}
NOW = Exploring(share=0.2, place=2, least=0.6, chance=0.1, pick=0.0)


def test_now_and_then_a_service_that_few_have_rated_is_raised_to_its_place() -> None:
    assert raised(SCORES, NOTHING, NOW) == {"new": pytest.approx(0.8001)}
    assert raised(SCORES, NOTHING, replace(NOW, chance=0.2)) == {}


def test_what_would_suit_too_little_is_not_raised() -> None:
    assert raised(SCORES, NOTHING, replace(NOW, least=0.7)) == {}


def test_a_new_service_on_the_list_is_named_as_one() -> None:
    told = [replace(SERVICES[at], service_id=each) for at, each in enumerate(("a", "b", "c", "new"))]
    listed = rank(told, Wishes(most_alike=None), learned=NOTHING, exploring=replace(NOW, place=1))
    assert (listed[0].service_id, listed[0].because[-1]) == ("new", Because("unrated"))


def test_the_first_places_count_most_and_a_hidden_one_is_given_back() -> None:
    assert cumulated([1, 2], [7, 1], ["a", "b"]) < most([7, 1]) == cumulated([2, 1], [7, 1], ["a", "b"])
    assert (gain(0, 0.5), gain(3, 1.0), gain(3, 0.5)) == (0, 7, 14)


def test_who_is_shown_is_counted() -> None:
    lists = [["a", "b"], ["a", "c"]]
    assert coverage(lists, {"a", "b", "c", "d"}) == 0.75
    assert coverage([], set()) == 0
    assert exposure(lists, {"a"}) > exposure(lists, {"b", "c"}) > exposure(lists, {"d"}) == 0
