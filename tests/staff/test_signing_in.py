"""A user name and a password, what is locked after wrong ones, and how long a sign-in lasts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from onward.staff.account import lifetime
from tests.staff.signing import (
    PASSWORD,
    code,
    events_of,
    forget_counts,
    give_password,
    is_in,
    newest_look,
    sign_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ada_has_a_password() -> Iterator[None]:
    forget_counts()
    give_password()
    yield
    cache.clear()


def test_with_the_right_password_one_is_in_and_it_is_written_down() -> None:
    client = Client()
    assert sign_in(client).status_code == 302
    assert is_in(client)
    newest = events_of("ada")[0]
    assert (newest.kind, newest.details["way"], newest.details["factor"]) == (
        "staff.signed_in",
        "password",
        "",
    )


def test_one_goes_on_where_one_was_going() -> None:
    response = sign_in(Client(), next="/staff/requests/?x=1")
    assert response["Location"] == "/staff/requests/?x=1"


@pytest.mark.parametrize(("username", "password"), [("ada", "wrong"), ("nobody", PASSWORD)])
def test_a_wrong_password_and_an_unknown_name_are_told_the_same(username: str, password: str) -> None:
    page = sign_in(Client(), username, password)
    assert page.status_code == 422
    assert "do not belong together" in page.content.decode()
    assert (newest_look().why, newest_look().by) == ("wrong_password", "")


def test_after_five_wrong_passwords_even_the_right_one_waits_and_no_longer_than_five_minutes() -> None:
    client = Client()
    for _ in range(5):
        sign_in(client, password="wrong")
    page = sign_in(client)
    assert page.status_code == 422
    assert "Wait five minutes" in page.content.decode()
    assert newest_look().why == "locked"
    assert not is_in(client)
    forget_counts()
    sign_in(client)
    assert is_in(client)


def test_four_wrong_passwords_lock_nothing_and_the_right_one_counts_as_none() -> None:
    client = Client()
    for _ in range(4):
        sign_in(client, password="wrong")
    sign_in(client)
    assert is_in(client)


def test_a_lock_is_for_one_name_only() -> None:
    give_password("ewa")
    for _ in range(6):
        sign_in(Client(), password="wrong")
    client = Client()
    sign_in(client, "ewa")
    assert is_in(client)


def test_what_is_counted_names_nobody() -> None:
    from django.db import connection

    sign_in(Client(), password="wrong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM onward_counter")
        keys = [row[0] for row in cursor.fetchall()]
    assert keys
    assert all(set(each) <= set("0123456789abcdef") and len(each) == 64 for each in keys)


def test_signing_out_needs_its_button() -> None:
    client = Client()
    sign_in(client)
    client.get("/staff/sign-out/")
    assert is_in(client)
    client.post("/staff/sign-out/")
    assert not is_in(client)
    assert events_of("ada")[0].details["why"] == "signed_out"


@pytest.mark.parametrize(
    ("key", "hours", "why"), [(lifetime.SEEN, 1, "idle"), (lifetime.BEGUN, 12, "too_long")]
)
@pytest.mark.parametrize("lasts", [True, False])
def test_a_sign_in_ends_by_itself(key: str, hours: int, why: str, lasts: bool) -> None:
    client = Client()
    sign_in(client)
    session = client.session
    session[key] -= hours * 3600 + (-20 if lasts else 5)
    session.save()
    assert is_in(client) == lasts
    assert (events_of("ada")[0].details.get("why") == why) == (not lasts)


def test_whoever_goes_on_working_stays_in(settings: Settings) -> None:
    settings.ONWARD_IDLE = timedelta(minutes=10)
    client = Client()
    sign_in(client)
    session = client.session
    session[lifetime.SEEN] -= 9 * 60
    session.save()
    assert is_in(client)
    session = client.session
    session[lifetime.SEEN] -= 9 * 60
    session.save()
    assert is_in(client)


def test_a_changed_password_ends_every_other_sign_in() -> None:
    here, elsewhere = Client(), Client()
    sign_in(here)
    sign_in(elsewhere)
    new = "three other words here"
    page = here.post(
        "/staff/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert page.status_code == 302
    assert is_in(here)
    assert not is_in(elsewhere)
    assert events_of("ada")[0].kind == "staff.password_changed"
    sign_in(elsewhere, password=new)
    assert is_in(elsewhere)


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("wrong", "three other words here", "three other words here", "not your password of today"),
        (PASSWORD, "Zshort", "Zshort", "at least 12 characters"),
        (PASSWORD, "three other words here", "three other words", "same password"),
    ],
)
def test_a_password_is_not_changed_where_something_is_wrong(
    old: str, new: str, again: str, says: str
) -> None:
    client = Client()
    sign_in(client)
    page = client.post("/staff/account/password/", {"oldpassword": old, "password1": new, "password2": again})
    assert page.status_code == 422
    assert says in page.content.decode()
    assert new not in page.content.decode()
    assert sign_in(Client()).status_code == 302


def test_who_has_no_password_is_not_asked_to_change_it() -> None:
    client = Client()
    sign_in(client)
    from onward.records.models import Staff

    ada = Staff.objects.get(username="ada")
    ada.set_unusable_password()
    ada.save()
    client.force_login(ada)
    assert client.get("/staff/account/password/")["Location"] == "/staff/account/"
    assert "None: you sign in another way" in client.get("/staff/account/").content.decode()


def test_sessions_are_listed_and_can_be_ended_one_by_one_and_all_at_once() -> None:
    here, first, second = Client(HTTP_USER_AGENT="Here"), Client(HTTP_USER_AGENT="First"), Client()
    for each in (here, first, second):
        sign_in(each)
    page = here.get("/staff/account/sessions/").content.decode()
    assert "First" in page
    from allauth.usersessions.models import UserSession

    chosen = UserSession.objects.get(user_agent="First").pk
    here.post("/staff/account/sessions/", {"session": chosen})
    assert [is_in(each) for each in (here, first, second)] == [True, False, True]
    here.post("/staff/account/sessions/", {"session": "others"})
    assert [is_in(each) for each in (here, first, second)] == [True, False, False]
    assert events_of("ada")[0].details == {
        "staff": events_of("ada")[0].details["staff"],
        "sessions": 1,
        "why": "ended",
    }


def test_nobody_ends_somebody_elses_session() -> None:
    from allauth.usersessions.models import UserSession

    give_password("ewa")
    ada, ewa = Client(HTTP_USER_AGENT="Hers"), Client()
    sign_in(ada)
    sign_in(ewa, "ewa")
    for chosen in (UserSession.objects.get(user_agent="Hers").pk, "others"):
        ewa.post("/staff/account/sessions/", {"session": chosen})
    assert is_in(ada)


@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "password/reset/",
        "email/",
        "confirm-email/",
        "3rdparty/",
        "inactive/",
        "login/code/",
        "phone/change/",
    ],
)
@pytest.mark.parametrize("before", ["/accounts/", "/staff/", "/staff/account/"])
def test_what_is_not_in_use_is_not_there(before: str, path: str) -> None:
    client = Client()
    sign_in(client)
    assert client.get(f"{before}{path}").status_code == 404
    assert client.post(f"{before}{path}").status_code == 404


def test_a_code_is_no_password() -> None:
    assert len(code("GEZDGNBVGY3TQOJQ")) == 6
    assert sign_in(Client(), password=code("GEZDGNBVGY3TQOJQ")).status_code == 422
