"""`onward charge --many` and `--compare`, as a finance team runs them."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onward.config.command_line import main

Captured = pytest.CaptureFixture[str]


def people(folder: Path, **changes: Any) -> str:
    """The contract's person, somebody in a care home, and as many more of the first as `more` says."""
    more = changes.pop("more", 0)
    table = {
        "id": ["a", "b", *(f"c{each}" for each in range(more))],
        "on": [date(2024, 5, 1)] * (2 + more),
        "setting": ["community", "care_home_permanent"] + ["community"] * more,
        "born": [date(1990, 1, 1), date(1940, 1, 1)] + [date(1990, 1, 1)] * more,
        "care_cost": [22000, 80000] + [22000] * more,
        "income_employment_and_support_allowance": [13820, 0] + [13820] * more,
        "income_pip_daily_living": [7265, 0] + [7265] * more,
        "income_state_pension": [0, 20000] + [0] * more,
        "premium_disability": [True, False] + [True] * more,
        "housing_rent": [1000, 0] + [1000] * more,
        "disability_related_expenditure": [500, 0] + [500] * more,
    } | changes
    path = folder / "people.parquet"
    pq.write_table(pa.table({name: each for name, each in table.items() if each is not None}), path)
    return str(path)


def test_many_at_once_need_no_django(tmp_path: Path) -> None:
    program = (
        "import sys; from onward.config.command_line import main; code = main(sys.argv[1:]); "
        "heavy = {'django', 'numba', 'psycopg'} & sys.modules.keys(); sys.exit(f'imported {heavy}' if heavy else code)"
    )
    command = [
        sys.executable,
        "-c",
        program,
        "charge",
        "--many",
        people(tmp_path),
        "--out",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_many_are_charged_as_one_is(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.parquet"
    assert main(["charge", "--many", people(tmp_path), "--out", str(out)]) == 0
    rows = pq.read_table(out).to_pylist()
    assert rows == [
        {"id": "a", "weekly_charge": 3645, "council_pays": 18355, "assessed_income": 21085, "tariff_income": 0,
         "outcome": "contributes", "refused": None},
        {"id": "b", "weekly_charge": 16985, "council_pays": 63015, "assessed_income": 20000, "tariff_income": 0,
         "outcome": "contributes", "refused": None},
    ]  # fmt: skip
    assert "2 of 2 cases were worked out" in capsys.readouterr().out


def test_a_councils_policy_holds_for_many(tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    assert main(["charge", "--many", people(tmp_path), "--out", str(out), "--council", "larkmoor"]) == 0
    assert pq.read_table(out).column("weekly_charge").to_pylist() == [3645 - 335 - 500, 16985]


def test_of_many_the_refused_have_a_reason_and_no_charge(tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.parquet"
    given = people(tmp_path, on=[date(2014, 1, 1), date(2024, 5, 1)])
    assert main(["charge", "--many", given, "--out", str(out)]) == 1
    first, second = pq.read_table(out).to_pylist()
    assert (first["weekly_charge"], first["outcome"], first["refused"]) == (
        None, None, "no amounts are known for that day",
    )  # fmt: skip
    assert (second["weekly_charge"], second["refused"]) == (16985, None)
    assert "1 cases were refused" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"saving": [1, 2]}, "The column “saving” is not known."),
        ({"care_cost": None}, "The column “care_cost” is missing: what the care costs a week."),
        ({"born": None}, "The columns “born” and “age” are both missing."),
        ({"capital": [1.5, 2.0]}, "The column “capital” is double, and must be int64 (int64 pence)."),
        ({"capital": [-1, 2]}, "The column “capital” has amounts below nothing."),
        (
            {"capital": pa.array([None, 2], pa.int64())},
            "The column “capital” has nulls. Write 0 where there is nothing.",
        ),
        ({"minimum_income_guarantee": pa.array([None, -2], pa.int64())}, "has amounts below nothing."),
        ({"setting": ["community", "tent"]}, "The column “setting” has others than community,"),
    ],
)
def test_a_column_that_is_not_as_agreed_is_told(
    tmp_path: Path, capsys: Captured, changes: dict[str, Any], says: str
) -> None:
    assert (
        main(["charge", "--many", people(tmp_path, **changes), "--out", str(tmp_path / "out.parquet")]) == 1
    )
    assert says in capsys.readouterr().err


def test_what_is_no_parquet_cannot_be_read(tmp_path: Path, capsys: Captured) -> None:
    path = str(tmp_path / "words")
    Path(path).write_text("words", encoding="utf-8")
    assert main(["charge", "--many", path, "--out", str(tmp_path / "out.parquet")]) == 2
    assert "is no Parquet file" in capsys.readouterr().err
    assert main(["charge", "--compare", "england", "larkmoor", path]) == 2
    assert main(["charge", "--many", path]) == 2
    assert "--many needs --out" in capsys.readouterr().err


def test_a_file_without_rows_gives_one_without_rows(tmp_path: Path) -> None:
    source, out = tmp_path / "none.parquet", tmp_path / "out.parquet"
    pq.write_table(pq.read_table(people(tmp_path)).slice(0, 0), source)
    assert main(["charge", "--many", str(source), "--out", str(out)]) == 0
    assert pq.read_table(out).num_rows == 0


def test_the_schema_names_every_column(capsys: Captured) -> None:
    assert main(["charge", "--schema", "--json"]) == 0
    schema = json.loads(capsys.readouterr().out)
    types = {each["name"]: each["type"] for each in schema["read"]}
    assert (types["income_state_pension"], types["on"], types["couple"]) == ("int64", "date32[day]", "bool")
    assert [each["name"] for each in schema["written"]][:2] == ["weekly_charge", "council_pays"]
    assert main(["charge", "--schema"]) == 0
    assert "  care_cost int64, needed: what the care costs a week\n" in capsys.readouterr().out


def test_a_change_of_policy_is_compared(tmp_path: Path, capsys: Captured) -> None:
    half = tmp_path / "half.yaml"
    half.write_text("source: a paper\npercent_charged: 50\n", encoding="utf-8")
    given = people(tmp_path, more=18, group_ward=["Fern", "Moss", *["Fern"] * 18])
    assert main(["charge", "--compare", "england", str(half), given, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["people"], found["council_receives_more_a_week"]) == (20, "-346.37")
    groups = {(each["group"], each["is"]): each for each in found["groups"]}
    assert groups["everybody", "everybody"]["pay_less"] == 19
    assert "hidden" in groups["group_ward", "Moss"]
    assert "hidden" in groups["group_ward", "Fern"]
    assert found["severely_disabled_people"]["tested"] is False
    assert main(["charge", "--compare", "england", str(half), given]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The council receives £346.37 less a week from 20 people."
    assert lines[-1].startswith("Whether severely disabled people lose more was not tested")


def test_whether_severely_disabled_people_lose_more_is_tested(tmp_path: Path, capsys: Captured) -> None:
    counting = tmp_path / "leaving_out.yaml"
    counting.write_text("source: a paper\nleaves_out_at_home: [pip_daily_living]\n", encoding="utf-8")
    given = people(tmp_path, more=28, premium_enhanced_disability=[True, False] * 15)
    assert main(["charge", "--compare", str(counting), "england", given]) == 0
    assert "Charges change by " in capsys.readouterr().out
    assert main(["charge", "--compare", str(counting), "england", given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["severely_disabled_people"]["tested"] is True


def test_a_policy_that_is_harsher_is_not_compared(tmp_path: Path, capsys: Captured) -> None:
    harsher = tmp_path / "harsher.yaml"
    harsher.write_text('source: a paper\ncapital_at_home: {upper: "20000"}\n', encoding="utf-8")
    assert main(["charge", "--compare", "england", str(harsher), people(tmp_path)]) == 2
    assert "capital_at_home, upper is 20000.00, less than the national 23250.00" in capsys.readouterr().err
    assert main(["charge", "--compare", "england", "nowhere", people(tmp_path)]) == 2
    assert main(["charge", "--compare", "england", "larkmoor", people(tmp_path, saving=[1, 2])]) == 1
