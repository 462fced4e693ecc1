"""What holds of every charge, whoever pays it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.policy.charging_councils import policy
from onward.rules.charging import Case, Charge, Outcome, Refused, charge
from onward.rules.charging.periods import Period, due, still_to_pay
from tests.rules.charging import random_cases as chances

ENGLAND = policy()
COLUMNS = chances.columns(200, seed=3)
CASES = [chances.case(COLUMNS, row) for row in range(200)]
DAY = date(2024, 4, 8)


def answer(case: Case) -> Charge | None:
    """None where it is refused."""
    try:
        return charge(case, ENGLAND)
    except Refused:
        return None


ANSWERED = [(case, found) for case in CASES if (found := answer(case)) is not None]
answered = st.sampled_from(ANSWERED)
pence = st.integers(0, 3_000_000)


def test_most_cases_are_answered() -> None:
    assert len(ANSWERED) > len(CASES) / 2


@given(answered)
@settings(max_examples=60, deadline=None)
def test_nobody_pays_more_than_the_cost_and_the_council_pays_the_rest(pair: tuple[Case, Charge]) -> None:
    case, found = pair
    cost = max(0, case.care_cost - case.nursing_contribution)
    assert 0 <= found.weekly_charge <= cost
    assert found.weekly_charge + found.council_pays == cost


@given(answered)
@settings(max_examples=60, deadline=None)
def test_nobody_is_left_with_less_than_they_keep(pair: tuple[Case, Charge]) -> None:
    _case, found = pair
    left = found.assessed_income + found.tariff_income - found.weekly_charge
    assert found.weekly_charge == 0 or found.outcome is Outcome.IN_FULL or left >= found.kept.total


@given(answered)
@settings(max_examples=60, deadline=None)
def test_who_pays_is_said_as_it_is(pair: tuple[Case, Charge]) -> None:
    _case, found = pair
    said = {
        Outcome.NOTHING: found.weekly_charge == 0,
        Outcome.IN_FULL: found.weekly_charge > 0 and found.council_pays == 0,
        Outcome.CONTRIBUTES: found.weekly_charge > 0 and found.council_pays > 0,
    }
    assert said[found.outcome]
    assert all(each.says for each in found.steps)


@given(answered, pence)
@settings(max_examples=60, deadline=None)
def test_more_capital_never_lowers_the_charge(pair: tuple[Case, Charge], more: int) -> None:
    case, found = pair
    richer = answer(replace(case, capital=(case.capital or 0) + more)) if case.capital is not None else found
    assert richer is not None
    assert richer.weekly_charge >= found.weekly_charge


@given(answered, st.integers(0, 50_000))
@settings(max_examples=60, deadline=None)
def test_more_to_be_left_out_never_raises_the_charge(pair: tuple[Case, Charge], more: int) -> None:
    case, found = pair
    spared = answer(replace(case, disregards=(*case.disregards, replace(case.disregards[0], weekly=more))))
    assert spared is not None
    assert spared.weekly_charge <= found.weekly_charge


@given(answered)
@settings(max_examples=100, deadline=None)
def test_asking_again_gives_the_same(pair: tuple[Case, Charge]) -> None:
    case, found = pair
    assert charge(case, ENGLAND) == found


@given(st.integers(0, 200_000), st.integers(0, 100), st.lists(st.integers(0, 100), max_size=5))
@settings(max_examples=60, deadline=None)
def test_splitting_a_bill_changes_nothing(weekly: int, days: int, cuts: list[int]) -> None:
    period = [Period(DAY, DAY + timedelta(days=days), weekly)]
    turns = [
        DAY,
        *(DAY + timedelta(days=each) for each in sorted(cuts) if each <= days),
        DAY + timedelta(days=days),
    ]
    parts = sum(due(period, first, last) for first, last in pairwise(turns))
    assert parts == due(period, DAY, DAY + timedelta(days=days)) == weekly * days // 7


def test_a_week_is_the_charge() -> None:
    week = [Period(DAY, DAY + timedelta(days=7), 3645)]
    assert due(week, DAY, DAY + timedelta(days=7)) == 3645
    assert due(week, DAY - timedelta(days=30), DAY + timedelta(days=30)) == 3645
    assert due(week, DAY + timedelta(days=7), DAY + timedelta(days=14)) == 0
    assert due([], DAY, DAY + timedelta(days=7)) == 0


def test_a_charge_that_changes_within_a_week_counts_each_for_its_days() -> None:
    thursday = DAY + timedelta(days=3)
    periods = [Period(thursday, DAY + timedelta(days=7), 7000), Period(DAY, thursday, 1400)]
    assert due(periods, DAY, DAY + timedelta(days=7)) == 600 + 4000


def test_charges_that_overlap_are_refused() -> None:
    periods = [
        Period(DAY, DAY + timedelta(days=7), 700),
        Period(DAY + timedelta(days=6), DAY + timedelta(days=9), 700),
    ]
    with pytest.raises(
        ValueError, match=r"^Two charges overlap: one ends on 2024-04-15, the next begins on 2024-04-14\.$"
    ):
        due(periods, DAY, DAY + timedelta(days=9))


def test_a_charge_that_was_too_high_is_a_refund_and_once_settled_nothing_more() -> None:
    periods, end = [Period(DAY, DAY + timedelta(days=14), 1000)], DAY + timedelta(days=14)
    refund = still_to_pay(2500, periods, DAY, end)
    assert refund == -500
    assert still_to_pay(2500 + refund, periods, DAY, end) == 0
    assert still_to_pay(0, periods, DAY, end) == 2000


def test_no_rows_are_no_charges() -> None:
    from onward.rules.charging.population import charge_many

    none = {name: np.zeros(0, dtype=np.int64) for name in ("on", "setting", "care_cost")}
    assert [len(each) for each in vars(charge_many(none, ENGLAND)).values()] == [0] * 5
