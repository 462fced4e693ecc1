"""`onward eligibility`, as outside programs and workers run it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CONTRACT: dict[str, Any] = {
    "who": "adult",
    "arises_from_impairment_or_illness": True,
    "outcomes": [
        {"outcome": "nutrition", "unable": "with_pain_or_distress", "evidence": "…"},
        {"outcome": "home_safety", "unable": "takes_significantly_longer", "evidence": "…"},
    ],
    "significant_impact_on_wellbeing": True,
    "wellbeing_areas": ["control_over_day_to_day_life"],
}
CARER: dict[str, Any] = {"who": "carer", "provides_necessary_care": True, "health_at_risk": True}
ONWARD = Path(sys.executable).with_name("onward")


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [str(ONWARD), "eligibility", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def written(folder: Path, given: Any) -> Path:
    path = folder / "case.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    return path


def test_the_contracts_own_case(tmp_path: Path) -> None:
    done = run(written(tmp_path, CONTRACT), "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(answer) == ["eligible", "because", "missing", "sources"]
    assert (answer["eligible"], answer["missing"]) == ("yes", [])
    assert answer["because"][0] == "Your needs meet the eligibility criteria."
    assert "SI 2015/313 reg 2(2)(a)" in answer["sources"]


def test_one_case_needs_neither_django_nor_anything_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from onward.config.command_line import main; code = main(sys.argv[1:]); "
        "heavy = {'django', 'numba', 'numpy', 'pyarrow', 'psycopg', 'fhir', 'yaml'} & sys.modules.keys(); "
        "sys.exit(f'imported {heavy}' if heavy else code)"
    )
    command = [sys.executable, "-c", program, "eligibility", str(written(tmp_path, CONTRACT)), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_of_an_array_the_bad_case_is_an_error_in_its_place(tmp_path: Path) -> None:
    done = run(
        written(tmp_path, [CONTRACT, {"who": "adult", "outcomes": [{"outcome": "fun"}]}, 7, CARER]), "--json"
    )
    answers = json.loads(done.stdout)
    assert done.returncode == 1
    assert [each.get("eligible") for each in answers] == ["yes", None, None, "not_yet_known"]
    assert answers[2] == {"error": "A case must be an object with names and values, and is 7."}
    assert done.stderr.splitlines() == [
        f"onward eligibility: case {number}: {answers[number - 1]['error']}" for number in (2, 3)
    ]


def test_one_bad_case_is_an_error_and_a_sentence(tmp_path: Path) -> None:
    done = run(written(tmp_path, {"who": "child"}), "--json")
    says = "who is 'child', and must be one of: adult, carer."
    assert (done.returncode, json.loads(done.stdout)) == (1, {"error": says})
    assert done.stderr == f"onward eligibility: {says}\n"


def test_without_cases_there_are_no_answers(tmp_path: Path) -> None:
    done = run(written(tmp_path, []), "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


@pytest.mark.parametrize("content", ["{", "", '{"who": "adult"} 1'])
def test_a_file_that_is_no_json_cannot_be_read(tmp_path: Path, content: str) -> None:
    done = run(written(tmp_path, content), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not valid JSON" in done.stderr


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    done = run(tmp_path / "none.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("onward eligibility: ")
    assert done.stderr.endswith("none.json cannot be read: No such file or directory. Check its name.\n")


def test_people_read_words(tmp_path: Path) -> None:
    lines = run(written(tmp_path, [CONTRACT, CARER])).stdout.splitlines()
    assert lines[:3] == ["Eligible: yes", "", "- Your needs meet the eligibility criteria."]
    assert "Eligible: not yet known" in lines
    assert (
        lines.count(
            "This is advice. A worker decides, in writing and with reasons, and may decide otherwise."
        )
        == 2
    )
    assert lines[lines.index("Still missing:") + 1].startswith(
        "- Find out whether there is, or is likely to be,"
    )
