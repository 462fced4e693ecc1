"""Finding services: by words, by needs, near a postcode, and with anything at all typed."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onward.directory import queries
from onward.directory.found import Found
from onward.directory.loading import bring_in
from onward.policy.needs import needs

pytestmark = pytest.mark.django_db
WriteArea = Callable[..., Path]


@pytest.fixture(autouse=True)
def loaded(write_area: WriteArea) -> None:
    bring_in(write_area(), on=date(2026, 11, 21))


def names(found: Found) -> list[str]:
    return [each.name for each in found.suggestions]


def test_a_need_finds_what_suits_it_and_says_so() -> None:
    found = queries.find(needs=["lonely"], postcode="QQ1 1AA")
    assert set(names(found)) == {"North Befrienders", "Friday Lunch Club"}
    by_name = {each.name: each for each in found.suggestions}
    assert by_name["Friday Lunch Club"].because == (
        "helps with feeling lonely",
        "near you: less than half a kilometre away",
    )
    assert by_name["North Befrienders"].because == ("helps with feeling lonely", "about 11.1 km away")
    assert by_name["North Befrienders"].stale


def test_a_care_home_is_never_suggested_for_a_need_and_is_found_by_its_name() -> None:
    for need in needs().by_code:
        assert "The Laurels" not in names(queries.find(needs=[need], words="home laurels"))
    assert names(queries.find(words="laurels")) == ["The Laurels"]


def test_words_are_found_and_repeated_in_the_reason() -> None:
    (club,) = queries.find(words="a HOT meal, please!").suggestions
    assert club.because == ("helps with cooking, eating and drinking", "matches your words: hot, meal")


def test_a_need_that_is_only_heard_in_the_words_is_looked_for_too() -> None:
    assert "North Befrienders" in names(queries.find(words="I am all alone"))


def test_words_add_to_needs_and_do_not_replace_them() -> None:
    found = queries.find(needs=["lonely"], words="friday", postcode="QQ1 2AB")
    assert found.suggestions[0].name == "North Befrienders"
    assert "Friday Lunch Club" in names(found)


def test_somebody_too_young_for_a_club_is_not_sent_there() -> None:
    assert "Friday Lunch Club" not in names(queries.find(needs=["lonely"], age=59))
    assert "Friday Lunch Club" in names(queries.find(needs=["lonely"], age=60))


def test_with_nothing_asked_what_is_near_is_listed() -> None:
    assert names(queries.find(postcode="QQ1 2AB")) == ["North Befrienders", "Friday Lunch Club"]
    assert names(queries.find()) == ["Friday Lunch Club", "North Befrienders"]


@pytest.mark.parametrize("typed", [" qq1 1aa ", "QQ11AA", "qq1-1aa"])
def test_a_postcode_may_be_typed_in_any_way(typed: str) -> None:
    place = queries.place_of(typed)
    assert place is not None
    assert (place.postcode, place.ward) == ("QQ1 1AA", "North")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", ""),
        ("  ", ""),
        ("QQ1 1AA", ""),
        ("QQ9 9ZZ", "not-here"),
        ("my house", "not-a-postcode"),
        ("\x00", "not-a-postcode"),
        ("9" * 100_000, "not-a-postcode"),
    ],
)
def test_a_postcode_that_cannot_be_used_is_said_and_services_are_still_found(
    typed: str, problem: str
) -> None:
    found = queries.find(words="lunch", postcode=typed)
    assert found.postcode_problem == problem
    assert names(found) == ["Friday Lunch Club"]


@pytest.mark.parametrize(
    "words",
    [
        "💙",
        "\x00lunch\x00",
        "\ud800",
        "مرحبا بالعالم",
        "' & | ! ( ) :* <-> \\ %s %(a)s {0} ; --",
        "a" * 100_000,
        "lunch " * 20_000,
        " ".join(f"word{number}" for number in range(20_000)),
        "the of and",
        "İıſß",
    ],
)
def test_anything_may_be_typed(words: str) -> None:
    queries.find(words=words, postcode=words)
    queries.find(words=words, needs=[words, "lonely"])
    queries.services([words])


def test_the_answer_can_be_stored_with_what_it_came_from() -> None:
    found = queries.find(words="hot meal", needs=["lonely", "not-a-need"], postcode="qq11aa", age=80)
    assert found.inputs == {
        "words": ["hot", "meal"],
        "needs": ["lonely"],
        "heard": [],
        "postcode": "QQ1 1AA",
        "age": 80,
        "limit": 20,
    }
    assert set(found.versions) == {"ranking", "needs", "everyday", "meaning", "directory"}
    assert json.loads(json.dumps([found.inputs, found.versions])) == [found.inputs, found.versions]


def test_services_come_in_the_order_asked_for_and_unknown_ids_are_passed_over() -> None:
    assert [each.service_id for each in queries.services(["b", "none", "a", "b"])] == ["b", "a"]


def test_no_more_are_listed_than_asked_for() -> None:
    assert len(queries.find(limit=1).suggestions) == 1
