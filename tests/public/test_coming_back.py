"""A form that is left is there again, as it was typed, for whoever has its reference and code; and for nobody else."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests import world
from tests.public.test_asking_pages import token

pytestmark = pytest.mark.django_db


def begun() -> Client:
    """Somebody in the middle of a request."""
    client = Client()
    client.post(
        "/help/about/",
        {"draft": token(client.get("/help/about/").content.decode()), "who": "me", "version": "0"},
    )
    return client


def post(client: Client, address: str, given: dict[str, Any]) -> Any:
    page = client.get(address).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    return client.post(address, {"draft": token(page), "version": version[1], **given})


def reference_and_code(html: str) -> dict[str, str]:
    found = {name: re.search(rf'id="{name}">([^<]+)<', html) for name in ("reference", "code")}
    return {name: each[1] for name, each in found.items() if each}


def post_later(client: Client, **given: str) -> Any:
    page = client.get("/help/later/").content.decode()
    return client.post("/help/later/", {"draft": token(page), **given})


@pytest.fixture
def can_send(settings: Any) -> None:
    settings.NOTIFY = {**settings.NOTIFY, "key": "k", "email_template": "e", "text_template": "t"}


def test_save_and_come_back_later_gives_what_it_takes_to_come_back() -> None:
    client = begun()
    left = post(client, "/help/help/", {"needs": "lonely", "words": "I fell.", "later": "yes"})
    assert left["Location"] == "/help/later/"
    given = reference_and_code(client.get("/help/later/").content.decode())
    another = Client()
    assert another.post("/request/", given)["Location"] == "/request/back/"
    assert another.get("/request/back/")["Location"] == "/help/me/"
    assert "I fell." in another.get("/help/help/").content.decode()


def test_what_was_wrong_when_it_was_left_is_there_as_it_was_typed() -> None:
    client = begun()
    left = post(client, "/help/me/", {"me-born-day": "31", "me-born-month": "2", "later": "yes"})
    # `me` comes after `help`, which must be answered first: the page shows all the same
    assert left["Location"] == "/help/later/"
    page = client.get("/help/me/").content.decode()
    assert 'value="31"' in page
    assert "It is not saved yet" in page


def test_what_is_typed_is_kept_while_it_is_typed() -> None:
    client = begun()
    kept = post(client, "/help/help/", {"words": "The phone rings", "autosave": "yes"})
    assert kept.status_code == 204
    page = client.get("/help/help/").content.decode()
    assert "The phone rings" in page
    assert "It is not saved yet" in page
    post(client, "/help/help/", {"needs": "lonely", "words": "The phone rang."})
    assert "It is not saved yet" not in client.get("/help/help/").content.decode()


def test_what_is_kept_while_it_is_typed_does_not_count_as_another_window() -> None:
    client = begun()
    page = client.get("/help/help/").content.decode()
    sent = {"draft": token(page), "version": re.search(r'name="version" value="(\d+)"', page)[1]}  # type: ignore[index]
    client.post("/help/help/", {**sent, "needs": "lonely", "words": "Half", "autosave": "yes"})
    gone_on = client.post("/help/help/", {**sent, "needs": "lonely", "words": "Whole"})
    assert gone_on.status_code == 302


def test_a_shared_telephone_can_be_made_to_forget() -> None:
    client = begun()
    client.post(
        "/help/later/", {"draft": token(client.get("/help/later/").content.decode()), "forget": "yes"}
    )
    assert "case" not in client.session
    assert client.get("/help/check/")["Location"] == "/help/"


def test_a_page_on_which_nothing_must_be_answered_can_be_skipped_and_others_not() -> None:
    client = begun()
    assert "Skip this page" not in client.get("/help/help/").content.decode()
    assert post(client, "/help/help/", {"skip": "yes"}).status_code == 422


@pytest.mark.parametrize("years", [0, 2])
def test_a_form_past_its_time_says_so_and_is_not_gone_on_with(
    years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = begun()
    given = reference_and_code(client.get("/help/later/").content.decode())
    today = timezone.localdate()
    monkeypatch.setattr(timezone, "localdate", lambda: date(today.year + years, today.month, 1))
    another = Client()
    another.post("/request/", given)
    page = another.get("/request/back/")
    if years:
        assert "too old to go on with" in page.content.decode()
    else:
        assert page["Location"] == "/help/help/"


def test_what_does_not_apply_any_more_is_named_before_it_is_left_out() -> None:
    client = begun()
    post(client, "/help/help/", {"needs": "lonely"})
    post(client, "/help/me/", {"me-given": "Annis", "me-family": "Bywater"})
    post(client, "/help/safe/", {"contact-by": "none"})
    post(client, "/help/about/", {"who": "someone"})
    post(client, "/help/asker/", {"asker-name": "Ben", "asker-relation": "family", "asker-knows": "agrees"})
    post(client, "/help/them/", {"them-given": "Annis", "them-family": "Bywater"})
    page = client.get("/help/check/").content.decode()
    left_out = page.split("This will not be sent")[1]
    assert "First name" in left_out
    assert "Annis" in left_out


def test_reference_and_code_are_sent_where_they_are_asked_for_now(can_send: None) -> None:
    client = begun()
    sent = post_later(client, by="text", to="07700 900 123", send="yes")
    assert "We are sending both to 07700 900 123" in sent.content.decode()


def test_they_are_not_sent_where_a_message_is_not_safe(can_send: None) -> None:
    client = begun()
    safe = {"contact-by": "phone", "phone": "01632 960 001", "message": "no"}
    post(client, "/help/help/", {"needs": "lonely"})
    post(client, "/help/me/", {"me-given": "Annis", "me-family": "Bywater"})
    post(client, "/help/safe/", safe)
    held = post_later(client, by="text", to="07700 900 123", send="yes")
    assert "We have not sent it" in held.content.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"by": "text", "to": "12"}, "12"),
        ({"by": "", "to": "07700 900 123"}, "Choose text or email"),
        ({"by": "pigeon", "to": "x"}, "Choose text or email"),
    ],
)
def test_an_address_that_cannot_be_one_is_told_and_kept(
    can_send: None, given: dict[str, str], says: str
) -> None:
    told = post_later(begun(), **given, send="yes")
    assert told.status_code == 422
    page = told.content.decode()
    assert says in page
    assert f'value="{given["to"]}"' in page


def test_where_messages_are_not_set_up_none_are_offered() -> None:
    assert "We can send them to you" not in begun().get("/help/later/").content.decode()


def test_somebody_elses_code_opens_nothing_of_ours() -> None:
    case, other = world.begin(), world.begin()
    assert case != other
    client = Client()
    assert client.get("/request/back/")["Location"] == "/request/"
