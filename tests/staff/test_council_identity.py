"""Signing in by the council's own identity: who is known by it is in, and nobody else is, whatever it says."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from onward.config.settings.signing_in import identity_provider
from onward.records.models import Staff
from tests.staff.fake_identity import ANOTHER_KEY, CLIENT, SECRET, FakeIdentity, serving
from tests.staff.signing import events_of, forget_counts, is_in, newest_look, set_up_app

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/staff/sign-in/council/", "/staff/sign-in/council/back/"
EMAIL = "ada.answerwell@council.example"


@pytest.fixture
def identity(settings: Settings) -> Iterator[FakeIdentity]:
    """The provider, which knows Ada; here she is known by her email address."""
    forget_counts()
    with serving(FakeIdentity()) as fake:
        fake.claims["email"] = EMAIL
        settings.ONWARD_OIDC = {"issuer": fake.issuer, "client": CLIENT, "secret": SECRET}
        settings.SOCIALACCOUNT_PROVIDERS = identity_provider(settings.ONWARD_OIDC)
        settings.ONWARD_SECOND_FACTOR = True
        yield fake


@pytest.fixture
def by_email(access: Any) -> Iterator[None]:
    """An administrator said by which address Ada is known: the application may not."""
    import psycopg

    number = Staff.objects.get(username="ada").pk
    with psycopg.connect(access.owner, autocommit=True) as owner:
        owner.execute(
            'INSERT INTO account_emailaddress (email, verified, "primary", user_id) VALUES (%s, true, true, %s)',
            [EMAIL, number],
        )
        yield
        owner.execute("DELETE FROM account_emailaddress")


@pytest.fixture
def by_subject() -> None:
    SocialAccount.objects.create(user=Staff.objects.get(username="ada"), provider="council", uid="7f3a")


def come(client: Client, identity: FakeIdentity, following: str = "") -> HttpResponse:
    """There and back again."""
    brought = identity.authorize(client.get(BEGIN, {"next": following})["Location"])
    return client.get(BACK, brought)  # type: ignore[return-value]


def test_the_page_offers_it_where_there_is_one_and_only_there(
    identity: FakeIdentity, settings: Settings
) -> None:
    offer = "Sign in as you do elsewhere in the council"
    assert offer in Client().get("/staff/sign-in/").content.decode()
    settings.ONWARD_OIDC = {"issuer": "", "client": "", "secret": ""}
    assert offer not in Client().get("/staff/sign-in/").content.decode()
    assert Client().get(BEGIN).status_code == Client().get(BACK).status_code == 404


def test_the_first_time_by_a_verified_email_address_and_then_by_the_subject(
    identity: FakeIdentity, by_email: None
) -> None:
    client = Client()
    assert come(client, identity, "/staff/requests/?x=1")["Location"] == "/staff/requests/?x=1"
    assert is_in(client)
    assert events_of("ada")[0].details["way"] == "council"
    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data) == ("7f3a", {})
    identity.claims = {"sub": "7f3a", "email": "married@council.example"}
    again = Client()
    come(again, identity)
    assert is_in(again)


def test_an_email_address_that_was_given_to_somebody_else_opens_nothing(
    identity: FakeIdentity, by_email: None, by_subject: None
) -> None:
    identity.claims["sub"] = "another"
    assert come(Client(), identity).status_code == 403
    assert newest_look().why == "identity_unknown"


@pytest.mark.parametrize("verified", [False, None, "true", "false", 1])
def test_an_email_address_that_is_not_verified_opens_nothing(
    identity: FakeIdentity, by_email: None, verified: object
) -> None:
    identity.claims["email_verified"] = verified
    client = Client()
    page = come(client, identity)
    assert page.status_code == 403
    assert "nobody here is known by it" in page.content.decode()
    assert not is_in(client)
    assert newest_look().why == "identity_unknown"


def test_an_unknown_subject_is_in_nowhere_and_nobody_is_made(identity: FakeIdentity) -> None:
    before = Staff.objects.count()
    client = Client()
    assert come(client, identity).status_code == 403
    assert not is_in(client)
    assert (Staff.objects.count(), SocialAccount.objects.count(), EmailAddress.objects.count()) == (
        before,
        0,
        0,
    )


def test_a_leaver_is_told_the_same_and_it_is_written_down(identity: FakeIdentity, by_subject: None) -> None:
    Staff.objects.filter(username="ada").update(is_active=False)
    client = Client()
    assert come(client, identity).status_code == 403
    assert not is_in(client)
    assert newest_look().why == "left"


def _another_issuer(fake: FakeIdentity) -> None:
    fake.claims["iss"] = "https://evil.example"


def _another_nonce(fake: FakeIdentity) -> None:
    fake.claims["nonce"] = "of another sign-in"


def _no_nonce(fake: FakeIdentity) -> None:
    fake.claims["nonce"] = None


def _for_another(fake: FakeIdentity) -> None:
    fake.claims["aud"] = "another service"


def _too_old(fake: FakeIdentity) -> None:
    fake.claims["exp"] = 1_000_000_000


def _signed_by_another(fake: FakeIdentity) -> None:
    fake.key = ANOTHER_KEY


def _nobody(fake: FakeIdentity) -> None:
    del fake.claims["sub"]


@pytest.mark.parametrize(
    "wrong",
    [_another_issuer, _another_nonce, _no_nonce, _for_another, _too_old, _signed_by_another, _nobody],
)
def test_a_token_that_is_not_for_this_very_sign_in_opens_nothing(
    identity: FakeIdentity, by_subject: None, wrong: Callable[[FakeIdentity], None]
) -> None:
    wrong(identity)
    client = Client()
    assert come(client, identity).status_code == 403
    assert not is_in(client)
    assert newest_look().why == "identity_refused"


def test_a_provider_that_says_it_is_another_is_not_asked(identity: FakeIdentity) -> None:
    identity.says_issuer = "https://evil.example"
    assert Client().get(BEGIN).status_code == 403


def test_a_provider_that_does_not_answer_is_a_sentence(identity: FakeIdentity, by_subject: None) -> None:
    client = Client()
    brought = identity.authorize(client.get(BEGIN)["Location"])
    identity.silent = True
    assert Client().get(BEGIN).status_code == 403
    assert newest_look().why == "identity_silent"
    assert client.get(BACK, brought).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("state", [None, "", "made-up"])
def test_another_state_or_none_is_refused(
    identity: FakeIdentity, by_subject: None, state: str | None
) -> None:
    client = Client()
    brought = identity.authorize(client.get(BEGIN)["Location"])
    sent = {"code": brought["code"]} | ({} if state is None else {"state": state})
    assert client.get(BACK, sent).status_code == 403
    assert not is_in(client)


def test_what_one_browser_began_no_other_ends_and_nothing_is_ended_twice(
    identity: FakeIdentity, by_subject: None
) -> None:
    hers, his = Client(), Client()
    brought = identity.authorize(hers.get(BEGIN)["Location"])
    assert his.get(BACK, brought).status_code == 403
    assert hers.get(BACK, brought).status_code == 302
    hers.post("/staff/sign-out/")
    assert hers.get(BACK, brought).status_code == 403


def test_somebody_who_stops_there_is_told_so(identity: FakeIdentity) -> None:
    client = Client()
    brought = identity.authorize(client.get(BEGIN)["Location"])
    page = client.get(BACK, {"error": "access_denied", "state": brought["state"]})
    assert page.status_code == 403
    assert "Nothing was changed" in page.content.decode()


@pytest.mark.parametrize("following", ["https://evil.example/", "//evil.example"])
def test_it_leads_nowhere_else(identity: FakeIdentity, by_subject: None, following: str) -> None:
    assert come(Client(), identity, following)["Location"] == "/staff/"


def test_nobody_decides_from_outside_what_the_provider_is_asked(identity: FakeIdentity) -> None:
    address = Client().get(BEGIN, {"auth_params": "redirect_uri=https://evil.example", "scope": "mail"})
    assert "evil" not in address["Location"]
    assert "mail" not in address["Location"].replace("email", "")


def test_where_it_does_not_vouch_a_second_factor_of_ours_is_set_up_and_asked_for(
    identity: FakeIdentity, by_subject: None, settings: Settings
) -> None:
    settings.ONWARD_OIDC_SECOND_FACTOR = False
    client = Client()
    come(client, identity)
    assert client.get("/staff/requests/")["Location"] == "/staff/account/second-factor/"
    set_up_app(client)
    assert is_in(client)
    again = Client()
    assert come(again, identity)["Location"].startswith("/staff/sign-in/code/")
    settings.ONWARD_OIDC_SECOND_FACTOR = True
    third = Client()
    come(third, identity)
    assert is_in(third)
