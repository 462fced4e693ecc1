"""The rules for one, for many, and a literal reading of the regulations agree to the penny on cases by chance."""

import pytest

from onward.policy.charging_councils import policy, written
from onward.rules.charging import Outcome, Policy, Refused, charge
from onward.rules.charging.population import Why, charge_many, outcomes
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
