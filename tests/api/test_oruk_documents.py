"""What is served is what the standard says: by its own schemas where they are at hand, and by their gist always."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.directory import documents, standard
from tests.directory.taking import take

pytestmark = pytest.mark.django_db
V3 = "/api/oruk/v3"
SCHEMAS = {
    "services": "compiled/service_list.json",
    "service_at_locations": "compiled/service_at_location_list.json",
    "taxonomies": "taxonomy.json",
    "taxonomy_terms": "taxonomy_term.json",
    "organizations": "compiled/organization_list.json",
}
WHOLE = {
    "services": "compiled/service.json",
    "service_at_locations": "compiled/service_at_location.json",
    "taxonomies": "taxonomy.json",
    "taxonomy_terms": "taxonomy_term.json",
    "organizations": "compiled/organization_list.json",
}


@pytest.fixture(autouse=True)
def lunch_club(tmp_path: Path) -> None:
    """The made-up council's directory, and one service that has one of everything."""
    assert take(tmp_path, documents.service()).problems == []


def get(path: str, **query: Any) -> Any:
    response = Client().get(f"{V3}{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def everything(kind: str, **query: Any) -> list[dict[str, Any]]:
    found, page = [], 1
    while (answer := get(f"/{kind}", page=page, per_page=100, **query))["contents"]:
        found += answer["contents"]
        page += 1
    return found


@pytest.mark.parametrize("kind", list(SCHEMAS))
def test_every_document_of_every_list_holds_to_the_standards_schema(kind: str) -> None:
    found = everything(kind)
    assert found
    assert [fault for each in found for fault in standard.faults(SCHEMAS[kind], each)] == []


@pytest.mark.parametrize("kind", list(WHOLE))
def test_every_single_document_holds_to_the_standards_schema(kind: str) -> None:
    found = everything(kind)[:40]
    whole = [get(f"/{kind}/{each['id']}") for each in found]
    assert [fault for each in whole for fault in standard.faults(WHOLE[kind], each)] == []


def test_the_whole_services_of_a_list_hold_to_the_standards_schema() -> None:
    found = everything("services", full="true")
    assert [fault for each in found for fault in standard.faults("compiled/service.json", each)] == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"id": "LARK0001"}, "$.id"),
        ({"id": None}, "$.id"),
        ({"name": None}, "$.name"),
        ({"status": "open"}, "$.status"),
        ({"email": "nobody"}, "$.email"),
        ({"minimum_age": "sixty"}, "$.minimum_age"),
        ({"last_modified": "yesterday"}, "$.last_modified"),
        ({"schedules": [{"id": documents.SERVICE_ID, "freq": "DAILY"}]}, "$.schedules[0].freq"),
        ({"schedules": {}}, "$.schedules"),
        ({"attributes": [{"id": "x"}]}, "$.attributes[0].id"),
        ({"cost_options": [{"id": documents.SERVICE_ID, "amount": "4.50"}]}, "$.cost_options[0].amount"),
        ({"contacts": [{"name": "nobody's id"}]}, "$.contacts[0]"),
        ({"organization": {"id": documents.SERVICE_ID, "name": "x"}}, "$.organization"),
    ],
)
def test_the_same_check_fails_a_document_that_is_broken(broken: dict[str, Any], fault: str) -> None:
    whole = get(f"/services/{documents.SERVICE_ID}")
    assert standard.faults("compiled/service.json", whole) == []
    assert [each.split(":")[0] for each in standard.faults("compiled/service.json", whole | broken)] == [
        fault
    ]


@pytest.mark.parametrize("missing", ["id", "name", "status"])
def test_the_same_check_fails_a_document_that_lacks_what_is_needed(missing: str) -> None:
    whole = get(f"/services/{documents.SERVICE_ID}")
    del whole[missing]
    assert len(standard.faults("compiled/service.json", whole)) == 1


def test_what_was_given_is_given_back() -> None:
    given, served = documents.service(), get(f"/services/{documents.SERVICE_ID}")
    for name in ("assurer_email", "last_modified", "contacts", "attributes", "service_at_locations"):
        given.pop(name)
    assert given.items() <= served.items()
    (contact,) = served["contacts"]
    assert (contact["title"], contact["phones"][0]["number"]) == ("The kitchen", "01632 960 123")
    (place,) = served["service_at_locations"]
    assert place["location"] == documents.service()["service_at_locations"][0]["location"]
    (attribute,) = served["attributes"]
    assert attribute["taxonomy_term"] == documents.service()["attributes"][0]["taxonomy_term"]


def test_what_has_no_content_is_left_out() -> None:
    def empty(value: Any) -> bool:
        if isinstance(value, dict):
            return any(empty(each) for each in value.values())
        return value in (None, "", []) or (isinstance(value, list) and any(empty(each) for each in value))

    assert not any(empty(each) for each in everything("services", full="true"))


def test_a_list_has_only_what_a_service_has_one_of() -> None:
    for each in everything("services"):
        assert not any(isinstance(value, list) for value in each.values())
        assert str(UUID(each["id"])) == each["id"]
        assert str(UUID(each["organization_id"])) == each["organization_id"]


def test_a_service_at_a_location_brings_both() -> None:
    (place,) = get(f"/services/{documents.SERVICE_ID}")["service_at_locations"]
    whole = get(f"/service_at_locations/{place['id']}")
    assert whole["service"]["name"] == "Tenter Lane Lunch Club"
    assert whole["location"]["addresses"][0]["postal_code"] == "QQ1 2AB"


def test_room_and_waiting_lists_are_terms_that_anybody_can_ask_for(tmp_path: Path) -> None:
    terms = {each["term"]: each for each in everything("taxonomy_terms") if each["taxonomy"] == "Capacity"}
    assert terms.keys() == {"room_now", "waiting_list", "full"}
    given = documents.service(attributes=[{"taxonomy_term": terms["waiting_list"]}])
    take(tmp_path, given)
    (attribute,) = get(f"/services/{documents.SERVICE_ID}")["attributes"]
    assert attribute["taxonomy_term"]["name"] == "Waiting list"
    asked = everything("services", taxonomy_term_id=terms["waiting_list"]["id"])
    others = [each for each in asked if each["id"] != documents.SERVICE_ID]
    assert len(others) == len(asked) - 1
    for each in others:  # of the made-up council: each of them says so too
        says = {given["taxonomy_term"]["name"] for given in get(f"/services/{each['id']}")["attributes"]}
        assert "Waiting list" in says


def test_the_first_address_says_which_standard_this_is() -> None:
    about = get("/")
    assert about["version"] == "HSDS-UK-3.0"
    assert about["profile"].startswith("https://")
    assert about["attribution"]
