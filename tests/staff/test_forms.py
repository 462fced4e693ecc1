"""Forms in every shape, for whoever writes them: tried out, and nothing of it kept."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from onward.policy import questionnaires
from onward.records.models import Case, Staff

pytestmark = pytest.mark.django_db
FORM = "/staff/forms/first-contact/"


@pytest.fixture
def ada() -> Client:
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    return client


@pytest.mark.parametrize(
    "address", ["/staff/forms/", FORM, *(f"{FORM}{each}/" for each in ("pages", "whole", "reading"))]
)
def test_a_form_in_force_is_shown_in_every_shape(ada: Client, address: str) -> None:
    page = ada.get(address)
    assert page.status_code == 200
    assert "Ask for help" in page.content.decode()


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found
    return unescape(found[1])


def test_pages_are_walked_through_and_what_was_answered_goes_along(ada: Client) -> None:
    page = ada.get(f"{FORM}pages/").content.decode()
    assert "Part 2 of 7" in page
    sends = {"carried": hidden(page, "carried"), "part": hidden(page, "part")}
    assert ada.post(f"{FORM}pages/", sends).status_code == 422
    page = ada.post(f"{FORM}pages/", {**sends, "who": "someone"}).content.decode()
    assert "Part 3 of 7" in page
    assert '"someone"' in hidden(page, "carried")
    sends = {"carried": hidden(page, "carried"), "part": hidden(page, "part")}
    back = ada.post(f"{FORM}pages/", {**sends, "back": "1", "asker-name": "Ann"}).content.decode()
    assert "Part 2 of 7" in back
    assert '"Ann"' in hidden(back, "carried")


def test_the_last_page_shows_what_was_answered(ada: Client) -> None:
    carried = json.dumps({"who": ["me"], "needs": ["lonely"], "me-given": ["Mary"], "me-family": ["Lamb"]})
    sends = {"carried": carried, "part": "safe", "contact-by": "none"}
    page = ada.post(f"{FORM}pages/", sends).content.decode()
    assert "That was the last page" in page
    assert "Feeling lonely or cut off" in page


@pytest.mark.parametrize(
    "carried", ["", "{", "[]", '"x"', '{"who": "me"}', '{"who": [1]}', "[" * 100_000, '{"who": null}']
)
def test_whatever_is_carried_breaks_nothing(ada: Client, carried: str) -> None:
    page = ada.post(f"{FORM}pages/", {"carried": carried, "part": "about", "who": "me"})
    assert page.status_code == 200
    assert ada.post(f"{FORM}pages/", {"carried": carried, "part": "gold"}).status_code == 200


def test_the_whole_form_says_what_is_missing_and_keeps_what_was_typed(ada: Client) -> None:
    page = ada.post(f"{FORM}whole/", {"finish": "1", "words": "Nobody comes."})
    assert page.status_code == 422
    assert "There is something to put right" in page.content.decode()
    assert "Nobody comes." in page.content.decode()


@pytest.mark.parametrize("style", ["standard", "large-print", "easy-read"])
def test_a_form_comes_as_a_file_to_print(ada: Client, style: str) -> None:
    page = ada.get(f"{FORM}{style}/")
    assert page["Content-Type"] == "application/pdf"
    assert style in page["Content-Disposition"]
    assert page.content.startswith(b"%PDF-")


@pytest.mark.parametrize("address", ["/staff/forms/gold/", "/staff/forms/gold/pages/", f"{FORM}gold/"])
def test_a_form_or_a_shape_that_is_not_there(ada: Client, address: str) -> None:
    assert ada.get(address).status_code == 404


def test_nothing_that_is_tried_out_is_kept(ada: Client) -> None:
    before = Case.objects.count()
    ada.post(f"{FORM}whole/", {"save": "1", "words": "Nobody comes."})
    ada.post(f"{FORM}pages/", {"carried": "{}", "part": "about", "who": "me"})
    assert Case.objects.count() == before


@pytest.mark.parametrize("address", ["/staff/forms/", FORM, f"{FORM}whole/"])
def test_forms_are_for_whoever_may_see_them(address: str) -> None:
    client = Client()
    assert client.get(address).status_code == 302
    client.force_login(Staff.objects.get(username="carol"))
    assert client.get(address).status_code == 403


def test_what_is_found_wrong_with_a_form_stands_over_each_shape(
    ada: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questionnaires, "findings", lambda council, name: ["Line 3: `who` is needed."])
    for shape in ("", "pages/", "whole/", "reading/"):
        assert "Line 3: `who` is needed." in ada.get(f"{FORM}{shape}").content.decode()
    assert "1 thing to look at" in ada.get("/staff/forms/").content.decode()
