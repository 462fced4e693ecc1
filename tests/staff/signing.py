"""Short ways to say what the tests of signing in say often."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, TestCase

from onward.records import queries
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.records.queries import EventSeen, LookSeen
from tests import world

PASSWORD = "correct horse battery"
PERIOD = 30


def give_password(username: str = "ada") -> Staff:
    member = Staff.objects.get(username=username)
    member.set_password(PASSWORD)
    member.save()
    return member


def sign_in(client: Client, username: str = "ada", password: str = PASSWORD, **more: str) -> HttpResponse:
    return client.post("/staff/sign-in/", {"login": username, "password": password, **more})  # type: ignore[return-value]


def is_in(client: Client) -> bool:
    return client.get("/staff/requests/").status_code == 200


def code(secret: str, after: int = 0) -> str:
    """What an app shows so many periods from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + after)))


def post(client: Client, path: str, typed: dict[str, str] | None = None) -> HttpResponse:
    """Send a form and let happen what happens once it is committed, which a test's own transaction never is."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(path, typed or {})  # type: ignore[return-value]


def set_up_app(client: Client) -> str:
    """An app becomes the second factor; gives its secret."""
    client.get("/staff/account/app/")
    secret = str(client.session["mfa.totp.secret"])
    response = post(client, "/staff/account/app/", {"code": code(secret)})
    assert response.status_code == 302, response.content.decode()
    forget_counts()
    return secret


def forget_counts() -> None:
    """As if some time had gone by: no try counts any more, and no code was used."""
    cache.clear()


def newest_look(by: str = "ewa") -> LookSeen:
    """The newest attempt that was refused, as a manager sees it."""
    with acting_as(world.staff(by)):
        return queries.looks(refused=True)[0]


def events_of(username: str) -> list[EventSeen]:
    """What somebody's own log of their account says, newest first."""
    with acting_as(world.staff(username)):
        return queries.own_events("staff.", most=50)
