"""`onward questionnaire check`, from the outside: what it prints, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.operationoutcome import OperationOutcome

FORM = {
    "resourceType": "Questionnaire",
    "url": "http://x/q",
    "status": "active",
    "item": [{"linkId": "a", "type": "integer"}],
}
ANSWERS = {
    "resourceType": "QuestionnaireResponse",
    "questionnaire": "http://x/q",
    "status": "completed",
    "item": [{"linkId": "a", "answer": [{"valueInteger": 3}]}],
}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "onward.config.command_line",
        "questionnaire",
        "check",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def checked(folder: Path, form: Any, answers: Any) -> tuple[int, dict[str, Any]]:
    for name, each in (("q.json", form), ("r.json", answers)):
        (folder / name).write_bytes(each if isinstance(each, bytes) else json.dumps(each).encode())
    done = run(folder / "q.json", folder / "r.json")
    assert done.stderr == ""
    OperationOutcome.model_validate_json(done.stdout)
    return done.returncode, json.loads(done.stdout)


def test_valid_answers(tmp_path: Path) -> None:
    code, outcome = checked(tmp_path, FORM, ANSWERS)
    said = {"severity": "information", "code": "informational", "diagnostics": "All OK"}
    assert (code, outcome) == (0, {"resourceType": "OperationOutcome", "issue": [said]})


def test_answers_that_are_wrong(tmp_path: Path) -> None:
    wrong = {**ANSWERS, "item": [{"linkId": "a", "answer": [{"valueInteger": "3"}]}]}
    code, outcome = checked(tmp_path, FORM, wrong)
    (issue,) = outcome["issue"]
    assert (code, issue["severity"], issue["code"]) == (1, "error", "value")
    assert issue["expression"] == ["QuestionnaireResponse.item[0].answer[0].valueInteger"]


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    code, outcome = checked(tmp_path, {**FORM, "status": "draft"}, ANSWERS)
    assert (code, [each["severity"] for each in outcome["issue"]]) == (0, ["warning"])


def test_a_bundle_brings_value_sets(tmp_path: Path) -> None:
    form = {**FORM, "item": [{"linkId": "a", "type": "choice", "answerValueSet": "http://x/v"}]}
    include = {"system": "s", "concept": [{"code": "x"}]}
    value_set = {
        "resourceType": "ValueSet",
        "url": "http://x/v",
        "status": "active",
        "compose": {"include": [include]},
    }
    entries = [{"resource": value_set}, {"resource": form}]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    for code, expected in (("x", 0), ("y", 1)):
        answer = {"valueCoding": {"system": "s", "code": code}}
        assert (
            checked(tmp_path, bundle, {**ANSWERS, "item": [{"linkId": "a", "answer": [answer]}]})[0]
            == expected
        )


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"resourceType": "Patient"}']
)
def test_what_is_no_form_and_no_answer_is_judged(tmp_path: Path, text: bytes) -> None:
    for form, answers in ((text, ANSWERS), (FORM, text), (text, text)):
        code, outcome = checked(tmp_path, form, answers)
        assert code == 1
        assert any(each["severity"] in ("error", "fatal") for each in outcome["issue"])


def test_a_letter_that_cannot_be_printed_is_no_trouble(tmp_path: Path) -> None:
    form = {**FORM, "item": [{"linkId": "\ud800", "type": "\ud800\u0000"}]}
    assert checked(tmp_path, form, ANSWERS)[0] == 1


def test_a_file_that_is_not_there_is_told_of_in_an_outcome(tmp_path: Path) -> None:
    done = run(tmp_path / "q.json", tmp_path / "r.json")
    assert done.returncode == 1
    (issue,) = json.loads(done.stdout)["issue"]
    assert (issue["severity"], issue["code"]) == ("fatal", "not-found")
    assert "q.json cannot be read" in issue["diagnostics"]


def test_it_starts_without_what_it_does_not_need(tmp_path: Path) -> None:
    """No Django, no numba; and no FHIRPath grammar where there are no expressions."""
    for name, each in (("q.json", FORM), ("r.json", ANSWERS)):
        (tmp_path / name).write_text(json.dumps(each))
    program = (
        "import sys; from onward.config.command_line import main; "
        f"main(['questionnaire', 'check', {str(tmp_path / 'q.json')!r}, {str(tmp_path / 'r.json')!r}]); "
        "sys.exit(any(each in sys.modules for each in ('django', 'numba', 'fhirpathpy', 'pydantic', 'fhir')))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
