"""Today's requests by outcome: the picture, the table and the lists behind them say the same."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from onward.insight.counting import count, row_of
from onward.records.models import Staff
from onward.vocabulary.contact import Outcome
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def ewa(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "localdate", lambda *_: world.TODAY)
    client = Client()
    client.force_login(Staff.objects.get(username="ewa"))
    return client


def test_every_outcome_has_a_row_noughts_too() -> None:
    rows = count(came_in={None: 2, Outcome.ADVICE: 1}, decided={Outcome.ADVICE: 3})
    assert [(row.which, row.came_in, row.decided) for row in rows] == [
        ("waiting", 2, None),
        ("advice", 1, 3),
        ("short_term", 0, 0),
        ("assessment", 0, 0),
        ("urgent", 0, 0),
        ("safeguarding", 0, 0),
        ("hospital", 0, 0),
        ("passed_on", 0, 0),
        ("refused", 0, 0),
    ]


def test_a_row_is_found_again_by_its_address() -> None:
    assert row_of("waiting") is None
    assert row_of("advice") is Outcome.ADVICE
    with pytest.raises(ValueError, match="gold"):
        row_of("gold")


def test_the_figures_are_those_of_the_lists_behind_them(ewa: Client) -> None:
    world.decide(world.ask_for_help())
    world.ask_for_help()
    page = ewa.get("/staff/figures/today/").content.decode()
    figures = {
        which: int(number) for which, number in re.findall(r'/staff/figures/today/([\w-]+)/">(\d+)<', page)
    }
    assert figures == {
        "waiting": 1, "advice": 1, "short_term": 0, "assessment": 0, "urgent": 0, "safeguarding": 0, "hospital": 0,
        "passed_on": 0, "refused": 0, "came-in": 2, "decided": 1
    }  # fmt: skip
    for which, number in figures.items():
        behind = ewa.get(f"/staff/figures/today/{which}/").content.decode()
        assert behind.count('href="/staff/requests/') - behind.count('href="/staff/requests/"') == number, (
            which
        )


def test_the_picture_is_told_to_those_who_do_not_see_it(ewa: Client) -> None:
    world.ask_for_help()
    page = ewa.get("/staff/figures/today/").content.decode()
    assert re.search(r'<figure class="onward-chart" role="img" aria-label="[^"]+"><svg', page)
    assert "resolved at first contact" in page


def test_a_figure_that_is_not_there_has_no_list(ewa: Client) -> None:
    assert ewa.get("/staff/figures/today/gold/").status_code == 404


def test_the_clock_and_the_share_of_proposals_followed_stand_with_the_figures(ewa: Client) -> None:
    for _ in range(5):
        world.decide(world.ask_for_help())
    page = ewa.get("/staff/figures/today/").content.decode()
    assert "From sent to looked at, and to decided" in page
    assert "It is never counted by worker." in page
    rows = dict(
        re.findall(r'<th scope="row"[^>]*>(How urgent it is|Who does the assessment)</th>(.*?)</tr>', page)
    )
    assert re.findall(r"numeric\">([^<]+)<", rows["How urgent it is"]) == ["5", "0", "0%"]
    assert re.findall(r"numeric\">([^<]+)<", rows["Who does the assessment"]) == ["0", "0", "too few"]
    for name in ("Ada", "ada"):
        assert name not in page[page.index("How urgent, and how long it took") :]
