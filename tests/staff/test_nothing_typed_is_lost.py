"""Signed out in the middle of a form, or without the browser's proof: what was typed comes back to be sent again."""

from uuid import uuid4

import pytest
from django.test import Client

from onward.records.models import Staff
from tests import world

pytestmark = pytest.mark.django_db
WORDS = "You manage well. <b>&amp; ‘so’ on</b> مرحبا"


@pytest.fixture
def address() -> str:
    asked = world.request_of(world.ask_for_help())
    return f"/staff/requests/{asked.reference}/decision/"


def test_an_adviser_who_was_signed_out_finds_their_words_and_signs_in(address: str) -> None:
    page = Client().post(address, {"reason": WORDS, "outcome": "advice", "key": uuid4(), "version": "9"})
    assert page.status_code == 401
    shown = page.content.decode()
    assert "What you typed is still here" in shown
    assert "&lt;b&gt;&amp;amp; ‘so’ on&lt;/b&gt; مرحبا" in shown
    assert 'name="version" value="9"' in shown
    assert "/staff/sign-in/?next=" in shown


def test_a_form_without_its_proof_comes_back_whole() -> None:
    page = Client(enforce_csrf_checks=True).post("/help/help/", {"needs": ["lonely", "mood"], "words": WORDS})
    assert page.status_code == 403
    shown = page.content.decode()
    assert shown.count('name="needs"') == 2
    assert "مرحبا" in shown


def test_a_password_is_never_sent_back() -> None:
    page = Client(enforce_csrf_checks=True).post(
        "/staff/sign-in/", {"login": "ada", "password": "hunter2hunter2"}
    )
    assert page.status_code == 403
    assert "hunter2hunter2" not in page.content.decode()


def test_what_is_kept_is_shown_in_words() -> None:
    page = Client(enforce_csrf_checks=True).post(
        "/help/help/", {"needs": "lonely", "words": "x", "draft": "y"}
    )
    shown = page.content.decode()
    assert "Feeling lonely or cut off" in shown
    assert "What is happening" in shown


def test_somebody_whom_nobody_knows_cannot_be_opened_with_a_reason() -> None:
    asked = world.request_of(world.ask_for_help())
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    address = f"/staff/people/{uuid4()}/why/"
    assert client.get(f"{address}?request={asked.reference.lower()}").status_code == 200
    page = client.post(address, {"request": asked.reference, "reason": "curious"})
    assert page.status_code == 422
    assert "There is no such person" in page.content.decode()


def test_signed_out_and_only_looking_one_signs_in_and_comes_back(address: str) -> None:
    response = Client().get("/staff/requests/?x=1")
    assert response.status_code == 302
    assert response["Location"] == "/staff/sign-in/?next=%2Fstaff%2Frequests%2F%3Fx%3D1"


def test_two_advisers_who_decide_at_once_keep_their_words_and_see_each_others() -> None:
    case = world.ask_for_help()
    asked = world.request_of(case)
    world.match_new(case)
    client = Client()
    client.force_login(Staff.objects.get(username="ewa"))
    typed = {
        "outcome": "advice",
        "grounds": ["no_appearance_of_need"],
        "reason": WORDS,
        "version": asked.version,
        "key": uuid4(),
    }
    page = client.post(f"/staff/requests/{asked.reference}/decision/", typed)
    assert page.status_code == 422
    shown = page.content.decode()
    assert "Somebody else changed this" in shown
    assert "مرحبا" in shown
    assert f'name="version" value="{asked.version + 1}"' in shown


@pytest.mark.parametrize("next_", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(next_: str) -> None:
    ada = Staff.objects.get(username="ada")
    ada.set_password("a long enough one")
    ada.save()
    response = Client().post(
        f"/staff/sign-in/?next={next_}", {"login": "ada", "password": "a long enough one", "next": next_}
    )
    assert response.status_code == 302
    assert response["Location"] == "/staff/"


def test_a_wrong_password_is_written_down_without_what_was_typed() -> None:
    from onward.records import queries as records
    from onward.records.principal import acting_as

    page = Client().post("/staff/sign-in/", {"login": "ada", "password": "wrong"})
    assert page.status_code == 422
    with acting_as(world.staff("ewa")):
        newest = records.looks(refused=True)[0]
    assert (newest.at_what, newest.why, newest.allowed) == ("sign-in", "wrong_password", False)


def test_the_page_to_choose_whom_to_be_is_not_there_outside_the_demonstration() -> None:
    assert Client().get("/staff/choose/").status_code == 404
    assert Client().post("/staff/choose/", {"username": "ada"}).status_code == 404
