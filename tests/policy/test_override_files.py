"""Files of changes: how they are read, which is in force on a day, and what becomes of a faulty one."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from onward.config.start import tell_of_forms
from onward.policy import canonical, national, own_forms, questionnaires
from onward.policy.files import PolicyProblem
from onward.policy.overrides.written import read

JULY, AUGUST, SEPTEMBER = date(2027, 7, 1), date(2027, 8, 1), date(2027, 9, 1)
Write = Callable[..., None]


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """A policy folder of one's own; gives a way to write a file in it."""
    monkeypatch.setattr(national, "QUESTIONNAIRES", tmp_path / "england" / "questionnaires")
    monkeypatch.setattr(own_forms, "COUNCILS", tmp_path / "councils")
    monkeypatch.setattr(own_forms, "FOLDER", tmp_path)

    def write(name: str, content: Any) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            content if isinstance(content, str) else canonical.readable(content), encoding="utf-8"
        )
        forget()

    forget()
    yield write
    forget()


def forget() -> None:
    for each in (national.names, national.versions, own_forms.files, own_forms.made, questionnaires.known):
        each.cache_clear()
    questionnaires.questionnaires.cache_clear()


def visit(version: str = "1", start: str = "", **more: Any) -> dict[str, Any]:
    form = {
        "resourceType": "Questionnaire",
        "url": "https://onward.example/questionnaires/visit",
        "version": version,
        "status": "active",
        "item": [
            {
                "linkId": "page",
                "type": "group",
                "text": "A page",
                "item": [
                    {"linkId": "a", "type": "string", "text": f"As in {version}"},
                    {"linkId": "b", "type": "string", "text": "And?"},
                ],
            }
        ],
    }
    return {**form, **({"effectivePeriod": {"start": start}} if start else {}), **more}


def own(since: str, version: str, change: str = "hide: b") -> str:
    return f"since: {since}\nversion: {version}\nchanges:\n  - {change}\n"


def version_on(day: date, council: str = "larkmoor") -> str:
    return questionnaires.in_force("visit", council=council, on=day).version


def test_the_national_version_that_started_last_is_in_force(policy: Write) -> None:
    policy("england/questionnaires/visit.1.json", visit("1"))
    policy("england/questionnaires/visit.json", visit("2", "2027-08-01"))
    assert [version_on(day) for day in (date(2020, 1, 1), date(2027, 7, 31), AUGUST)] == ["1", "1", "2"]
    assert questionnaires.questionnaire("visit").version == "2"


def test_a_draft_is_not_in_force_and_what_has_ended_is_not_either(policy: Write) -> None:
    policy("england/questionnaires/visit.1.json", visit("1", effectivePeriod={"end": "2027-07"}))
    policy("england/questionnaires/visit.json", visit("2", "2027-08-01", status="draft"))
    assert version_on(date(2027, 7, 31)) == "1"
    with pytest.raises(
        PolicyProblem, match="No version of the questionnaire visit is in force on 2027-08-01"
    ):
        version_on(AUGUST)
    assert questionnaires.forms("", AUGUST) == ()


@pytest.mark.parametrize(
    ("name", "form", "says"),
    [
        ("visit.1.json", visit("3"), "Call it visit.3.json"),
        ("visit.2.json", visit("2"), "a version of its own"),
        ("visit.1.json", visit("1"), "Two versions of the questionnaire visit start on one day"),
        ("visit.1.json", {**visit("1"), "item": [{"linkId": "a", "type": "colour"}]}, "cannot be used"),
        ("visit.1.json", '{"a": 1, "a": 2}', "twice in one object"),
    ],
)
def test_versions_that_cannot_be_told_apart_are_refused(
    policy: Write, name: str, form: Any, says: str
) -> None:
    policy("england/questionnaires/visit.json", visit("2"))
    policy(f"england/questionnaires/{name}", form)
    with pytest.raises(PolicyProblem, match=says):
        version_on(AUGUST)


def test_a_councils_changes_are_in_force_from_their_day_and_for_that_council_only(policy: Write) -> None:
    policy("england/questionnaires/visit.json", visit())
    policy("councils/larkmoor/questionnaires/visit.1.yaml", own("2027-07-01", "1"))
    policy("councils/larkmoor/questionnaires/visit.yaml", own("2027-08-01", "2", "hide: a"))
    days = (date(2027, 6, 30), JULY, date(2027, 7, 31), AUGUST)
    assert [version_on(day) for day in days] == ["1", "1+larkmoor.1", "1+larkmoor.1", "1+larkmoor.2"]
    assert version_on(AUGUST, "elsewhere") == "1"
    assert version_on(AUGUST, "../larkmoor") == "1"


def test_changes_are_made_to_whichever_national_version_is_in_force(policy: Write) -> None:
    policy("england/questionnaires/visit.1.json", visit("1"))
    policy("england/questionnaires/visit.json", visit("2", "2027-09-01"))
    policy("councils/larkmoor/questionnaires/visit.yaml", own("2027-08-01", "1"))
    assert [version_on(day) for day in (AUGUST, SEPTEMBER)] == ["1+larkmoor.1", "2+larkmoor.1"]
    known = {each.split("|")[1] for each in questionnaires.known("larkmoor")}
    assert known == {"1", "2", "1+larkmoor.1", "2+larkmoor.1"}


def test_changes_that_a_later_national_form_has_no_place_for_are_told_before_it_starts(policy: Write) -> None:
    without = visit("2", "2027-09-01")
    del without["item"][0]["item"][1]
    policy("england/questionnaires/visit.1.json", visit("1"))
    policy("england/questionnaires/visit.json", without)
    policy("councils/larkmoor/questionnaires/visit.yaml", own("2027-08-01", "1"))
    (found,) = questionnaires.problems("larkmoor")
    assert str(found).startswith(
        "councils/larkmoor/questionnaires/visit.yaml, line 4: there is no `b` in this form"
    )
    assert [version_on(day) for day in (AUGUST, SEPTEMBER)] == ["1+larkmoor.1", "2"]


def test_a_file_that_breaks_something_is_never_used_and_that_is_told_at_the_start(
    policy: Write, caplog: pytest.LogCaptureFixture
) -> None:
    policy("england/questionnaires/visit.json", visit())
    policy("councils/larkmoor/questionnaires/visit.yaml", own("2027-08-01", "1", "require: a"))
    assert version_on(AUGUST) == "1"
    with override_settings(ONWARD_COUNCIL="larkmoor"), caplog.at_level(logging.ERROR):
        assert tell_of_forms() == 1
    assert "councils/larkmoor/questionnaires/visit.yaml, line 4" in caplog.text
    with override_settings(ONWARD_COUNCIL="elsewhere"):
        assert tell_of_forms() == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("visit.7.yaml", own("2027-07-01", "1"), "Call it visit.1.yaml"),
        ("visit.1.yaml", own("2027-08-01", "1"), "it begins on the same day as"),
        (
            "vist.yaml",
            own("2027-08-01", "1"),
            "there is no national form `vist`. Name the file after one of: visit",
        ),
    ],
)
def test_files_with_names_or_days_that_do_not_fit(policy: Write, name: str, content: str, says: str) -> None:
    policy("england/questionnaires/visit.json", visit())
    policy("councils/larkmoor/questionnaires/visit.yaml", own("2027-08-01", "2"))
    policy(f"councils/larkmoor/questionnaires/{name}", content)
    assert any(says in each.says for each in questionnaires.problems("larkmoor"))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("since: 2026-11-21\nversion: 1\nchanges: []\n", 0, ""),
        ("", 1, "begin the file with"),
        ("since: soon\nversion: 1\nchanges: []\n", 1, "`since` is “soon”"),
        ("since: 2026-11-21\nversion: one.two\nchanges: []\n", 2, "`version` is “one.two”"),
        ("since: 2026-11-21\nversion: 1\n", 1, "`changes` has to be a list"),
        ("since: 2026-11-21\nversion: 1\nchanges: []\ncolour: red\n", 4, "`colour` is not understood"),
        ("since: 2026-11-21\nsince: 2026-11-22\nversion: 1\nchanges: []\n", 2, "`since` is there twice"),
        ("since: 2026-11-21\nversion: 1\nchanges:\n  - paint: a\n", 4, "begins with none of"),
        ("since: 2026-11-21\nversion: 1\nchanges:\n  - hide: a\n    move: b\n", 4, "says two things at once"),
        ("since: 2026-11-21\nversion: 1\nchanges:\n  - hide:\n", 4, "`hide` of what?"),
        ("since: 2026-11-21\nversion: 1\nchanges:\n  - hide\n", 4, "a change begins with one of"),
        (
            "since: 2026-11-21\nversion: 1\nchanges:\n  - reword: a\n    text: [x]\n",
            5,
            "`text` has to be words",
        ),
        ("since: 2026-11-21\nversion: 1\nchanges:\n  - reword: a\n   text: x\n", 5, "this is not YAML"),
        ("a: &x [1]\nb: *x\n", 1, "it refers to another part of itself"),
        ("x" * 200_001, 1, "the most is 200,000"),
        ("[" * 5_000 + "]" * 5_000, 1, "cannot be read"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(text: str, line: int, says: str) -> None:
    found = read(text)[1]
    assert [each for each in found if each.line == line and says in each.says] or (found, says) == ([], "")


def test_yes_no_and_numbers_are_what_was_typed() -> None:
    override, found = read(
        "since: 2026-11-21\nversion: 01\nchanges:\n  - reword: a\n    options: {no: No, 1: One}\n"
    )
    assert override and not found
    assert (override.version, override.changes[0].given) == ("01", {"options": {"no": "No", "1": "One"}})
