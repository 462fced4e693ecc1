"""Whoever has no business with a record does not see it, and the manager sees that they tried."""

import json
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask, make_person, sign_in
from tests.stories.conftest import OpenPage
from tests.stories.raw import NewSender, Sender

OPEN_TO_EVERYBODY = {"staff/", "staff/sign-out/", "staff/choose/"}
SIGNING_IN = ("staff/sign-in/", "staff/account/")  # before any role, and one's own: tests/staff
REFUSED = "This is not yours to see"
DECISION = {"outcome": "urgent", "reason": "Mine.", "version": 1}


@pytest.fixture(scope="module")
def record(cast: Cast, new_sender: NewSender) -> dict[str, str]:
    """A real request of a real person, and everything else that an address may name."""
    reference = ask(new_sender(), given="Secret").reference
    person = make_person(cast.sender("ada"), reference)
    form = {"name": "first-contact", "shape": "whole", "questionnaire": "first-contact", "style": "standard"}
    directory = {"number_of_pair": "1", "service_id": "any", "service": str(uuid4()), "remark": str(uuid4())}
    message = {
        "message": str(uuid4()),
        "number": str(uuid4()),
    }  # nobody's: whoever may not see messages is refused before that is known
    # Nobody's either.
    nobodys = dict.fromkeys(("promise", "case", "introduction", "claim", "amendment"), str(uuid4()))
    named = {
        "reference": reference,
        "person": person,
        "which": "came-in",
        "monday": "2026-11-16",
        "ended": "kept",
    }
    return {**named, **form, **directory, **message, **nobodys}


def test_a_worker_elsewhere_is_refused_every_staff_page_and_each_attempt_is_in_the_managers_log(
    open_page: OpenPage, cast: Cast, record: dict[str, str]
) -> None:
    carol, manager = _as("carol", open_page(), cast), open_page()
    before = _refused_by("Carol Carefar", manager, cast)
    tried = [_filled(route, record) for route in _staff_routes() if route not in OPEN_TO_EVERYBODY]
    assert len(tried) >= 8
    for path in tried:
        answer = carol.goto(path)
        assert answer and answer.status == 403, path
        expect(carol.get_by_role("heading", level=1)).to_have_text(REFUSED)
        for secret in ("Secret", "Bywater", record["reference"]):
            assert secret not in carol.locator("main").inner_text()
    for path in tried:
        form = [("csrfmiddlewaretoken", _csrf(carol)), ("outcome", "urgent"), ("reason", "Mine.")]
        assert Sender(carol.request).post(path, form).status == 403, path
    after = _refused_by("Carol Carefar", manager, cast)
    assert {path: after.count(("page", path)) - before.count(("page", path)) for path in tried} == (
        dict.fromkeys(tried, 2)
    )


def test_a_worker_elsewhere_is_refused_every_operation_of_the_interface_and_each_is_in_the_log(
    open_page: OpenPage, cast: Cast, record: dict[str, str]
) -> None:
    carol = _as("carol", open_page(), cast)
    tried = []
    for path, method in _operations(cast.sender("carol")):
        address = _filled(path, record)
        headers = {"X-CSRFToken": _csrf(carol), "Idempotency-Key": str(uuid4())}
        answer = carol.request.fetch(address, method=method, headers=headers, data=DECISION)
        assert answer.status == 403, f"{method} {address}: {answer.status} {answer.text()}"
        assert "written down" in answer.json()["detail"]
        tried.append(address)
    assert len(tried) >= 5
    log = _refused_by("Carol Carefar", open_page(), cast)
    assert [address for address in tried if ("api", address) not in log] == []


def test_an_adviser_of_another_team_finds_nothing_by_the_reference_and_the_attempt_is_in_the_log(
    open_page: OpenPage, cast: Cast, record: dict[str, str]
) -> None:
    olu = _as("olu", open_page(), cast)
    for path in (
        "/staff/requests/{reference}/",
        "/staff/requests/{reference}/person/",
        "/staff/people/{person}/",
    ):
        answer = olu.goto(path.format(**record))
        assert answer and answer.status == 404
        expect(olu.get_by_role("heading", level=1)).to_have_text("We could not find that")
        assert "Secret" not in olu.content()
    olu.goto("/staff/requests/")
    expect(olu.locator("main")).to_contain_text("Nothing waits.")
    log = _refused_by("Olu Otherward", open_page(), cast)
    assert ("page", f"request {record['reference']}") in log
    assert ("page", f"person {record['person']}") in log


def test_what_is_not_there_looks_the_same_as_what_may_not_be_seen(
    open_page: OpenPage, cast: Cast, record: dict[str, str]
) -> None:
    olu = _as("olu", open_page(), cast)
    olu.goto(f"/staff/requests/{record['reference']}/")
    hidden = olu.locator("main").inner_text()
    olu.goto("/staff/requests/0000-0000/")
    assert olu.locator("main").inner_text() == hidden


def test_an_adviser_sees_neither_the_figures_nor_who_looked(open_page: OpenPage, cast: Cast) -> None:
    ada = _as("ada", open_page(), cast)
    for path in ("/staff/figures/today/", "/staff/looks/"):
        answer = ada.goto(path)
        assert answer and answer.status == 403
    assert ada.get_by_role("link", name="Who looked").count() == 0


def test_somebody_signed_out_is_asked_to_sign_in_and_sees_nothing(
    page: Page, new_sender: NewSender, record: dict[str, str]
) -> None:
    for route in _staff_routes():
        if route not in OPEN_TO_EVERYBODY:
            page.goto(_filled(route, record))
            assert "/staff/sign-in/" in page.url
    for path, method in _operations(new_sender()):
        assert page.request.fetch(_filled(path, record), method=method, data=DECISION).status in (401, 403)


def _as(who: str, page: Page, cast: Cast) -> Page:
    """A session of their own: the cast's is not ended by what is tried here."""
    sign_in(Sender(page.request), who)
    return page


def _csrf(page: Page) -> str:
    return next(each["value"] for each in page.context.cookies() if each["name"] == "csrftoken")


def _refused_by(name: str, page: Page, cast: Cast) -> list[tuple[str, str]]:
    """What the manager's log says that somebody was refused, and by which road."""
    cast.be("ewa", page.context)
    page.goto("/staff/looks/?refused")
    rows = [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()]
    return [(road, at_what) for _, who, at_what, _, road, _ in rows if who == name]


def _staff_routes() -> list[str]:
    """Every address of a staff page that is not one's own, from the product's own list of them."""
    routes = [route for route in _routes(get_resolver().url_patterns) if route.startswith("staff/")]
    return [route for route in routes if not route.startswith(SIGNING_IN)]


def _routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, before + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield before + str(each.pattern)


def _operations(sender: Sender) -> list[tuple[str, str]]:
    """Every operation that the interface says is for staff: all but those that say no security."""
    paths = json.loads(sender.get("/api/v1/openapi.json").text)["paths"]
    return [
        (path, method.upper())
        for path, operations in paths.items()
        for method, operation in operations.items()
        if operation.get("security")
    ]


def _filled(route: str, record: dict[str, str]) -> str:
    names = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
    return "/" + names.format(**record).lstrip("/")
