"""`onward charge`, as outside programs and finance teams run it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onward.config.command_line import main

CONTRACT: dict[str, Any] = {
    "on": "2024-05-01",
    "setting": "community",
    "born": "1990-01-01",
    "couple": False,
    "capital": "0",
    "joint_capital": "0",
    "home": {
        "value": "0",
        "joint": False,
        "other_charges": "0",
        "occupied_by": [],
        "weeks_since_permanent": None,
    },
    "income": [
        {"kind": "employment_and_support_allowance", "weekly": "138.20"},
        {"kind": "pip_daily_living", "weekly": "72.65"},
    ],
    "disregards": [{"kind": "named by the officer", "weekly": "0"}],
    "premiums": ["disability"],
    "minimum_income_guarantee": None,
    "housing_costs": [{"kind": "rent", "weekly": "10.00"}],
    "disability_related_expenditure": [{"kind": "laundry", "weekly": "5.00"}],
    "care_cost": "220.00",
    "council": "england",
}
ANSWER = {
    "outcome": "contributes",
    "weekly_charge": "36.45",
    "council_pays": "183.55",
    "assessed_income": "210.85",
    "tariff_income": "0.00",
    "kept": {
        "minimum_income_guarantee": "159.40",
        "housing_costs": "10.00",
        "disability_related_expenditure": "5.00",
        "personal_expenses_allowance": "0.00",
    },
    "amounts_year": "2024-25",
}
Captured = pytest.CaptureFixture[str]


def written(folder: Path, given: Any) -> str:
    path = folder / "case.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    return str(path)


def test_the_contracts_example_gives_exactly_the_contracts_answer(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "onward.config.command_line",
        "charge",
        written(tmp_path, CONTRACT),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert {name: answer[name] for name in ANSWER} == ANSWER
    assert list(answer) == [*ANSWER, "because", "sources"]
    assert "You pay £36.45 a week. The council pays £183.55." in answer["because"]
    assert answer["sources"]


def test_one_case_needs_neither_django_nor_anything_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from onward.config.command_line import main; code = main(sys.argv[1:]); "
        "heavy = {'django', 'numba', 'numpy', 'pyarrow', 'psycopg', 'fhir'} & sys.modules.keys(); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    command = [sys.executable, "-c", program, "charge", written(tmp_path, CONTRACT), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_of_an_array_the_bad_case_is_an_error_in_its_place(tmp_path: Path, capsys: Captured) -> None:
    unknown = CONTRACT | {"income": [{"kind": "lottery", "weekly": "1"}]}
    nowhere = CONTRACT | {"council": "nowhere"}
    path = written(tmp_path, [CONTRACT, unknown, 7, nowhere, CONTRACT | {"council": 5}, CONTRACT])
    assert main(["charge", path, "--json"]) == 1
    printed = capsys.readouterr()
    answers = json.loads(printed.out)
    assert [each.get("weekly_charge") for each in answers] == ["36.45", None, None, None, None, "36.45"]
    assert answers[1]["error"].startswith(
        "income[1].kind is 'lottery', which is no kind of income that we know."
    )
    assert answers[2] == {"error": "A case must be an object with names and values, and is 7."}
    assert answers[3]["error"].startswith(
        "There is no council “nowhere”. Known are: england, default, larkmoor."
    )
    assert answers[4] == {"error": "council is 5, and must be a name such as “england”."}
    assert printed.err.splitlines()[0] == f"onward charge: case 2: {answers[1]['error']}"


def test_one_bad_case_is_an_error_and_a_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", written(tmp_path, CONTRACT | {"on": "2030-01-01"}), "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["error"].startswith("There are no amounts for 2030-01-01")
    assert printed.err.startswith("onward charge: There are no amounts for 2030-01-01")


@pytest.mark.parametrize("content", ["{", '{"on": 1' * 3, "[" * 100_000])
def test_a_file_that_is_no_json_cannot_be_read(tmp_path: Path, capsys: Captured, content: str) -> None:
    assert main(["charge", written(tmp_path, content), "--json"]) == 2
    assert "is not valid JSON" in capsys.readouterr().err


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", str(tmp_path / "none.json")]) == 2
    assert "cannot be read or written: No such file or directory. Check its name." in capsys.readouterr().err


def test_without_anything_it_says_what_it_takes(capsys: Captured) -> None:
    assert main(["charge"]) == 2
    assert "give a file with a case" in capsys.readouterr().err


def test_amounts_written_as_numbers_are_exact(tmp_path: Path, capsys: Captured) -> None:
    text = (
        json.dumps(CONTRACT)
        .replace('"138.20"', "138.20")
        .replace('"72.65"', "72.65")
        .replace('"220.00"', "220")
    )
    assert main(["charge", written(tmp_path, text), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["assessed_income"] == "210.85"


def test_people_read_words(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", written(tmp_path, CONTRACT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "You pay £36.45 a week. The council pays £183.55."
    assert "- You keep £10.00 a week for your rent." in lines
    assert any(line.startswith("Amounts of 2024-25. Sources: Care Act 2014 s14(4);") for line in lines)


def test_several_are_read_one_after_another(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", written(tmp_path, [CONTRACT, CONTRACT])]) == 0
    assert capsys.readouterr().out.count("You pay £36.45 a week. The council pays £183.55.\n\n- ") == 2


DEFERRED = {
    "on": "2024-05-01", "setting": "care_home_permanent", "born": "1939-01-01", "care_cost": "800",
    "income": [{"kind": "state_pension", "weekly": "244"}], "home": {"value": "200000", "weeks_since_permanent": 20},
}  # fmt: skip


def test_what_may_be_deferred(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", "--deferred", written(tmp_path, DEFERRED), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["equity_limit"], answer["owed"], answer["statement"]) == ("165750.00", [], [])
    assert "It is due when the home is sold, and otherwise within 90 days of your death." in answer["because"]


def test_what_is_owed_week_by_week(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, DEFERRED | {"weeks": 2, "interest_rate": "4.65"})
    assert main(["charge", "--deferred", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["owed"] == ["700.00", "1400.62"]
    assert main(["charge", "--deferred", path]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "You may defer up to £165,750.00." in lines
    assert "   2      £700.00        £0.62      £1,400.62" in lines


def test_without_a_home_nothing_can_be_deferred(tmp_path: Path, capsys: Captured) -> None:
    assert main(["charge", "--deferred", written(tmp_path, CONTRACT), "--json"]) == 1
    assert "needs a home that counts" in json.loads(capsys.readouterr().out)["error"]


NAMED = [
    "state_pension", "occupational_pension", "other_pension", "pension_credit_guarantee", "pension_credit_savings",
    "attendance_allowance", "dla_care", "dla_mobility", "pip_daily_living", "pip_mobility",
    "employment_and_support_allowance", "jobseekers_allowance", "income_support", "universal_credit", "housing_benefit",
    "carers_allowance", "severe_disablement_allowance", "industrial_injuries", "war_pension", "war_widows_pension",
    "guaranteed_income_payment", "armed_forces_independence_payment", "child_benefit", "earnings", "rent_received",
    "annuity", "trust_income", "other_benefit", "other_income",
]  # fmt: skip


def test_kinds_say_how_each_is_treated_and_why(capsys: Captured) -> None:
    assert main(["charge", "--kinds", "--json"]) == 0
    kinds = {each["kind"]: each for each in json.loads(capsys.readouterr().out)}
    assert kinds["war_pension"]["since"] == "2017-04-10"
    assert kinds["war_pension"]["before"] == "£10 a week left out, once for all such incomes"
    assert [each for each in NAMED if each not in kinds] == []
    assert main(["charge", "--kinds"]) == 0
    assert "state_pension: counted in full, since 2015-04-01.\n" in capsys.readouterr().out
