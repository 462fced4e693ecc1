"""Whoever signs in with a password shows something more: the code of an app, or a code for when it is lost."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django.fixtures import Settings

from onward.records.models import Staff
from onward.staff.account import lifetime
from tests.staff.signing import (
    code,
    events_of,
    forget_counts,
    give_password,
    is_in,
    newest_look,
    post,
    set_up_app,
    sign_in,
)

pytestmark = pytest.mark.django_db
SET_UP = "/staff/account/second-factor/"
ASKED = "/staff/sign-in/code/"


@pytest.fixture(autouse=True)
def as_in_production(settings: Settings) -> Iterator[None]:
    settings.ONWARD_SECOND_FACTOR = True
    forget_counts()
    give_password()
    yield
    forget_counts()


@pytest.fixture
def secret() -> str:
    """Ada has an app."""
    client = Client()
    sign_in(client)
    return set_up_app(client)


def test_at_the_first_sign_in_one_is_led_to_set_one_up_and_gets_no_further() -> None:
    client = Client()
    sign_in(client)
    for path in (
        "/staff/",
        "/staff/requests/",
        "/staff/account/",
        "/staff/account/sessions/",
        "/staff/account/password/",
    ):
        assert client.get(path)["Location"] == SET_UP, path
        assert client.post(path)["Location"] == SET_UP, path
    assert client.get("/api/v1/requests").status_code == 401
    assert client.get("/api/fhir/r4/QuestionnaireResponse").status_code == 401
    assert client.get(SET_UP).status_code == 200


def test_a_code_of_the_app_sets_it_up_and_the_codes_for_when_it_is_lost_are_shown_once() -> None:
    client = Client()
    sign_in(client)
    set_up_app(client)
    first, second = (client.get("/staff/account/codes/").content.decode() for _ in range(2))
    assert "You see them this once" in first
    assert first.count("<code>") == 10
    assert second.count("<code>") == 0
    assert is_in(client)
    kinds = [(each.kind, each.details.get("factor"), each.details.get("change")) for each in events_of("ada")]
    assert ("staff.factor_changed", "totp", "added") in kinds
    assert ("staff.factor_changed", "recovery_codes", "added") in kinds


def test_with_a_wrong_code_it_is_not_set_up() -> None:
    client = Client()
    sign_in(client)
    client.get("/staff/account/app/")
    page = client.post("/staff/account/app/", {"code": "000000"})
    assert page.status_code == 422
    assert "That is not the code" in page.content.decode()
    assert client.get("/staff/requests/")["Location"] == SET_UP


def test_the_password_alone_leads_to_the_question_for_the_code(secret: str) -> None:
    client = Client()
    assert sign_in(client, next="/staff/requests/?x=1")["Location"].startswith(ASKED)
    assert not is_in(client)
    response = client.post(ASKED, {"code": code(secret)})
    assert response["Location"] == "/staff/requests/?x=1"
    assert is_in(client)
    assert events_of("ada")[0].details["factor"] == "totp"


@pytest.mark.parametrize("wrong", ["000000", "", "12345", "abcdef", "  "])
def test_with_a_wrong_code_nobody_is_in_and_it_is_known_who_tried(secret: str, wrong: str) -> None:
    client = Client()
    sign_in(client)
    page = client.post(ASKED, {"code": wrong})
    assert page.status_code == 422
    assert not is_in(client)
    if wrong.strip():
        assert newest_look().why == "wrong_code"
        assert newest_look().who == "Ada Answerwell"


@pytest.mark.parametrize("after", [-2, -1, 1, 2])
def test_a_code_of_another_half_minute_is_wrong(secret: str, after: int) -> None:
    client = Client()
    sign_in(client)
    assert client.post(ASKED, {"code": code(secret, after=after)}).status_code == 422


def test_a_code_that_was_used_is_not_taken_again(secret: str) -> None:
    used = code(secret)
    first, second = Client(), Client()
    sign_in(first)
    sign_in(second)
    assert first.post(ASKED, {"code": used}).status_code == 302
    assert second.post(ASKED, {"code": used}).status_code == 422
    assert not is_in(second)


def test_wrong_codes_lock_too(secret: str) -> None:
    client = Client()
    sign_in(client)
    for _ in range(5):
        client.post(ASKED, {"code": "000000"})
    page = client.post(ASKED, {"code": code(secret)})
    assert page.status_code == 422
    assert "Wait five minutes" in page.content.decode()


def test_a_code_for_when_it_is_lost_works_once(secret: str) -> None:
    lost = Authenticator.objects.get(type="recovery_codes").wrap().generate_codes()[0]
    first, second = Client(), Client()
    for client, status in ((first, 302), (second, 422)):
        sign_in(client)
        assert client.post(ASKED, {"code": lost}).status_code == status
    assert is_in(first)
    assert not is_in(second)
    assert events_of("ada")[0].details["factor"] == "recovery_codes"


def test_new_codes_for_when_it_is_lost_take_the_place_of_the_old(secret: str) -> None:
    old = Authenticator.objects.get(type="recovery_codes").wrap().generate_codes()[0]
    client = Client()
    sign_in(client)
    client.post(ASKED, {"code": code(secret)})
    assert post(client, "/staff/account/codes/new/")["Location"] == "/staff/account/codes/"
    assert client.get("/staff/account/codes/").content.decode().count("<code>") == 10
    assert events_of("ada")[0].details["change"] == "renewed"
    other = Client()
    sign_in(other)
    assert other.post(ASKED, {"code": old}).status_code == 422


def test_without_the_password_there_is_no_question_for_a_code() -> None:
    assert Client().get(ASKED)["Location"] == "/staff/sign-in/"
    assert Client().post(ASKED, {"code": "123456"})["Location"] == "/staff/sign-in/"


def test_who_removes_the_last_one_is_asked_to_set_up_another_at_once(secret: str) -> None:
    client = Client()
    sign_in(client)
    client.post(ASKED, {"code": code(secret)})
    assert client.post("/staff/account/app/remove/").status_code == 302
    assert client.get("/staff/requests/")["Location"] == SET_UP
    assert not Authenticator.objects.exists()


def test_a_while_after_signing_in_a_change_asks_for_the_password_again(secret: str) -> None:
    client = Client()
    sign_in(client)
    client.post(ASKED, {"code": code(secret)})
    session = client.session
    session[lifetime.SHOWN] -= lifetime.FRESH + 1
    session.save()
    asked = client.get("/staff/account/app/remove/")
    assert asked["Location"].startswith("/staff/account/password/again/")
    wrong = client.post(asked["Location"], {"password": "wrong"})
    assert wrong.status_code == 422
    right = client.post(asked["Location"], {"password": "correct horse battery"})
    assert right["Location"] == "/staff/account/app/remove/"
    assert client.get("/staff/account/app/remove/").status_code == 200


def test_a_sign_in_from_before_somebody_had_one_does_not_count(settings: Settings) -> None:
    before, now = Client(), Client()
    sign_in(before)
    sign_in(now)
    set_up_app(now)
    assert is_in(now)
    assert before.get("/staff/requests/").status_code == 302


def test_the_secret_is_sealed(secret: str) -> None:
    assert secret not in str(Authenticator.objects.get(type="totp").data)


def test_the_page_of_ones_account_says_what_there_is(secret: str) -> None:
    client = Client()
    sign_in(client)
    client.post(ASKED, {"code": code(secret)})
    page = client.get("/staff/account/").content.decode()
    for part in ("Ada Answerwell", "Change your password", "Remove the app", "Add a passkey", "Signed in"):
        assert part in page


def test_where_it_is_switched_off_the_password_is_enough(settings: Settings) -> None:
    settings.ONWARD_SECOND_FACTOR = False
    client = Client()
    sign_in(client)
    assert is_in(client)


def test_somebody_else_on_the_same_computer_is_not_taken_for_the_one_before(secret: str) -> None:
    give_password("ewa")
    client = Client()
    sign_in(client)
    client.post(ASKED, {"code": code(secret)})
    client.force_login(Staff.objects.get(username="ewa"))
    assert client.get("/staff/requests/")["Location"] == SET_UP
