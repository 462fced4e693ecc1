"""Documents as feeds really give them: older shapes, odd forms of everything, and files."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.directory import queries
from onward.directory.feed.problems import FeedProblem
from onward.directory.files import take_file
from onward.directory.loading import JOB
from onward.directory.models import Accessibility, Contact, Service, ServiceAtLocation
from onward.directory.oruk.queries import services, state
from onward.directory.oruk.wanted import Wanted
from onward.records.principal import acting_as
from tests.directory import documents, standard
from tests.directory.taking import ON, take

pytestmark = pytest.mark.django_db

OUTPOST = {
    "id": 7,
    "name": "STITCH AND CHAT",
    "description": "Sewing together.",
    "url": "www.stitch.example",
    "min_age": 18,
    "max_age": None,
    "free": True,
    "needs_referral": True,
    "updated_at": "2021-01-13T12:48:54.730Z",
    "locations": [
        {
            "id": 1,
            "name": "The Hall",
            "address_1": " 3 Tenter Lane",
            "city": "Testham",
            "state_province": "Testshire",
            "postal_code": "qq12ab",
            "country": "GB",
            "geometry": {"type": "Point", "coordinates": [-2.2, 54.2]},
            "accessibilities": [{"name": "Level entrance"}],
        }
    ],
    "contacts": [
        {
            "id": 1,
            "name": None,
            "title": "Office",
            "email": "hi@stitch.example",
            "phone": "01632 960777 Ext 3",
        }
    ],
    "organisation": {"id": 5, "name": None, "url": None},
    "taxonomies": [{"id": 2, "name": "Crafts", "slug": "crafts", "parent_id": 1}],
    "regular_schedules": [{"weekday": "Monday", "opens_at": "10:00", "closes_at": "17:00"}],
}
VERSION_1 = {
    "id": "44444444-0000-4000-8000-000000000001",
    "name": "Mend and Chat",
    "status": "active",
    "eligibilitys": [{"eligibility": "Anybody who can hold a needle", "minimum_age": 16, "maximum_age": 99}],
    "organization": {"id": "x", "name": "Menders"},
    "service_at_locations": [
        {
            "location": {
                "name": "The Hall",
                "latitude": 54.2,
                "longitude": -2.2,
                "physical_addresses": [
                    {"address_1": "3 Tenter Lane", "city": "Testham", "postal_code": "QQ1 2AB"}
                ],
                "accessibility_for_disabilities": [{"accessibility": "Level entrance"}],
            }
        }
    ],
    "service_taxonomys": [{"taxonomy": {"id": "y", "name": "Crafts", "vocabulary": "Testshire kinds"}}],
    "regular_schedules": [{"byday": "TU", "opens_at": "10:00:00", "closes_at": "12:00:00"}],
    "contacts": [{"name": "", "phones": [{"number": "01632 960 778"}]}],
}


def only(name: str) -> Service:
    return Service.objects.get(name=name)


def test_a_service_of_the_outpost_software_is_read(tmp_path: Path) -> None:
    assert take(tmp_path, OUTPOST).problems == []
    kept = only("Stitch and Chat")
    assert kept.pk == "feed.json:7"
    assert (kept.address, kept.postcode, kept.latitude) == (
        "The Hall, 3 Tenter Lane, Testham",
        "QQ1 2AB",
        54.2,
    )
    assert (kept.telephone, kept.email) == ("01632 960777 Ext 3", "hi@stitch.example")
    assert (kept.minimum_age, kept.maximum_age, kept.fees) == (18, None, "Free")
    assert (kept.opening_hours, kept.category) == ("Monday 10:00 to 17:00", "Crafts")
    assert (kept.organisation.name, kept.referral) == ("Stitch and Chat", "You need to be referred")


def test_a_service_of_version_1_is_read(tmp_path: Path) -> None:
    assert take(tmp_path, VERSION_1).problems == []
    kept = only("Mend and Chat")
    assert (kept.minimum_age, kept.maximum_age, kept.eligibility) == (16, 99, "Anybody who can hold a needle")
    assert (kept.opening_hours, kept.category) == ("Tuesday 10:00 to 12:00", "Crafts")
    assert (kept.postcode, kept.telephone) == ("QQ1 2AB", "01632 960 778")
    assert (
        Accessibility.objects.filter(location__at_services__service=kept).get().description
        == "Level entrance"
    )


def test_a_real_page_of_the_older_form_is_read_whole() -> None:
    path = standard.folder() / "buckinghamshire_outpost_page1.json"
    with acting_as(JOB):
        report = take_file(path, on=ON)
    assert (report.services, report.added, report.whole) == (20, 20, False)
    assert all(each.loaded for each in report.problems)
    brownies = only("12th Aylesbury Brownies")
    assert (brownies.minimum_age, brownies.opening_hours) == (5, "Monday 10:00 to 17:00")
    assert brownies.outside_area
    jamie = Contact.objects.get(name="Jamie Spencer")
    assert jamie.personal
    assert jamie.service.telephone == "0203 289 6420 Ext 303"


def test_the_standards_own_example_is_read() -> None:
    path = standard.folder() / "examples" / "service_full.json"
    with acting_as(JOB):
        report = take_file(path, on=ON)
    kept = only("Community Counselling")
    assert (kept.fees, kept.minimum_age, kept.website) == (
        "fees_description",
        12,
        "http://example.com/counselling",
    )
    assert [each.said for each in report.problems] == [
        "its coordinates (100, 101) are not in the UK, so its place is not known: correct them"
    ]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"name": ""}, "it has no name, so it was not loaded: give it one"),
        ({"id": None}, "it has no id, so it was not loaded: give it one"),
        ({"status": "open"}, "its status (open) is none of active"),
        ({"minimum_age": "old"}, "its minimum_age (old) is not a number"),
        ({"minimum_age": 131}, "its minimum_age (131) is not a whole number from 0 to 130"),
        ({"maximum_age": -1}, "its maximum_age (-1) is not a whole number"),
        ({"assured_date": "soon"}, "its assured_date (soon) is not a date such as 2026-11-22"),
        (
            {"schedules": [{"opens_at": "noon", "byday": "MO"}]},
            "its opens_at (noon) is not a time such as 14:30",
        ),
        ({"cost_options": [{"amount": "lots", "option": "all"}]}, "its amount (lots) is not a number"),
        ({"url": "javascript:alert(1)"}, "its website (javascript:alert(1)) is not an address on the web"),
        (
            {"contacts": [{"title": "x", "phones": [{"number": "ask"}]}]},
            "it has a telephone number without a number",
        ),
        ({"description": "x" * 20_001}, "its description has 20,001 letters, so it was cut to 20,000"),
        ({"languages": [{"name": "x"}] * 501}, "it has 501 languages, so the first 500 were kept"),
    ],
)
def test_what_is_wrong_with_a_service_is_said_with_its_place(
    tmp_path: Path, changed: dict[str, Any], problem: str
) -> None:
    good = documents.service(id="55555555-0000-4000-8000-000000000001")
    (said,) = take(tmp_path, good, documents.service(**changed)).problems
    assert str(said).startswith(f"service 2: {problem}")


def test_two_under_one_id_are_said_and_the_first_counts(tmp_path: Path) -> None:
    (said,) = take(tmp_path, documents.service(), documents.service(name="Other")).problems
    assert str(said).startswith("service 2: another before it has the same id")
    assert only("Tenter Lane Lunch Club").pk == documents.SERVICE_ID


@pytest.mark.parametrize(
    ("latitude", "longitude", "kept"),
    [(54.1, -2.1, 54.1), (-2.1, 54.1, None), (0, 0, None), ("54.1", "-2.1", 54.1), ("north", "west", None)],
)
def test_coordinates_swapped_or_nowhere_are_not_kept(
    tmp_path: Path, latitude: object, longitude: object, kept: float | None
) -> None:
    location = {"location_type": "physical", "latitude": latitude, "longitude": longitude}
    report = take(tmp_path, documents.service(service_at_locations=[{"location": location}]))
    assert only("Tenter Lane Lunch Club").latitude == kept
    assert (len(report.problems) == 1) == (kept is None)


def test_scripts_and_marks_in_a_description_stay_words(tmp_path: Path) -> None:
    take(tmp_path, documents.service(description="<script>x</script>\u202e\x00 A meal"))
    assert only("Tenter Lane Lunch Club").description == "<script>x</script> A meal"


def test_a_file_with_one_service_a_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.ndjson"
    path.write_text("\n".join(json.dumps(each) for each in (OUTPOST, VERSION_1)), encoding="utf-8")
    with acting_as(JOB):
        assert take_file(path, on=ON).added == 2


def test_what_a_file_lists_no_more_is_withdrawn(tmp_path: Path) -> None:
    take(tmp_path, OUTPOST, VERSION_1)
    assert take(tmp_path, OUTPOST).withdrawn == 1
    assert only("Mend and Chat").closed


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"contents": []}', b"[]", b'{"a": 1}'])
def test_a_file_without_services_changes_nothing(tmp_path: Path, content: bytes) -> None:
    before = state()
    (tmp_path / "feed.json").write_bytes(content)
    with acting_as(JOB), pytest.raises(FeedProblem, match=r"feed\.json"):
        take_file(tmp_path / "feed.json", on=ON)
    assert state() == before


def test_a_place_where_nothing_is_any_more_goes(tmp_path: Path) -> None:
    take(tmp_path, documents.service())
    take(tmp_path, documents.service(service_at_locations=[]))
    assert not ServiceAtLocation.objects.filter(service=documents.SERVICE_ID).exists()
    assert not Accessibility.objects.filter(details="The bell is low").exists()


@pytest.mark.parametrize("how_many", [200, 2_000])
def test_lists_and_search_ask_the_same_few_questions_however_many_services_there_are(
    tmp_path: Path, how_many: int
) -> None:
    clubs = [{"id": number, "name": f"Club {number} of many", "contacts": []} for number in range(how_many)]
    take(tmp_path, *clubs)
    with CaptureQueriesContext(connection) as asked:
        assert services(Wanted(), 0, 50).total > how_many
        assert queries.find(words="club of many", limit=20).suggestions
    assert len(asked) == 9
