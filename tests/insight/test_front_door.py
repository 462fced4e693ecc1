"""The front door over some weeks: each number is that of the list behind it, and nothing resolved stands alone."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from onward.insight.period import chosen
from onward.records import queries
from onward.records.models import Staff
from onward.records.principal import acting_as
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


def test_nothing_is_counted_as_resolved_without_what_became_of_it(ewa: Client) -> None:
    world.decide(world.ask_for_help())
    page = ewa.get(PAGE).content.decode()
    assert "Of the 1 that are decided so far, 1 were closed with advice at the first decision." in page
    assert "Of these 1, 0 have answered at six weeks" in page
    assert "Of these 1, 0 asked again within 90 days so far." in page
    assert "found eligible is not recorded yet" in page


def test_the_page_and_a_list_ask_the_database_as_often_for_many_as_for_few(ewa: Client) -> None:
    counts = []
    for _few_and_many in range(2):
        world.decide(world.ask_for_help())
        for address in (PAGE, f"{PAGE}list/?figure=all&which=all"):
            with CaptureQueriesContext(connection) as asked:
                assert ewa.get(address).status_code == 200
            counts.append(len(asked))
        for _each in range(20):
            world.ask_for_help()
    assert counts[:2] == counts[2:]


@pytest.mark.parametrize(
    "asked",
    ["figure=gold&which=all", "figure=channel&which=gold", "which=all", "figure=all&which=all&from=x&to=y"],
)
def test_a_figure_that_is_not_there_has_no_list(ewa: Client, asked: str) -> None:
    assert ewa.get(f"{PAGE}list/?{asked}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("from=soon&to=", "Write both days like 27/3/2026"),
        ("from=2/11/2026&to=1/11/2026", "The first day is after the last"),
        ("from=1/1/2025&to=2/1/2026", "Choose a year at most"),
        ("from=1/1/0001&to=2/1/0001", "Write both days like 27/3/2026"),
    ],
)
def test_days_that_cannot_be_shown_are_said_and_stay_typed(ewa: Client, asked: str, said: str) -> None:
    page = ewa.get(f"{PAGE}?{asked}").content.decode()
    assert said in page
    assert "The last four weeks" in page
    assert asked.split("&")[0].removeprefix("from=") in page


def test_a_period_ends_before_its_last_moment_and_is_held_against_one_as_long() -> None:
    monday = world.TODAY - timedelta(days=world.TODAY.weekday())
    week = chosen(QueryDict("period=week"), world.TODAY)[0]
    assert (week.first, week.last, week.before) == (monday, world.TODAY, monday - timedelta(days=7))
    four = chosen(QueryDict("period=gold"), world.TODAY)[0]
    assert (four.days, four.last, four.first - four.before) == (28, world.TODAY, timedelta(days=28))
    own = chosen(QueryDict("from=1/11/2026&to=2026-11-03"), world.TODAY)[0]
    assert (own.days, own.before) == (3, date(2026, 10, 29))


def test_each_list_that_was_opened_is_written_down(ewa: Client) -> None:
    ewa.get(f"{PAGE}list/?figure=channel&which=online&from=2026-11-20&to=2026-11-20")
    with acting_as(world.staff("ewa")):
        last = queries.looks(most=1)[0]
    assert (last.why, last.at_what) == (
        "list_behind_figure",
        "front door channel online, 2026-11-20 to 2026-11-20",
    )
