"""`onward directory validate`: problems as sentences with their place, and the exit codes others rely on."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onward.directory.commands import validate
from onward.directory.oruk.validity import check, check_page
from tests.directory import documents, standard
from tests.directory.fake_feed import FakeFeed, as_json, client, serving

WHOLE = documents.service()


@pytest.fixture
def feed() -> Iterator[FakeFeed]:
    with serving() as served:
        served.services = [
            documents.service(id=f"66666666-0000-4000-8000-{number:012}") for number in range(3)
        ]
        yield served


def written(folder: Path, said: Any) -> str:
    path = folder / "feed.json"
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return str(path)


def test_a_good_file_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(written(tmp_path, WHOLE), as_json=False) == 0
    assert capsys.readouterr().out.endswith("valid as Open Referral UK 3.0.\n")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"id": "7"}, "the service: id should be a UUID, and is '7'."),
        ({"name": ""}, "the service has no name, which is needed."),
        ({"status": None}, "the service has no status, which is needed."),
        (
            {"status": "open"},
            "the service: status should be one of active, inactive, defunct, temporarily closed",
        ),
        ({"fees": None}, "the service: fees is empty. Leave it out."),
        ({"minimum_age": "60"}, "the service: minimum_age should be a number, and is '60'."),
        ({"minimum_age": True}, "the service: minimum_age should be a number, and is True."),
        ({"email": "nobody"}, "the service: email should be an email address, and is 'nobody'."),
        ({"url": "javascript:1"}, "the service: url should be an address that begins with http"),
        ({"assured_date": "1/2/2026"}, "the service: assured_date should be a date such as 2026-11-22"),
        ({"last_modified": "2026-01-01T00:00:00"}, "the service: last_modified should be a date and time"),
        ({"organization": []}, "the service, organization should be an object, and is a list."),
        ({"schedules": {}}, "the service, schedules should be a list, and is an object."),
        ({"contacts": [{"name": "x"}]}, "the service, contacts 1 has no id, which is needed."),
        (
            {"schedules": [{"id": documents.SERVICE_ID, "freq": "DAILY"}]},
            "the service, schedules 1: freq should be one of WEEKLY, MONTHLY, and is 'DAILY'.",
        ),
    ],
)
def test_each_fault_is_a_sentence_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, Any], sentence: str
) -> None:
    assert validate(written(tmp_path, WHOLE | changed), as_json=True) == 1
    printed = capsys.readouterr()
    verdict = json.loads(printed.out)
    assert not verdict["valid"]
    (problem,) = verdict["problems"]
    assert problem.startswith(sentence)
    assert printed.err == f"{problem}\n"


@pytest.mark.parametrize(
    "changed",
    [
        {}, {"id": "7"}, {"name": None}, {"status": "open"}, {"minimum_age": "60"}, {"email": "nobody"},
        {"organization": {"id": documents.SERVICE_ID}}, {"contacts": [{}]}, {"schedules": {}},
        {"service_at_locations": [{"id": documents.SERVICE_ID, "location": {"id": documents.SERVICE_ID}}]},
    ],
)  # fmt: skip
def test_it_judges_as_the_standards_own_schemas_do(changed: dict[str, Any]) -> None:
    document = WHOLE | changed
    theirs = standard.faults("compiled/service.json", document)
    assert bool(list(check("service", document, "x"))) == bool(theirs)


def test_the_standards_own_examples_are_judged() -> None:
    assert list(check("service", standard.example("service_full.json"), "x")) == []
    assert list(check_page("taxonomy", standard.example("taxonomy_list.json"), "x")) == []


def test_the_envelope_is_judged_too() -> None:
    page = {
        "total_items": 1, "total_pages": "1", "page_number": 1, "size": 2, "first_page": True, "last_page": None,
        "empty": True, "contents": [WHOLE],
    }  # fmt: skip
    assert list(check_page("service", page, "/services")) == [
        "/services: total_pages should be a whole number, and is '1'.",
        "/services: last_page should be true or false, and is missing.",
        "/services: size says 2, and there are 1.",
        "/services: empty says True, and there are 1.",
    ]


def test_an_older_form_is_named_as_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate(written(tmp_path, [{"id": 1, "name": "x", "taxonomies": []}]), as_json=False) == 1
    assert "service 1 is in the form of a version before 3. It can be loaded" in capsys.readouterr().err


def test_a_feed_must_hold_at_its_first_three_addresses_and_should_at_the_others(
    feed: FakeFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert validate(f"{feed.address}/services", as_json=True, client=client) == 0
    verdict = json.loads(capsys.readouterr().out)
    assert verdict["problems"] == []
    assert [each.split(" ")[0] for each in verdict["warnings"]] == ["There", "There", "There"]


def test_a_feed_that_does_not_say_its_version_is_not_valid(
    feed: FakeFeed, capsys: pytest.CaptureFixture[str]
) -> None:
    feed.tell = lambda path, query: as_json({"version": "2.0"}) if path == "/" else None
    assert validate(feed.address, as_json=False, client=client) == 1
    assert "/ should say version HSDS-UK-3.0, and says '2.0'." in capsys.readouterr().err


def test_what_is_not_there_can_not_be_judged(feed: FakeFeed, tmp_path: Path) -> None:
    feed.tell = lambda path, query: (404, {}, b"")
    assert validate(feed.address, as_json=False, client=client) == 2
    assert validate(str(tmp_path / "none.json"), as_json=False) == 2
    assert validate("http://127.0.0.1:9", as_json=False) == 2


@pytest.mark.parametrize("content", ["", "<html>", '{"a"', "3", '"x"', "null", "[3]"])
def test_whatever_a_file_holds_it_is_judged(tmp_path: Path, content: str) -> None:
    assert validate(written(tmp_path, content), as_json=False) == 1


def test_it_needs_no_database_and_no_settings(tmp_path: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("onward")),
        "directory",
        "validate",
        written(tmp_path, WHOLE),
    ]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin"}, check=False)
    assert (done.returncode, done.stderr) == (0, "")
