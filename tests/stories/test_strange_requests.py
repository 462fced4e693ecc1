"""What no page of ours would send: other fields, other keys, other addresses. Nothing breaks, and nothing is let in."""

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.stories.cast import Cast, ask, asked_of, write
from tests.stories.raw import SUMMARY, NewSender


def test_unknown_fields_answers_and_keys_do_no_harm(cast: Cast, new_sender: NewSender) -> None:
    resident = new_sender()
    resident.fill("/help/about/", ("who", "me"), ("state", "decided"), ("wish", "ring"), ("x", "y"))
    assert resident.fill("/help/about/", ("who", "the king")).status == 422
    assert resident.fill("/help/help/", ("needs", "lonely"), ("needs", "gold")).status == 422
    for name, value in (
        ("draft", "forged:by:me"),
        ("draft", "\0"),
        ("version", "²"),
        ("version", "9" * 5000),
    ):
        assert write(resident).status == 200
        assert resident.fill("/help/help/", ("needs", "lonely"), (name, value)).status in (200, 409)
    write(resident)
    for key in ("", "not a key", "\0", "9" * 40):
        assert resident.fill("/help/check/", ("key", key)).url.endswith("/help/check/")
    asked = asked_of(resident.fill("/help/check/", ("state", "decided"), ("case", str(uuid4()))))
    assert "Waiting" in cast.sender("ada").get(f"/staff/requests/{asked.reference}/").text


REQUEST, PERSON = "/staff/requests/{tried}/", "/staff/requests/{tried}/person/"


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        (REQUEST, "key", "not a key"),
        (REQUEST, "key", ""),
        (REQUEST, "version", "x"),
        (REQUEST, "version", "9" * 40),
        (PERSON, "key", "not a key"),
        (PERSON, "key", ""),
        (PERSON, "version", "x"),
        (PERSON, "version", "9" * 40),
    ],
)
def test_staff_are_told_in_words_when_a_hidden_field_is_wrong(
    cast: Cast, path: str, name: str, value: str
) -> None:
    typed = (("reason", "Kept words."), ("given_name", "Kept words."), ("outcome", "urgent"))
    answer = cast.sender("ada").fill(cast.path(path), *typed, (name, value))
    assert answer.status == 422
    assert "Kept words." in answer.text
    told = answer.text.partition(f"{SUMMARY}__list")[2].partition("</ul>")[0]
    assert told
    for jargon in ("UUID", "This field", "integer", "whole number", "valid", "required"):
        assert jargon not in told


@pytest.mark.parametrize(
    "path",
    [
        "/staff/requests/%00/",
        "/staff/requests/%00%ff/person/",
        "/staff/requests/'%20or%201=1/",
        "/staff/people/{person}/why/?request=%00",
        "/staff/people/not-a-person/",
        "/staff/figures/today/gold/",
        "/staff/looks/?refused=%00",
        "/api/v1/requests/%00",
        "/api/v1/people/%00",
        "/api/v1/services?words=%00&postcode=%00",
        "/services/?words=%00%ed%a0%80&postcode=%00",
        "/help/%00/",
        "/staff/choose/?next=//elsewhere.example",
    ],
)
def test_a_strange_address_breaks_nothing(cast: Cast, path: str) -> None:
    for who in ("ewa", "ada", "carol", "nobody"):
        assert cast.sender(who).get(cast.path(path)).status < 500


@pytest.mark.parametrize("person", ["{person}", "00000000-0000-4000-8000-000000000002"])
def test_a_reason_to_see_nobody_that_there_is_breaks_nothing(cast: Cast, person: str) -> None:
    path = cast.path(f"/staff/people/{person}/why/?request={{tried}}")
    assert cast.sender("ada").fill(path, ("reason", "They fell.")).status in (200, 404, 422)


def test_the_reference_in_the_address_of_a_reason_is_read_as_people_type_it(cast: Cast) -> None:
    path = cast.path("/staff/people/{person}/why/?request=") + cast.asked["tried"].reference.lower()
    assert cast.sender("ada").get(path).status == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"reason": "Much " * 20_000},
        {"outcome": "gold"},
        {"key": "value"},
        {"version": 10**30},
        {"services": ["x"] * 500},
        {"reason": "A\0B"},
        {"services": ["a b"]},
    ],
    ids=lambda each: next(iter(each)),
)
def test_a_strange_decision_by_the_interface_is_refused_with_a_reason(
    cast: Cast, new_sender: NewSender, changes: dict[str, Any]
) -> None:
    asked, ewa = ask(new_sender()), cast.sender("ewa")
    address = f"/api/v1/requests/{asked.reference}"
    version = json.loads(ewa.get(address).text)["version"]
    cookies = {each["name"]: each["value"] for each in ewa.request.storage_state()["cookies"]}
    answer = ewa.request.post(
        f"{address}/decision",
        data={
            "outcome": "advice",
            "grounds": ["no_appearance_of_need"],
            "reason": "R.",
            "version": version,
            **changes,
        },
        headers={"X-CSRFToken": cookies["csrftoken"], "Idempotency-Key": str(uuid4())},
    )
    assert answer.status in (200, 409, 422), answer.text()
    assert answer.status == 200 or answer.json()["detail"]


@pytest.mark.parametrize(("method", "path"), [("GET", "/staff/sign-out/"), ("POST", "/help/about/")])
def test_an_address_used_wrongly_still_shows_a_page_with_a_way_on(
    new_sender: NewSender, method: str, path: str
) -> None:
    sender = new_sender()
    many = [(f"field{number}", "x") for number in range(1100)]
    answer = sender.get(path) if method == "GET" else sender.post(path, many)
    assert "<h1" in answer.text
    assert 'href="/' in answer.text
