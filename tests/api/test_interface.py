"""The interface for other programs: for those who may, strict, done once; refused and written down for others."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.records import queries as records
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db
JSON = "application/json"


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


@pytest.fixture
def reference(case: UUID) -> str:
    with acting_as(Principal.resident(case)):
        return records.reference(case)


def signed_in(username: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username=username))
    return client


def decision(version: int, **changed: Any) -> dict[str, Any]:
    return {
        "outcome": "advice",
        "grounds": ["no_appearance_of_need"],
        "reason": "You manage well.",
        "services": [],
        "version": version,
        **changed,
    }


def post(client: Client, reference: str, body: Any, key: object = None) -> Any:
    headers = {"Idempotency-Key": str(key or uuid4())}
    return client.post(f"/api/v1/requests/{reference}/decision", body, content_type=JSON, headers=headers)


def operations() -> Iterator[tuple[str, str]]:
    """Every operation that is not open to anybody."""
    from onward.api.api import api

    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items():
        for method in methods:
            if path != "/api/v1/services":
                yield method, path


def called(client: Client, method: str, path: str, reference: str) -> Any:
    address = path.replace("{reference}", reference).replace("{person}", str(uuid4()))
    body = decision(1) if method == "post" else None
    headers = {"Idempotency-Key": str(uuid4())}
    return client.generic(
        method.upper(), address, world.as_json(body) if body else "", content_type=JSON, headers=headers
    )


@pytest.mark.parametrize(("method", "path"), list(operations()))
def test_nobody_is_told_anything_without_signing_in(method: str, path: str, reference: str) -> None:
    assert called(Client(), method, path, reference).status_code == 401


@pytest.mark.parametrize(("method", "path"), list(operations()))
def test_a_worker_elsewhere_is_refused_and_it_is_written_down(method: str, path: str, reference: str) -> None:
    assert called(signed_in("carol"), method, path, reference).status_code == 403
    with acting_as(world.staff("ewa")):
        newest = records.looks(refused=True)[0]
    assert (newest.who, newest.road, newest.allowed) == ("Carol Carefar", "api", False)


@pytest.mark.parametrize("path", ["/api/v1/requests/{reference}", "/api/v1/people/{person}"])
def test_another_teams_adviser_finds_nothing_and_it_is_written_down(path: str, reference: str) -> None:
    assert called(signed_in("olu"), "get", path, reference).status_code == 404
    with acting_as(world.staff("ewa")):
        newest = records.looks(refused=True)[0]
    assert (newest.who, newest.allowed) == ("Olu Otherward", False)


def test_the_list_and_the_request_say_what_the_page_says(case: UUID, reference: str) -> None:
    ada = signed_in("ada")
    (line,) = ada.get("/api/v1/requests").json()
    assert (line["reference"], line["name"], line["state"]) == (reference, "Mary Windlebrook", "waiting")
    asked = ada.get(f"/api/v1/requests/{reference.lower()}").json()
    assert asked["answers"]["words"] == ["Nobody comes since the club closed."]


def test_a_decision_sent_twice_is_one(case: UUID, reference: str) -> None:
    ada, key = signed_in("ada"), uuid4()
    body = decision(world.request_of(case).version)
    first, second = post(ada, reference, body, key), post(ada, reference, body, key)
    assert (first.status_code, second.status_code) == (200, 200)
    assert len(second.json()["decisions"]) == 1


def test_a_decision_on_something_read_earlier_is_refused_with_a_sentence(case: UUID, reference: str) -> None:
    stale = world.request_of(case).version
    world.match_new(case)
    refused = post(signed_in("ada"), reference, decision(stale))
    assert refused.status_code == 409
    assert "Somebody else changed this" in refused.json()["detail"]


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": "maybe"},
        {"version": "1"},
        {"colour": "red"},
        {"reason": "x" * 10_001},
        {"version": -1},
        {"services": "LARK0001"},
    ],
)
def test_what_does_not_fit_the_shape_is_refused(changed: dict[str, Any], case: UUID, reference: str) -> None:
    body = decision(world.request_of(case).version) | changed
    assert post(signed_in("ada"), reference, body).status_code == 422


def test_closing_with_advice_needs_its_grounds_by_this_road_too(case: UUID, reference: str) -> None:
    refused = post(signed_in("ada"), reference, decision(world.request_of(case).version, grounds=[]))
    assert refused.status_code == 409
    assert "no appearance of need" in refused.json()["detail"]


def test_a_person_is_shown_with_their_requests(case: UUID, reference: str) -> None:
    person = world.match_new(case)
    shown = signed_in("ada").get(f"/api/v1/people/{person}").json()
    assert (shown["given_name"], shown["requests"]) == ("Mary", [reference])


def test_figures_are_the_managers(case: UUID) -> None:
    assert signed_in("ada").get("/api/v1/figures/today").status_code == 403
    assert signed_in("ewa").get("/api/v1/figures/today").json()["waiting"] == 1


def test_services_are_found_by_anybody() -> None:
    found = Client().get("/api/v1/services?words=lunch+club&postcode=QQ1+5LR&limit=3").json()
    assert len(found) == 3
    assert "Lunch Club" in found[0]["name"]


def test_a_search_that_does_not_fit_is_refused() -> None:
    assert Client().get("/api/v1/services", {"limit": 1000}).status_code == 422
    assert Client().get("/api/v1/services", {"words": "x" * 501}).status_code == 422
