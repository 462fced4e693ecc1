"""A provider's own entry, by its link: what is shown, what may be changed, and nothing that must not leave."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.casework.links.actions import make_for_provider
from onward.casework.links.jobs import MAKER
from onward.casework.links.models import Link
from onward.casework.links.tokens import token_of
from onward.config.databases import Access
from onward.directory import claiming, claims
from onward.directory.claiming import ANYBODY
from onward.directory.models import Contact, Service
from onward.gateways.notify.fake.service import FakeNotify
from onward.records.principal import acting_as
from tests import world
from tests.casework.introducing.agreeing import CLUB_EMAIL
from tests.casework.introducing.conftest import with_email
from tests.casework.messages.post import Worker


def opened(club: str) -> tuple[UUID, str]:
    """A claim of the club's, and the address of its page."""
    with acting_as(ANYBODY):
        claiming.ask(service=club, email=CLUB_EMAIL, by=ANYBODY, on=world.TODAY)
    (claim,) = claims.open_claims()
    with acting_as(MAKER):
        make_for_provider(
            claim=claim.id,
            occasion=uuid4(),
            to=CLUB_EMAIL,
            email="claim",
            service=claim.service_name,
            by=MAKER,
            on=world.TODAY,
        )
        link = Link.objects.get(about=claim.id, revoked_on=None)
    return claim.id, f"/partners/{token_of(link.id)}/"


@pytest.mark.django_db
def test_it_shows_the_entry_and_no_personal_contact_or_place(club: str) -> None:
    service = Service.objects.get(pk=club)
    Contact.objects.create(
        service=service, uuid=uuid4(), name="Joan", email="joan@example.org", personal=True
    )
    page = Client().get(opened(club)[1]).content.decode()
    assert service.name in page and CLUB_EMAIL in page
    assert "joan@example.org" not in page and (not service.postcode or service.postcode not in page)


@pytest.mark.django_db
def test_a_provider_asks_for_changes_and_reads_what_became_of_them(club: str) -> None:
    _claim, address = opened(club)
    gone = Client().post(address, {"telephone": "01632 960 777", "capacity": "room_now"})
    assert gone.status_code == 302
    assert "One of us will look at it" in Client().get(address).content.decode()
    (made,) = claims.amendments()
    assert set(made.changes) == {"telephone", "capacity"}
    with acting_as(world.staff("edie")):
        claiming.decide(
            amendment=made.id,
            take=["telephone"],
            words="Thank you.",
            version=1,
            by=world.staff("edie"),
            on=world.TODAY,
        )
    page = re.sub(r"\s+", " ", Client().get(address).content.decode())
    assert "We now show your words for: Telephone." in page and "Thank you." in page


@pytest.mark.django_db
def test_what_is_wrong_is_said_beside_it_and_stays(club: str) -> None:
    page = Client().post(opened(club)[1], {"minimum_age": "old"})
    assert page.status_code == 422
    assert "Write an age in whole years" in page.content.decode() and 'value="old"' in page.content.decode()


@pytest.mark.django_db
def test_once_the_claim_is_ended_the_page_is_gone(club: str) -> None:
    claim, address = opened(club)
    with acting_as(world.staff("edie")):
        claiming.close_claim(claim=claim, version=1, by=world.staff("edie"), on=world.TODAY)
    assert Client().get(address).status_code == 404


def test_from_the_public_page_a_link_comes_by_email_once_and_opens_the_entry(
    committed: None, access: Access, fake: FakeNotify
) -> None:
    club, worker = with_email(CLUB_EMAIL), Worker(access)
    for _ in range(2):
        Client().post(f"/services/{club}/claim/", {"email": CLUB_EMAIL})
    worker.work()
    (sent,) = fake.notifications
    carried = re.search(r"/partners/[\w-]{43}/", sent["body"])
    assert sent["email_address"] == CLUB_EMAIL and carried
    assert Client().get(carried[0]).status_code == 200
    worker.as_owner("UPDATE procrastinate_jobs SET status = 'todo'")
    worker.work()
    assert len(fake.notifications) == 1
