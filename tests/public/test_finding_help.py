"""Finding help on the public's pages and the staff's, without a browser."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from onward.directory import checking, queries
from onward.records.models import Staff
from onward.records.principal import acting_as
from tests import world

pytestmark = pytest.mark.django_db


def page(address: str, client: Client | None = None) -> Any:
    return (client or Client()).get(address)


def text(address: str, client: Client | None = None) -> str:
    return unescape(page(address, client).content.decode())


def adviser() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    return client


def test_the_number_found_is_said_and_the_numbers_on_the_map_are_those_of_the_list() -> None:
    html = text("/services/?words=lunch+club&near=Beck+End&km=3")
    listed = re.findall(r'onward-service__number">(\d+)', html)
    assert f"{len(listed)} places found" in html
    svg = html[html.index("<svg viewBox") : html.index("</svg>", html.index("<svg viewBox"))]
    drawn = [
        each
        for pin in re.findall(r'<text x="[\d.]+" y="[\d.]+">([\d, ]+)</text>', svg)
        for each in pin.split(", ")
    ]
    assert set(drawn) <= set(listed)
    assert 'role="img"' in svg
    assert "style=" not in svg


def test_each_filter_is_shown_and_can_be_taken_off() -> None:
    html = text("/services/?words=lunch&near=Beck+End&km=10&free=yes&access=hearing")
    links = re.findall(r'class="onward-filter" href="([^"]+)"', html)
    assert links == [
        "?words=lunch&near=Beck+End&free=yes&access=hearing",
        "?words=lunch&near=Beck+End&km=10&access=hearing",
        "?words=lunch&near=Beck+End&km=10&free=yes",
    ]


def test_nothing_left_always_leads_on() -> None:
    html = text("/services/?words=lunch&near=Beck+End&km=1&age=3&access=signing")
    assert "Nothing found with all these choices" in html
    for address in re.findall(r'<li><a class="govuk-link" href="(\?words[^"]+)">Take', html):
        assert "places found" in text(f"/services/{address}") or "place found" in text(f"/services/{address}")
    for way in ("What is nearest to you", 'href="/help/"', 'href="/ring-me/"'):
        assert way in html


def test_a_name_that_several_places_have_is_a_choice_and_a_choice_is_one() -> None:
    html = text("/services/?words=&near=village+hall")
    choices = re.findall(r'<li><a class="govuk-link" href="(\?near=Village[^"]+)">', html)
    assert len(choices) > 1
    assert "The ring is the place you gave" in text(f"/services/{choices[0]}")


def test_a_long_list_has_pages_which_go_on_counting() -> None:
    first, second = text("/services/?near=Beck+End"), text("/services/?near=Beck+End&page=2")
    assert 'href="?near=Beck+End&page=2"' in first
    assert re.findall(r'onward-service__number">(\d+)', second)[0] == "21"
    assert text("/services/?near=Beck+End&page=99999").count("onward-service__number") > 0


@pytest.mark.parametrize(
    "address",
    [
        "?words=x&km=999&opening=never&free=maybe&age=old&language=%00&access=flying&page=-1",
        "?near=" + "x" * 5000,
        "?words=%00&near=%F0%9F%92%99&age=" + "9" * 500,
    ],
)
def test_whatever_is_asked_is_answered(address: str) -> None:
    assert page(f"/services/{address}").status_code == 200


def test_an_age_that_is_none_is_told() -> None:
    assert "Age: write it in whole years, like 82" in text("/services/?words=lunch&age=old")


def some_service() -> Any:
    return queries.find(words="lunch club", postcode="QQ1 5LR").suggestions[0]


def test_a_service_has_a_page_and_one_that_is_gone_says_so() -> None:
    found = some_service()
    html = text(f"/services/{found.uuid}/")
    for said in (found.name, found.telephone, "Last checked", "This is wrong, or has closed"):
        assert said in html
    assert page("/services/00000000-0000-4000-8000-000000000000/").status_code == 404
    by = world.staff("edie")
    with acting_as(by):
        checking.close(service=found.service_id, by=by, on=world.TODAY)
    gone = page(f"/services/{found.uuid}/")
    assert (gone.status_code, "We do not list this any more" in gone.content.decode()) == (410, True)


def test_what_is_typed_about_it_is_not_lost_where_something_lacks() -> None:
    address = f"/services/{some_service().uuid}/wrong/"
    key = re.findall(r'name="key" value="([^"]+)"', text(address))[0]
    sent = {"wrong": "", "words": "It is at two now.", "reach": "01632 960 777", "key": key}
    refused = Client().post(address, sent)
    html = refused.content.decode()
    assert (refused.status_code, "Choose what is wrong" in html) == (422, True)
    assert all(each in html for each in ("It is at two now.", "01632 960 777", key))
    for _ in range(2):
        answer = Client().post(address, {**sent, "wrong": "details"})
        assert answer["Location"] == address.replace("wrong/", "?thanks")
    assert "Thank you." in text(answer["Location"])


def test_the_printed_list_has_what_one_needs_on_the_way() -> None:
    found = some_service()
    html = text("/services/?words=lunch+club&near=QQ1+5LR&print=yes")
    for said in (found.name, found.telephone, found.opening_hours, "Printed on", "Larkmoor is made up"):
        assert said in html
    assert "<svg viewBox" not in html


def test_staff_have_the_same_list_with_room_and_checks() -> None:
    html = text("/staff/services/?words=lunch+club&near=Beck+End", adviser())
    assert "Last checked" in html
    assert "Last checked" not in text("/services/?words=lunch+club&near=Beck+End")
    found = some_service()
    assert "Last checked" in text(f"/staff/services/{found.uuid}/", adviser())
    assert page("/staff/services/00000000-0000-4000-8000-000000000000/", adviser()).status_code == 404
    assert page("/staff/services/").status_code == 302
    edie = Client()
    edie.force_login(Staff.objects.get(username="edie"))
    assert page("/staff/services/", edie).status_code == 403
