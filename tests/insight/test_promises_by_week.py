"""Promises by week: the figures are those of the lists. How long things take: hidden where few are behind it."""

import math
import re
from datetime import date, timedelta
from random import Random
from statistics import median_low
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from onward.casework.promises import counting, following
from onward.casework.promises.counting import Ended
from onward.records.action import action
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.rules.promising import Due
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind
from onward.web.charts import Stack, stacks
from tests import world
from tests.casework.promises.promised import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    asks_for_a_call,
    let_go,
    morning,
    move,
    promise_of,
    ring,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ewa(monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "localdate", lambda *_: THURSDAY)
    client = Client()
    client.force_login(Staff.objects.get(username="ewa"))
    return client


def one_of_each() -> None:
    kept, late, moved, gone, _open = (asks_for_a_call() for _each in range(5))
    ring(promise_of(kept))
    ring(promise_of(late), on=TUESDAY)
    move(promise_of(moved), date(2026, 12, 1))
    let_go(promise_of(gone))


def test_each_counts_in_the_week_for_which_it_was_promised_and_broken_stays_broken() -> None:
    one_of_each()
    morning(THURSDAY)
    with acting_as(world.staff("ewa")):
        found = counting.weeks(date(2026, 12, 3), 2)
    assert [each.monday for each in found] == [MONDAY, MONDAY + timedelta(days=7)]
    assert found[0].number == {
        Ended.KEPT: 1,
        Ended.MOVED: 1,
        Ended.BROKEN: 2,
        Ended.LET_GO: 1,
        Ended.STANDS: 0,
    }
    assert found[1].number[Ended.STANDS] == 1


def test_the_figures_are_those_of_the_lists_behind_them(ewa: Client) -> None:
    one_of_each()
    page = ewa.get("/staff/figures/promises/").content.decode()
    links = re.findall(r'href="(/staff/figures/promises/[\d-]+/\w+/)">(\d+)<', page)
    assert sum(int(number) for _path, number in links) == 5
    for path, number in links:
        assert ewa.get(path).content.decode().count('href="/staff/promises/') - 1 == int(number)
    assert "onward-chart" in page


@pytest.mark.parametrize("path", ["2026-11-16/gold/", "yesterday/kept/"])
def test_a_figure_that_is_not_there_has_no_list(ewa: Client, path: str) -> None:
    assert ewa.get(f"/staff/figures/promises/{path}").status_code == 404


def test_a_label_in_a_picture_is_a_text_and_no_markup() -> None:
    picture = stacks([Stack("<b>", {"<i>": 2})], {"<i>": "#000000"}, says='"><script>')
    assert "<b>" not in picture
    assert "<script>" not in picture


@action
def answered(*, case: UUID, asked: date, by: Principal, on: date) -> None:
    """Somebody is promised an answer, and has it at once."""
    told: dict[str, Any] = {"case": case, "by": by, "on": on}
    following.promise(kind=Kind.REPLY, due=Due(on), counts_from=asked, because="contact.sent", **told)
    following.keep(kinds={Kind.REPLY}, because="contact.decided", **told)


@pytest.mark.parametrize("seed", range(4))
def test_how_long_is_what_counting_one_by_one_finds(seed: int) -> None:
    chance, ada, case = Random(seed), world.staff("ada"), world.ask_for_help()
    world.decide(case)
    days = sorted(chance.randrange(40) for _each in range(chance.randrange(12, 30)))
    with acting_as(ada):
        for each in days:
            answered(case=case, asked=FRIDAY - timedelta(days=each), by=ada, on=FRIDAY)
    days = sorted([*days, 0])
    found = counting.how_long(FRIDAY)[Kind.REPLY]
    assert (found.number, found.median) == (len(days), median_low(days))
    assert found.nine_in_ten == days[math.ceil(0.9 * len(days)) - 1]


def test_what_was_answered_longer_ago_does_not_count() -> None:
    for _each in range(10):
        world.decide(world.ask_for_help())
    assert Kind.REPLY in counting.how_long(FRIDAY + timedelta(weeks=8))
    assert Kind.REPLY not in counting.how_long(FRIDAY + timedelta(weeks=8, days=1))


@pytest.mark.parametrize("least", [0, 1, -5])
def test_the_database_itself_tells_nobody_what_few_are_behind(least: int) -> None:
    world.decide(world.ask_for_help())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM onward_how_long(%s, %s)", [date(2020, 1, 1), least])
        assert cursor.fetchall() == []


def test_the_public_page_says_so_where_there_are_too_few_and_else_how_long(ewa: Client) -> None:
    assert Client().get("/how-long/").content.decode().count("Too few people to say") == 2
    for _each in range(10):
        world.decide(world.ask_for_help())
    page = Client().get("/how-long/").content.decode()
    assert page.count("the same day") == 2
    assert page.count("Too few people to say") == 1
    assert "No law sets them" in page


@pytest.mark.parametrize("number", [9, 10])
def test_what_few_are_behind_is_not_shown_to_anybody(number: int) -> None:
    for _each in range(number):
        world.decide(world.ask_for_help())
    assert (Kind.REPLY in counting.how_long(FRIDAY)) is (number == 10)
