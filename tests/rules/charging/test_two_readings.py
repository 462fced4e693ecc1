"""The rules for one, for many, and a literal reading of the regulations agree to the penny on cases by chance."""

from datetime import date

import numpy as np
import pytest

from onward.policy.charging_councils import policy, written
from onward.rules.charging import Outcome, Policy, Refused, charge
from onward.rules.charging.population import COLUMNS, Why, charge_many, outcomes
from onward.rules.charging.population.charging import ROWS as CHUNK
from onward.rules.charging.population.columns import NOT_SAID
from onward.rules.charging.population.years import days
from tests.rules.charging import literal
from tests.rules.charging import random_cases as chances

ROWS = 600
GENEROUS = {
    "source": "a test",
    "amounts": {"2024-25": {"single_25_or_over": "150.00"}},
    "capital_at_home": {"lower": "20000", "upper": "40000"},
    "leaves_out_at_home": ["attendance_allowance", "other_income"],
    "percent_charged": 90,
    "most_a_week": "180.00",
    "standard_expenditure": "10.85",
    "short_stays_as_at_home": True,
}


@pytest.mark.parametrize(
    "in_force", [policy(), written(GENEROUS, "test.yaml", "Larkmoor", "")], ids=["england", "council"]
)
def test_one_and_many_agree_to_the_penny(in_force: Policy) -> None:
    columns = chances.columns(ROWS, seed=7)
    many = charge_many(columns, in_force)
    who_pays = [list(Outcome)[each] for each in outcomes(many)]
    for row in range(ROWS):
        case = chances.case(columns, row)
        found = tuple(int(each[row]) for each in (
            many.weekly_charge, many.council_pays, many.assessed_income, many.tariff_income
        ))  # fmt: skip
        try:
            one = charge(case, in_force)
        except Refused:
            assert (found, many.refused[row] != Why.NOTHING) == ((-1,) * 4, True), case
            continue
        assert found == (one.weekly_charge, one.council_pays, one.assessed_income, one.tariff_income), case
        assert (many.refused[row], who_pays[row]) == (Why.NOTHING, one.outcome), case


def test_the_rules_agree_with_a_literal_reading() -> None:
    columns, in_force, answered = chances.columns(ROWS, seed=11), policy(), 0
    for row in range(ROWS):
        case = chances.case(columns, row)
        try:
            expected = literal.charge(case, in_force)
        except literal.CannotSay:
            with pytest.raises(Refused):
                charge(case, in_force)
            continue
        answer = charge(case, in_force)
        answered += 1
        assert (answer.weekly_charge, answer.assessed_income) == expected, case
    assert answered > ROWS / 2


def test_a_column_that_is_left_out_counts_as_nothing() -> None:
    whole = chances.columns(ROWS, seed=13)
    needed = {"on", "setting", "care_cost", "born", "age"}
    for dropped in (
        [each.name for each in COLUMNS if each.name not in needed][start::3] for start in range(3)
    ):
        optional = {each.name for each in COLUMNS if each.optional}
        zero = {name: np.full(ROWS, NOT_SAID if name in optional else 0) for name in dropped}
        without = charge_many({name: each for name, each in whole.items() if name not in dropped}, policy())
        with_nothing = charge_many({**whole, **zero}, policy())
        for ours, theirs in zip(vars(without).values(), vars(with_nothing).values(), strict=True):
            assert ours.tolist() == theirs.tolist()


@pytest.mark.parametrize(
    ("age", "why"),
    [
        (17, Why.TOO_YOUNG),
        (18, Why.NOTHING),
        (59, Why.NOTHING),
        (60, Why.AGE_UNCLEAR),
        (68, Why.AGE_UNCLEAR),
        (69, Why.NOTHING),
        (NOT_SAID, Why.AGE_UNCLEAR),
    ],
)
def test_an_age_in_years_is_taken_as_for_one(age: int, why: Why) -> None:
    assert charge_many(row(age=age), policy()).refused.tolist() == [why]


@pytest.mark.parametrize(
    ("born", "on", "why"),
    [
        (date(2006, 2, 28), date(2024, 2, 28), Why.NOTHING),
        (date(2004, 2, 29), date(2022, 2, 28), Why.TOO_YOUNG),
        (date(2004, 2, 29), date(2022, 3, 1), Why.NOTHING),
        (date(1890, 1, 1), date(2024, 5, 1), Why.NOTHING),
        (date(2039, 12, 31), date(2024, 5, 1), Why.TOO_YOUNG),
        (date(1990, 1, 1), date(2015, 4, 5), Why.NO_YEAR),
        (date(1990, 1, 1), date(2015, 4, 6), Why.NOTHING),
        (date(1990, 1, 1), date(2027, 4, 5), Why.NOTHING),
        (date(1990, 1, 1), date(2027, 4, 6), Why.NO_YEAR),
    ],
)
def test_a_birth_date_is_taken_as_for_one(born: date, on: date, why: Why) -> None:
    assert charge_many(row(born=days(born), on=days(on)), policy()).refused.tolist() == [why]


def row(**changes: int) -> dict[str, "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"]:
    """One person at home in May 2024."""
    at = {
        "on": days(date(2024, 5, 1)),
        "setting": 0,
        "care_cost": 10000,
        "born": NOT_SAID,
        "age": 40,
    } | changes
    return {name: np.array([worth], dtype=np.int64) for name, worth in at.items()}


def test_more_rows_than_are_worked_on_at_once_stay_in_their_order() -> None:
    one = row()
    many = {name: np.repeat(each, 2 * CHUNK + 1) for name, each in one.items()}
    many["income_state_pension"] = np.arange(2 * CHUNK + 1, dtype=np.int64)
    found = charge_many(many, policy())
    assert found.weekly_charge.tolist() == np.clip(np.arange(2 * CHUNK + 1) - 11060, 0, 10000).tolist()
