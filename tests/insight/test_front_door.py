"""The front door over some weeks: each number is that of the list behind it, and nothing resolved stands alone."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from onward.records.models import Staff
from tests import world

pytestmark = pytest.mark.django_db
PAGE = "/staff/figures/front-door/"


@pytest.fixture
def ewa(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "localdate", lambda *_: world.TODAY)
    client = Client()
    client.force_login(Staff.objects.get(username="ewa"))
    return client


def test_the_figures_are_those_of_the_lists_behind_them(ewa: Client) -> None:
    world.decide(world.ask_for_help())
    world.ask_for_help()
    page = ewa.get(PAGE).content.decode()
    links = re.findall(r'href="([^"]*front-door/(?:list|promises)/[^"]*)">(\d+)', page)
    assert len(links) > 100
    for address, number in links:
        if int(number):
            behind = ewa.get(address.replace("&amp;", "&"))
            assert behind.status_code == 200, address
            found = behind.content.decode()
            kind = "requests" if "list" in address else "promises"
            assert found.count(f'href="/staff/{kind}/') - 1 == int(number), address
