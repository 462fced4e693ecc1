import pytest

from onward.directory.models import Service
from tests.casework.introducing.agreeing import CLUB_EMAIL


@pytest.fixture
def club(db: None) -> str:
    """A service whose own email address the directory knows; gives its id."""
    return with_email(CLUB_EMAIL)


@pytest.fixture
def quiet_club(db: None) -> str:
    """A service of which no email address is known."""
    return with_email("")


def with_email(email: str) -> str:
    """A service that everybody can read this address of, or none; gives its id."""
    row = Service.objects.filter(closed=False, confidential=False).order_by("pk")[0 if email else 1]
    row.organisation.email = ""
    row.organisation.save()
    row.contacts.all().delete()
    row.email = email
    row.save()
    return row.pk
