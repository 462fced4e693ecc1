"""`onward questionnaire override` and `print`, as somebody runs them who writes a council's forms."""

import json
from datetime import date
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire

from onward.config.command_line import main
from onward.policy import own_forms


def test_the_councils_that_are_here_break_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questionnaire", "override"]) == 0
    assert "Nothing breaks" in capsys.readouterr().out


def test_what_breaks_is_told_with_its_line_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "councils" / "elsewhere" / "questionnaires"
    folder.mkdir(parents=True)
    text = "since: 2026-11-21\nversion: 1\nchanges:\n  - hide: wish-list\n  - reword: who\n    text: For whom is it?\n"
    (folder / "first-contact.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(own_forms, "COUNCILS", tmp_path / "councils")
    monkeypatch.setattr(own_forms, "FOLDER", tmp_path)
    assert main(["questionnaire", "override", "elsewhere", "first-contact"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(
        "councils/elsewhere/questionnaires/first-contact.yaml, line 4: there is no `wish-list`"
    )
    assert told[-1] == "1 to mend. Until then the national form is asked instead."


@pytest.mark.parametrize("arguments", [["nowhere"], ["larkmoor", "other-form"]])
def test_a_council_or_form_without_a_file_cannot_be_checked(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questionnaire", "override", *arguments]) == 2
    assert "See onward/policy/README.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "version"),
    [
        ([], "2"),
        (["--council", "larkmoor"], "2+larkmoor.1"),
        (["--council", "larkmoor", "--on", "2026-11-20"], "2"),
    ],
)
def test_a_form_is_printed_as_it_is_asked(
    arguments: list[str], version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    on = [] if "--on" in arguments else ["--on", date(2026, 11, 22).isoformat()]
    assert main(["questionnaire", "print", "first-contact", *arguments, *on]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["version"] == version
    assert Questionnaire.model_fields.keys() >= printed.keys() - {"resourceType"}


def test_a_form_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questionnaire", "print", "other-form"]) == 2
    assert "There is no questionnaire other-form" in capsys.readouterr().err


def test_a_day_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["questionnaire", "print", "first-contact", "--on", "soon"])
    assert ended.value.code == 2
    assert "Write it like 2026-11-21" in capsys.readouterr().err
