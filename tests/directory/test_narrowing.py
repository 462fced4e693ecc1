"""Finding help and making the list shorter: every filter is hard, and nothing left is never the end."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from onward.directory import queries
from onward.directory.area_served import leaving_out
from onward.directory.found import Place
from onward.directory.named import places_named
from onward.directory.narrowing.asked import Asked
from onward.directory.narrowing.filters import Moment
from onward.directory.narrowing.results import Results, languages, look
from onward.directory.narrowing.telling import lines
from onward.directory.saying.access import access
from onward.directory.saying.travel import rides
from onward.directory.travel import minutes_on_foot
from onward.directory.whole import whole
from onward.vocabulary.directory import Access, Opening
from tests.directory import documents
from tests.directory.taking import take

pytestmark = pytest.mark.django_db


def moment(said: str) -> Moment:
    """A moment of local time."""
    return Moment(datetime.fromisoformat(said))


MONDAY_NOON, SATURDAY = moment("2026-11-23T12:00"), moment("2026-11-28T12:00")
HEADINGS = (
    "id,name,description,category,postcode,checked_on,opening_hours,minimum_age,fees,capacity,place,access,travel,"
    "languages,serves\n"
)
ROWS = (
    "a,Friday Lunch Club,A hot meal,lunch club,QQ1 1AA,2026-06,Friday 12 noon to 2pm,60,£4,,Hall,Level access,,Urdu,\n"
    "b,Monday Lunch Club,A hot meal,lunch club,QQ1 2AB,2026-06,Monday 11am to 2pm,,Free,room now,Hall,Up steps,"
    "Bus 41 stops outside. Ring the bell.,,\n"
    "c,South Lunch at Home,A hot meal,lunch club,QQ1 2AB,2026-06,Ring us,,,waiting list,,,,Polish;Urdu,South\n"
    "d,Full Lunch Club,A hot meal,lunch club,QQ1 1AA,2026-06,Daily 9am to 5pm,,Free,full,,,,,\n"
)


@pytest.fixture(autouse=True)
def loaded(write_area: Any) -> None:
    from onward.directory.loading import bring_in

    bring_in(write_area(services=HEADINGS + ROWS), on=date(2026, 11, 21))


def found(moment: Moment = MONDAY_NOON, **asked: Any) -> Results:
    return look(Asked(words="lunch", **asked), moment)


def names(results: Results) -> set[str]:
    return {each.service.name.partition(" ")[0] for each in results.shown}


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, {"Friday", "Monday", "South"}),
        ({"near": "QQ1 1AA"}, {"Friday", "Monday"}),
        ({"near": "QQ1 2AB"}, {"Friday", "Monday", "South"}),
        ({"near": "South"}, {"Friday", "Monday", "South"}),
        ({"near": "QQ1 2AB", "km": 10}, {"Monday", "South"}),
        ({"near": "QQ1 1AA", "km": 10}, {"Friday"}),
        ({"opening": Opening.NOW}, {"Monday"}),
        ({"free": True}, {"Monday", "South"}),
        ({"age": 59}, {"Monday", "South"}),
        ({"age": 60}, {"Friday", "Monday", "South"}),
        ({"language": "urdu"}, {"Friday", "South"}),
        ({"language": "Polish"}, {"South"}),
        ({"access": (Access.STEP_FREE,)}, {"Friday"}),
    ],
)
def test_each_filter_is_hard(asked: dict[str, Any], left: set[str]) -> None:
    assert names(found(**asked)) == left


@pytest.mark.parametrize(
    ("at", "opening", "left"),
    [
        ("2026-11-27T11:00", Opening.NOW, set()),
        ("2026-11-27T11:00", Opening.TODAY, {"Friday"}),
        ("2026-11-27T12:00", Opening.NOW, {"Friday"}),
        ("2026-11-28T12:00", Opening.TODAY, set()),
    ],
)
def test_open_now_is_not_open_today(at: str, opening: Opening, left: set[str]) -> None:
    assert names(found(moment(at), opening=opening)) == left


def test_nothing_left_says_which_filter_to_take_off_and_how_many_that_finds() -> None:
    results = found(SATURDAY, opening=Opening.TODAY, free=True)
    assert (results.total, [(each.filters, each.found) for each in results.ways_out]) == (
        0,
        [((("opening", "today"),), 2)],
    )
    assert look(results.asked.without(("opening", "today")), SATURDAY).total == 2


def test_where_no_single_filter_is_to_blame_all_may_be_taken_off() -> None:
    results = found(SATURDAY, opening=Opening.TODAY, access=(Access.SIGNING,))
    assert [(len(each.filters), each.found) for each in results.ways_out] == [(2, 3)]


def test_words_that_find_nothing_show_what_is_nearest() -> None:
    results = look(Asked(words="qqqqq", near="QQ1 2AB"), MONDAY_NOON)
    assert (results.total, results.ways_out) == (0, ())
    assert len(results.nearest) >= 2


def test_a_full_service_is_told_and_never_suggested() -> None:
    results = found()
    assert "Full" not in names(results)
    assert [each.name for each in results.full] == ["Full Lunch Club"]


def test_a_place_has_a_name_and_several_of_one_name_are_offered() -> None:
    assert [each.label for each in places_named("south")] == ["South (ward)"]
    offered = places_named("hall")
    assert [each.label for each in offered] == ["Hall (QQ1 1AA)", "Hall (QQ1 2AB)"]
    assert places_named(offered[1].label) == (offered[1],)
    results = found(near="hall", km=3)
    assert (len(results.choices), results.place, results.total) == (2, None, 3)


@pytest.mark.parametrize(
    ("near", "km", "problem"),
    [
        ("", None, ""),
        ("", 3, "no-place"),
        ("QQ9 9ZZ", None, "not-here"),
        ("Atlantis", 3, "not-a-place"),
        ("\x00", None, "not-a-place"),
    ],
)
def test_a_place_that_cannot_be_used_is_said_and_services_are_still_found(
    near: str, km: int | None, problem: str
) -> None:
    results = found(near=near, km=km)
    assert (results.problem, results.total) == (problem, 3)


def test_an_address_says_the_same_again() -> None:
    asked = Asked("hot meal", "South", 3, Opening.NOW, True, 80, "Urdu", (Access.TOILET, Access.HEARING))
    assert asked.address() == (
        "words=hot+meal&near=South&km=3&opening=now&free=yes&age=80&language=Urdu&access=toilet&access=hearing"
    )
    bare = asked.without(*asked.filters)
    assert (bare, bare.filters) == (Asked("hot meal", "South"), ())


def test_how_to_get_there_room_and_prices_are_told() -> None:
    told = {each.service.name: dict(each.lines) for each in found().shown}
    monday = told["Monday Lunch Club"]
    assert (monday["To get there"], monday["Cost"]) == ("Bus 41 stops outside.", "Free")
    assert told["South Lunch at Home"]["Room"] == "Has a waiting list"
    assert languages() == ["Polish", "Urdu"]


@pytest.mark.parametrize(("km", "minutes"), [(0.1, 5), (1.0, 20), (2.2, 45), (2.5, None)])
def test_minutes_on_foot(km: float, minutes: int | None) -> None:
    assert minutes_on_foot(km) == minutes


@pytest.mark.parametrize(
    ("text", "there_is"),
    [
        ("Level access and an accessible toilet.", {Access.STEP_FREE, Access.TOILET}),
        ("No steps. Hearing loop.", {Access.STEP_FREE, Access.HEARING}),
        ("Not fit for wheelchairs. Blue badge bays.", {Access.PARKING}),
        ("No step-free access, but BSL signers come", {Access.SIGNING}),
        ("Ask about the ramp", set()),
        ("", set()),
    ],
)
def test_access_is_believed_where_it_is_said_plainly(text: str, there_is: set[Access]) -> None:
    assert access(text) == there_is


def test_only_sentences_about_buses_trams_and_trains_tell_how_to_get_there() -> None:
    assert rides("Ring first. Buses 7 and 12 stop here!\nA busy street.") == "Buses 7 and 12 stop here!"


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("North", True),
        ("South ward", False),
        ("the North and South", False),
        ("QQ1", False),
        ("QQ1 1", True),
        ("QQ1 2AB", False),
        ("M33; M34", True),
        ("North, and friends of Elsewhere", False),  # a word of it is not understood
        ("Testham", False),
        ("nationwide", False),
    ],
)
def test_an_area_served_is_believed_where_it_is_understood(tmp_path: Path, said: str, left_out: bool) -> None:
    take(tmp_path, documents.service(service_areas=[{"name": said}]))
    place = queries.place_of("QQ1 2AB")
    assert place
    assert (documents.SERVICE_ID in leaving_out(place)) == left_out


def test_a_shape_on_the_map_says_who_is_served(tmp_path: Path) -> None:
    take(tmp_path, documents.service())
    assert documents.SERVICE_ID not in leaving_out(Place("", 54.5, -2.5, "", ""))
    assert documents.SERVICE_ID in leaving_out(Place("", 53.5, -2.5, "", ""))


def test_a_place_without_a_postcode_is_never_ruled_out_by_postcodes(tmp_path: Path) -> None:
    take(tmp_path, documents.service(service_areas=[{"name": "QQ7"}]))
    assert documents.SERVICE_ID not in leaving_out(Place("", 54.1, -2.2, "North", ""))


def test_its_own_page_has_everything_that_may_be_shown(tmp_path: Path) -> None:
    take(tmp_path, documents.service())
    (shown,) = queries.services([documents.SERVICE_ID])
    seen = whole(shown.uuid)
    assert seen
    assert seen.costs == ("Everybody: £4.50 a meal",)
    assert seen.served == ("The east of the town",)
    assert seen.phones == (("01632 960 123", ""),)
    assert (seen.places[0].name, seen.places[0].easier) == ("Tenter Lane Hall", ("Level entrance",))
    assert dict(lines(seen.service, seen.facts))["Speaks"] == "Urdu"


def test_nothing_personal_and_no_place_that_is_confidential_is_told(tmp_path: Path) -> None:
    take(tmp_path, documents.refuge(), documents.with_a_persons_number())
    for service_id in (documents.refuge()["id"], documents.with_a_persons_number()["id"]):
        (shown,) = queries.services([service_id])
        told = repr(whole(shown.uuid))
        for secret in ("9 Hidden Row", "QQ8 8HH", "Hidden House", "54.2111", "900 456", "woodpush"):
            assert secret.lower() not in told.lower()
