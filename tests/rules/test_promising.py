"""When promises are due, broken and raised: the sentences beside this file, and what holds whatever is promised."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onward.policy.holidays import bank_holidays
from onward.rules import promising
from onward.rules.promising import Due, Moment, Standing
from onward.vocabulary.promises import Kind, To

SENTENCES = yaml.safe_load(Path(__file__).with_name("promising.yaml").read_text(encoding="utf-8"))
DAYS, HOURS = ((To.TEAM, 1), (To.MANAGER, 2)), ((To.TEAM, 0), (To.MANAGER, 1))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def of(name: str) -> list[Any]:
    return [pytest.param(case, id=case["sentence"]) for case in SENTENCES[name]]


def due_of(said: dict[str, Any]) -> Due:
    hours = {name: time.fromisoformat(said[name]) for name in ("start", "until") if name in said}
    return Due(said["day"], **hours)


def moment_of(said: list[Any]) -> Moment:
    return Moment(said[0], time.fromisoformat(said[1]))


@pytest.mark.parametrize("case", of("standing"))
def test_where_the_hour_stands_against_a_promise(case: dict[str, Any]) -> None:
    assert promising.standing(due_of(case["due"]), moment_of(case["now"])).value == case["stands"]


@pytest.mark.parametrize("case", of("raised"))
def test_to_whom_it_is_raised_by_now(case: dict[str, Any]) -> None:
    steps = HOURS if "until" in case["due"] else DAYS
    to = promising.raised_to(due_of(case["due"]), moment_of(case["now"]), steps, bank_holidays())
    assert [each.value for each in to] == case["to"]


@pytest.mark.parametrize("case", of("faults"))
def test_what_may_not_be_promised(case: dict[str, Any]) -> None:
    found = promising.faults(
        Kind(case["kind"]), due_of(case["due"]), moment_of(case["now"]), furthest_days=365
    )
    assert [each.value for each in found] == case["faults"]


@pytest.mark.parametrize("case", of("told"))
def test_what_the_shared_page_tells_of_promises(case: dict[str, Any]) -> None:
    said = case["promise"]
    told = promising.told_on_page(
        Kind(said["kind"]), by_hand=said["by_hand"], decision_told=said["decision_told"]
    )
    assert told is case["told"]


@pytest.mark.parametrize(
    ("utc", "stands"),
    [
        # In the night to 25 October 2026 the clocks go back: a day of 25 hours.
        (datetime(2026, 10, 24, 22, 59, tzinfo=UTC), Standing.LATER),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), Standing.TODAY),
        (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), Standing.TODAY),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), Standing.OVER),
    ],
)
def test_when_the_clocks_change_the_day_is_the_one_on_the_wall(utc: datetime, stands: Standing) -> None:
    local = utc.astimezone(ZoneInfo("Europe/London"))
    assert promising.standing(Due(date(2026, 10, 25)), Moment(local.date(), local.time())) is stands


@given(days, days, st.frozensets(days, max_size=20))
def test_nobody_is_troubled_before_it_is_broken_and_the_manager_never_before_the_team(
    day: date, on: date, holidays: frozenset[date]
) -> None:
    to = promising.raised_to(Due(day), Moment(on, time(12)), DAYS, holidays)
    assert list(to) in ([], [To.TEAM], [To.TEAM, To.MANAGER])
    assert not to or on > day


@given(days, st.integers(0, 30), st.frozensets(days, max_size=20))
def test_who_was_told_stays_told_as_the_days_go_by(day: date, passed: int, holidays: frozenset[date]) -> None:
    before, after = (
        promising.raised_to(Due(day), Moment(day + timedelta(days=each), time(12)), DAYS, holidays)
        for each in (passed, passed + 1)
    )
    assert set(before) <= set(after)


@given(days, st.times(), st.times(), st.times())
def test_hours_are_part_of_their_day(day: date, start: time, until: time, clock: time) -> None:
    whole, part = Due(day), Due(day, min(start, until), max(start, until))
    now = Moment(day, clock)
    assert promising.standing(whole, now) is Standing.TODAY
    assert (promising.standing(part, now) is Standing.OVER) is (clock >= max(start, until))
