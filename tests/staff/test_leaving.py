"""Who leaves is out at the very next request; who forgot a password or lost a telephone gets in again."""

from collections.abc import Iterator
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from onward.config import staffing
from onward.records.models import EventRecord, Membership, Staff
from onward.records.queries import roles
from onward.records.staffing import OWNER, make_staff, number_of
from onward.vocabulary.roles import Role
from tests.staff.signing import PASSWORD, forget_counts, is_in, set_up_app, sign_in

pytestmark = pytest.mark.usefixtures("committed")
NEW = "three other words here"


@pytest.fixture
def ada(committed: None) -> Iterator[Client]:
    """Signed in, with an app as second factor and known by the council's identity."""
    forget_counts()
    staffing.reset("ada", PASSWORD, second_factor=False)
    staffing.identity("ada", email="ada@council.example", subject="")
    client = Client()
    sign_in(client)
    set_up_app(client)
    yield client
    forget_counts()


def newest() -> EventRecord:
    return EventRecord.objects.using(OWNER).filter(case=None).order_by("-recorded_at")[0]


def test_a_leaver_is_out_at_the_next_request_by_page_and_by_interface(ada: Client) -> None:
    assert is_in(ada)
    assert ada.get("/api/v1/requests").status_code == 200
    assert "signed out everywhere" in staffing.end("ada")
    assert ada.get("/staff/requests/").status_code == 302
    assert ada.get("/api/v1/requests").status_code == 401
    assert ada.get("/api/fhir/r4/QuestionnaireResponse").status_code == 401
    assert (newest().kind, newest().by) == ("staff.left", "job:administrator")


def test_a_leaver_has_no_role_no_way_in_and_keeps_what_they_did(ada: Client) -> None:
    number = number_of("ada")
    staffing.end("ada")
    assert roles(number, timezone.localdate()) == frozenset()
    for kept in (Authenticator, UserSession, EmailAddress, SocialAccount):
        assert not kept.objects.filter(user_id=number).exists(), kept
    assert sign_in(Client()).status_code == 422
    assert Membership.objects.filter(staff_id=number).exists()
    assert EventRecord.objects.using(OWNER).filter(by=f"staff:{number}").exists()


def test_somebody_who_leaves_on_their_first_day_and_one_who_never_began(committed: None) -> None:
    today = timezone.localdate()
    for name, begins in (("first", today), ("never", date(2099, 1, 1))):
        make_staff(username=name, name=name, team="front-door", role=Role.ADVISER, on=begins)
        staffing.end(name)
        assert roles(number_of(name), today) == frozenset()
        assert roles(number_of(name), date(2099, 1, 2)) == frozenset()


def test_somebody_who_comes_back_may_do_what_they_are_given_again(ada: Client) -> None:
    staffing.end("ada")
    staffing.add("ada", "Ada Answerwell", "front-door", "adviser", NEW)
    client = Client()
    sign_in(client, password=NEW)
    assert is_in(client)
    staffing.end("ada")
    assert not is_in(client)
    staffing.add("ada", "Ada Answerwell", "front-door", "adviser", NEW)
    assert roles(number_of("ada"), timezone.localdate()) == {Role.ADVISER}


def test_a_reset_password_ends_every_sign_in_and_keeps_the_second_factor(ada: Client) -> None:
    staffing.reset("ada", NEW, second_factor=False)
    assert not is_in(ada)
    client = Client()
    assert sign_in(client, password=NEW)["Location"].startswith("/staff/sign-in/code/")
    assert newest().kind == "staff.password_changed"


def test_with_a_lost_telephone_the_second_factor_is_set_up_anew(ada: Client) -> None:
    staffing.reset("ada", NEW, second_factor=True)
    assert not Authenticator.objects.exists()
    assert newest().details["change"] == "removed"


def test_nobody_of_that_name_and_a_weak_password_are_a_sentence(committed: None) -> None:
    nobody = pytest.raises(ValueError, match=r"Nobody signs in as nobody\. Check the name")
    with nobody:
        staffing.end("nobody")
    with nobody:
        staffing.reset("nobody", NEW, second_factor=False)
    with nobody:
        staffing.identity("nobody", email="", subject="7")
    with pytest.raises(ValueError, match="at least 12 characters"):
        staffing.reset("ada", "short", second_factor=False)
    with pytest.raises(ValueError, match="no email address"):
        staffing.identity("ada", email="ada", subject="")


def test_one_identity_is_one_persons(committed: None) -> None:
    staffing.identity("ada", email="front.door@council.example", subject="")
    staffing.identity("ewa", email="", subject="7")
    with pytest.raises(ValueError, match="somebody else's"):
        staffing.identity("olu", email="Front.Door@council.example", subject="")
    with pytest.raises(ValueError, match="somebody else's"):
        staffing.identity("olu", email="", subject="7")
    assert Staff.objects.get(emailaddress__email="front.door@council.example").username == "ada"


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO account_emailaddress (email, user_id) VALUES ('x@example.org', 1)",
        "UPDATE account_emailaddress SET email = 'x@example.org'",
        "DELETE FROM socialaccount_socialaccount",
        "INSERT INTO records_membership (role, starts_on, staff_id, team_id) VALUES ('manager', now(), 1, 1)",
    ],
)
def test_the_application_itself_can_say_of_nobody_who_they_are(as_app: object, statement: str) -> None:
    import psycopg

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app("staff:1").execute(statement)  # type: ignore[operator]
