"""The amounts of charging are whole, dated and sourced, and no council's own policy is harsher."""

import json
import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from onward.policy.charging import _years, national
from onward.policy.charging_councils import councils, from_file, policy, written
from onward.policy.files import PolicyProblem
from onward.rules.charging.policy import Name
from onward.vocabulary.money import pence

# What the amounts are called in the file of rates that came with the task.
THEIRS = {
    "child": Name.CHILD,
    "single_18_24": Name.SINGLE_UNDER_25,
    "single_25_to_pc": Name.SINGLE_25_OR_OVER,
    "single_pc_age": Name.SINGLE_PENSION_AGE,
    "lone_parent": Name.LONE_PARENT,
    "couple_each_18plus": Name.COUPLE,
    "couple_each_pc_age": Name.COUPLE_PENSION_AGE,
    "dp_single": Name.DISABILITY_SINGLE,
    "edp_single": Name.ENHANCED_DISABILITY_SINGLE,
    "dp_couple": Name.DISABILITY_COUPLE,
    "edp_couple": Name.ENHANCED_DISABILITY_COUPLE,
    "carer": Name.CARER,
}


def test_twelve_years_follow_each_other_from_6_april_to_6_april() -> None:
    years = national().years
    assert [each.name for each in years] == [f"{year}-{year + 1 - 2000}" for year in range(2015, 2027)]
    assert [(each.start.month, each.start.day) for each in years] == [(4, 6)] * 12
    assert all(before.end == after.start for before, after in pairwise(years))
    assert all(amount.source for year in years for amount in year.amounts.values())


def test_the_amounts_are_those_that_were_gathered_and_what_was_not_sourced_is_missing() -> None:
    shared = os.environ.get("ONWARD_SHARED")
    data = Path(shared) / "data" if shared else Path(__file__).parents[3] / "shared" / "data"
    if not (data / "charging_rates.json").exists():
        pytest.skip("The gathered rates are not on this machine; the sentences name the amounts too.")
    gathered = json.loads((data / "charging_rates.json").read_text(encoding="utf-8"))["years"]
    for year in national().years:
        theirs = gathered[year.name]
        credit = theirs["savings_credit_disregard"] or {"single": None, "couple": None}
        named = {THEIRS[name]: worth for name, worth in theirs["mig"].items()} | {
            Name.PERSONAL_EXPENSES: theirs["pea"],
            Name.SAVINGS_CREDIT_SINGLE: credit["single"],
            Name.SAVINGS_CREDIT_COUPLE: credit["couple"],
        }
        known = {name: pence(worth) for name, worth in named.items() if worth and not worth.endswith("?")}
        assert {name: amount.pence for name, amount in year.amounts.items()} == known


def test_england_is_the_policy_where_no_council_differs() -> None:
    assert policy() is national()
    assert policy("default") == replace(national(), council="default")


def test_a_council_that_is_not_here_is_refused_with_those_that_are() -> None:
    with pytest.raises(
        PolicyProblem, match=r"There is no council “\.\./larkmoor”\. Known are: england, default, larkmoor"
    ):
        policy("../larkmoor")
    assert "larkmoor" in councils()


def test_larkmoors_own_amounts_hold_and_its_version_is_kept() -> None:
    larkmoor = policy("larkmoor")
    assert larkmoor.years[9].amount(Name.SINGLE_PENSION_AGE).pence == 23565
    assert larkmoor.years[10] == national().years[10]
    assert larkmoor.version.startswith(national().version) and larkmoor.version != national().version
    assert larkmoor.choices.standard_expenditure == 1000


@pytest.mark.parametrize(
    ("own", "says"),
    [
        (
            {"amounts": {"2024-25": {"single_25_or_over": "110.59"}}},
            "own.yaml: amounts, 2024-25, single_25_or_over is 110.59, less than the national 110.60. A council may be "
            "more generous, and not harsher.",
        ),
        (
            {"capital_at_home": {"lower": "14249.99"}},
            "own.yaml: capital_at_home, lower is 14249.99, less than the national 14250.00. A council may be more "
            "generous, and not harsher.",
        ),
        (
            {"capital_at_home": {"upper": "23249.99"}},
            "own.yaml: capital_at_home, upper is 23249.99, less than the national 23250.00. A council may be more "
            "generous, and not harsher.",
        ),
        ({"capital_at_home": {"lower": "30000"}}, "own.yaml: capital_at_home: lower is above upper."),
        (
            {"percent_charged": 101},
            "own.yaml: percent_charged is 101, and must be from 0 to 100: more would be harsher.",
        ),
        (
            {"percent_charged": -1},
            "own.yaml: percent_charged is -1, and must be from 0 to 100: more would be harsher.",
        ),
        (
            {"leaves_out_at_home": ["lottery"]},
            "own.yaml: leaves_out_at_home: lottery is no kind of income. `onward charge --kinds` lists them.",
        ),
        (
            {"amounts": {"2025-26": {"couple": "900"}}},
            "own.yaml: amounts, 2025-26, couple: there is no national amount with a source",
        ),
        ({"amounts": {"2030-31": {}}}, "own.yaml: there are no national amounts for 2030-31."),
        ({"amounts": {"2024-25": {"single": "1"}}}, "own.yaml is not as expected"),
        ({"most_a_week": "£5"}, "own.yaml is not as expected"),
        ({"percentage": 90}, "own.yaml: percentage is not known. Known are: amounts, capital_at_home,"),
    ],
)
def test_what_is_harsher_or_faulty_is_refused_with_its_place(own: dict[str, Any], says: str) -> None:
    with pytest.raises(PolicyProblem) as refused:
        written({"source": "a test", **own}, "own.yaml", "own", "")
    assert str(refused.value).startswith(says)


def test_just_the_national_amounts_are_not_harsher() -> None:
    own = {
        "amounts": {"2024-25": {"single_25_or_over": "110.60"}},
        "capital_at_home": {"lower": "14250", "upper": "23250"},
        "percent_charged": 100,
    }
    found = written({"source": "a test", **own}, "own.yaml", "own", "")
    assert found.limits == national().limits


def test_a_policy_needs_its_source() -> None:
    with pytest.raises(PolicyProblem, match=r"own\.yaml is not as expected"):
        written({}, "own.yaml", "own", "")


@pytest.mark.parametrize("content", ["a: [", "- a list"])
def test_a_file_that_is_no_policy_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyProblem, match=r"own\.yaml"):
        from_file(path)
    with pytest.raises(PolicyProblem, match=r"none\.yaml cannot be read"):
        from_file(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"missing": {"carer": "why", "child": "why"}},
            "child must stand once, under sourced, inferred or missing.",
        ),
        ({"missing": {}}, "carer must stand once, under sourced, inferred or missing."),
        ({"until": "2015-04-06"}, "the year must begin on the day on which the one before it ends."),
    ],
)
def test_a_year_that_is_not_whole_is_refused(change: dict[str, Any], says: str) -> None:
    year = {
        "from": "2015-04-06",
        "until": "2016-04-06",
        "source": "a test",
        "sourced": {name.value: "1.00" for name in Name if name is not Name.CARER},
        "missing": {"carer": "why"},
    }
    with pytest.raises(PolicyProblem) as refused:
        list(_years({"2015-16": year | change}))
    assert str(refused.value).endswith(says)


def test_a_gap_between_years_is_refused() -> None:
    year = {"source": "a test", "sourced": {name.value: "1.00" for name in Name}}
    first, second = {"from": "2015", "until": "2016"}, {"from": "2017", "until": "2018"}
    with pytest.raises(PolicyProblem, match="second: the year must begin"):
        list(_years({"first": year | first, "second": year | second}))
