"""How the interface is asked: pages, filters, search, what is not understood, and what need not be sent again."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.directory import queries
from tests.directory import documents
from tests.directory.taking import take

pytestmark = pytest.mark.django_db
V3 = "/api/oruk/v3"
LISTS = ("services", "service_at_locations", "taxonomies", "taxonomy_terms", "organizations")
PARAMETERS = (
    "page", "per_page", "search", "taxonomy_term_id", "taxonomy_id", "organization_id", "minimum_age", "maximum_age",
    "start_time", "end_time", "day", "modified_after", "postcode", "proximity", "full", "minimal", "format",
)  # fmt: skip


def ask(path: str, **query: Any) -> Any:
    return Client().get(f"{V3}{path}", query)


def contents(path: str, **query: Any) -> list[dict[str, Any]]:
    response = ask(path, **{"per_page": 500} | query)
    assert response.status_code == 200, response.content
    found: list[dict[str, Any]] = response.json()["contents"]
    return found


def names(path: str, **query: Any) -> list[str]:
    return [each["name"] for each in contents(path, **query)]


@pytest.fixture
def lunch_club(tmp_path: Path) -> None:
    take(tmp_path, documents.service())


@pytest.mark.parametrize("kind", LISTS)
def test_the_envelope_is_the_standards(kind: str) -> None:
    answer = ask(f"/{kind}", per_page=1).json()
    types = {name: type(value) for name, value in answer.items()}
    assert types == {
        "total_items": int, "total_pages": int, "page_number": int, "size": int,
        "first_page": bool, "last_page": bool, "empty": bool, "contents": list,
    }  # fmt: skip
    assert (answer["page_number"], answer["size"], answer["first_page"], answer["empty"]) == (
        1,
        1,
        True,
        False,
    )
    assert answer["total_pages"] == answer["total_items"] > 1
    assert not answer["last_page"]


@pytest.mark.parametrize("kind", LISTS)
def test_the_pages_together_are_everything_once_and_in_one_order(kind: str) -> None:
    whole = [each["id"] for each in contents(f"/{kind}")]
    pages, number = [], 1
    while True:
        answer = ask(f"/{kind}", page=number, per_page=7).json()
        pages += [each["id"] for each in answer["contents"]]
        if answer["last_page"]:
            break
        number += 1
    assert pages == whole
    assert len(set(whole)) == len(whole) == answer["total_items"]
    assert number == answer["total_pages"]


def test_a_page_after_the_last_is_empty_and_says_so() -> None:
    answer = ask("/services", page=10_000).json()
    assert (answer["empty"], answer["size"], answer["contents"], answer["last_page"]) == (True, 0, [], True)


def test_the_search_finds_what_the_publics_page_finds_in_its_order() -> None:
    shown = [each.name for each in queries.find(words="lunch club", limit=30).suggestions]
    assert names("/services", search="lunch club")[:30] == shown
    assert names("/services", search="lunch club", per_page=5, page=2) == shown[5:10]


def test_a_search_that_finds_nothing_is_an_empty_page() -> None:
    answer = ask("/services", search="zxqv").json()
    assert (answer["total_items"], answer["total_pages"], answer["empty"]) == (0, 0, True)


@pytest.mark.usefixtures("lunch_club")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"minimum_age": 60}, True),
        ({"minimum_age": 61}, False),
        ({"maximum_age": 110}, True),
        ({"maximum_age": 109}, False),
        ({"start_time": "12:00"}, True),
        ({"start_time": "12:01"}, False),
        ({"end_time": "14:00"}, True),
        ({"end_time": "13:59"}, False),
        ({"day": "TU"}, True),
        ({"day": "thursday"}, True),
        ({"day": "WE"}, False),
        ({"day": "TU", "start_time": "11:00", "end_time": "15:00"}, True),
        ({"taxonomy_term_id": documents.TERM_ID}, True),
        ({"taxonomy_term_id": documents.TAXONOMY_ID}, False),
        ({"taxonomy_id": documents.TAXONOMY_ID}, True),
        ({"taxonomy_id": documents.TERM_ID}, False),
        ({"organization_id": documents.ORGANISATION_ID}, True),
        ({"organization_id": documents.TERM_ID}, False),
        ({"modified_after": "2020-01-01T00:00:00Z"}, True),
        ({"modified_after": "2120-01-01T00:00:00Z"}, False),
        ({"search": "tenter lunch", "day": "TU"}, True),
        ({"search": "tenter lunch", "day": "WE"}, False),
    ],
)
def test_filters_are_hard_on_both_sides_of_their_boundaries(asked: dict[str, Any], found: bool) -> None:
    for kind in ("services", "service_at_locations"):
        ids = [each.get("service", each)["id"] for each in contents(f"/{kind}", **asked)]
        assert (documents.SERVICE_ID in ids) == found


def postcode() -> str:
    return queries.some_postcodes(1)[0]


@pytest.mark.usefixtures("lunch_club")
def test_proximity_is_metres_from_the_postcode() -> None:
    near = contents("/service_at_locations", postcode=postcode(), proximity=2000)
    nearer = contents("/service_at_locations", postcode=postcode(), proximity=1000)
    all_of_them = contents("/service_at_locations", postcode=postcode(), proximity=900_000)
    assert 0 < len(nearer) < len(near) < len(all_of_them)
    place = queries.place_of(postcode())
    assert place
    for each in near:
        north = (each["location"]["latitude"] - place.latitude) * 111_195
        east = (each["location"]["longitude"] - place.longitude) * 65_100
        assert north**2 + east**2 < 2_010**2


@pytest.mark.parametrize(("west", "covered"), [(-3, True), (-2.0001, False)])
def test_a_postcode_alone_leaves_out_services_whose_area_does_not_hold_it(
    tmp_path: Path, west: float, covered: bool
) -> None:
    ring = [[west, 54], [-2, 54], [-2, 55], [west, 55], [west, 54]]
    area = {"extent_type": "geojson", "extent": json.dumps({"type": "Polygon", "coordinates": [ring]})}
    take(tmp_path, documents.service(service_areas=[area]))
    ids = [each["service"]["id"] for each in contents("/service_at_locations", postcode=postcode())]
    assert (documents.SERVICE_ID in ids) == covered


@pytest.mark.usefixtures("lunch_club")
def test_minimal_gives_what_a_copy_needs_to_know_and_full_gives_everything() -> None:
    assert contents("/services", minimal="true")[0].keys() == {"id", "name", "status", "last_modified"}
    (whole,) = contents("/services", full="true", organization_id=documents.ORGANISATION_ID)
    assert whole == ask(f"/services/{documents.SERVICE_ID}").json()


def test_every_service_can_be_had_in_one_stream() -> None:
    response = ask("/services", format="ndjson")
    streamed = [json.loads(line) for line in b"".join(response).splitlines()]
    assert [each["id"] for each in streamed] == [each["id"] for each in contents("/services")]
    assert streamed[0] == ask(f"/services/{streamed[0]['id']}").json()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"page": "0"}, "page must be a whole number from 1"),
        ({"page": "two"}, "page must be a whole number from 1"),
        ({"page": "-1"}, "page must be"),
        ({"per_page": "501"}, "per_page must be a whole number from 1 to 500; it was '501'."),
        ({"per_page": "९"}, "per_page must be"),
        ({"taxonomy_term_id": "lunch"}, "taxonomy_term_id must be an id such as"),
        ({"minimum_age": "old"}, "minimum_age must be a number of years"),
        ({"maximum_age": "nan"}, "maximum_age must be"),
        ({"start_time": "noon"}, "start_time must be a time such as 14:30; it was 'noon'."),
        ({"day": "Someday"}, "day must be a day: one of MO, TU"),
        ({"modified_after": "yesterday"}, "modified_after must be a date and time"),
        ({"postcode": "ZZ99 9ZZ"}, "postcode must be a postcode of this area"),
        ({"proximity": "100"}, "proximity is from a postcode: give postcode too."),
        ({"full": "perhaps"}, "full must be true or false"),
        ({"format": "xml"}, "format must be json or ndjson"),
        ({"search": "x" * 501}, "search may have 500 letters; it had 501."),
    ],
)
@pytest.mark.parametrize("kind", ["services", "service_at_locations", "organizations"])
def test_what_can_not_be_read_is_said_in_a_sentence(kind: str, query: dict[str, str], says: str) -> None:
    response = ask(f"/{kind}", **query)
    assert response.status_code == 400
    assert response.json()["detail"].startswith(says)
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("kind", LISTS)
def test_what_is_not_there_is_404_and_what_is_no_id_400(kind: str) -> None:
    missing = ask(f"/{kind}/00000000-0000-4000-8000-000000000000")
    assert (missing.status_code, "There is no" in missing.json()["detail"]) == (404, True)
    assert ask(f"/{kind}/LARK0001").status_code == 400


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    kind=st.sampled_from(LISTS),
    query=st.dictionaries(st.sampled_from(PARAMETERS), st.text(max_size=30), max_size=4),
)
def test_nothing_that_is_asked_breaks_it(kind: str, query: dict[str, str]) -> None:
    response = ask(f"/{kind}", **query)
    assert response.status_code in (200, 400)
    assert response.status_code == 200 or response.json()["detail"].endswith(".")


@pytest.mark.usefixtures("lunch_club")
def test_what_has_not_changed_is_not_sent_again_and_what_has_is(tmp_path: Path) -> None:
    first = ask("/services", search="tenter")
    unchanged = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    again = Client().get(f"{V3}/services", {"search": "tenter"}, **unchanged)
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get(f"{V3}/services", {"search": "lunch"}, **unchanged).status_code == 200
    take(tmp_path, documents.service(name="Tenter Lane Suppers"))
    assert Client().get(f"{V3}/services", {"search": "tenter"}, **unchanged).status_code == 200
    assert first["Last-Modified"].endswith("GMT")


def test_any_page_of_the_web_may_read_it_and_nobody_may_write() -> None:
    client = Client(enforce_csrf_checks=True)
    preflight = client.options(f"{V3}/services")
    assert (preflight.status_code, preflight["Access-Control-Allow-Origin"]) == (204, "*")
    assert client.get(f"{V3}/services")["Access-Control-Allow-Origin"] == "*"
    for method in (client.post, client.put, client.delete, client.patch):
        assert method(f"{V3}/services").status_code == 405


@pytest.mark.parametrize("services", [1, 60])
@pytest.mark.parametrize(
    ("path", "most"), [("/services", 5), ("/services?full=1", 20), ("/service_at_locations?full=1", 24)]
)
def test_a_page_takes_as_few_questions_of_the_database_however_long_it_is(
    services: int, path: str, most: int, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(most):
        separator = "&" if "?" in path else "?"
        assert Client().get(f"{V3}{path}{separator}per_page={services}").json()["size"] == services
