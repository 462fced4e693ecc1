"""A page asks the database as often with many requests as with few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from onward.records.models import Staff
from onward.records.staffing import number_of
from tests import world

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 15
HUDDLE = "/staff/requests/huddle/"


@pytest.fixture
def ada(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "localdate", lambda *_: world.TODAY)
    client = Client()
    client.force_login(Staff.objects.get(username="ada"))
    client.post(HUDDLE, {"present": [number_of("ada")]})
    return client


def asked(client: Client, page: str) -> int:
    client.get(page)  # what is read once and kept is not counted
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", ["/staff/requests/", HUDDLE, "/staff/promises/", "{request}"])
def test_as_often_with_many_requests_as_with_few(ada: Client, page: str) -> None:
    first, *_others = [world.ask_for_help() for _ in range(FEW)]
    page = page.format(request=f"/staff/requests/{world.reference_of(first)}/")
    few = asked(ada, page)
    for _ in range(MANY - FEW):
        world.ask_for_help()
    assert asked(ada, page) == few
