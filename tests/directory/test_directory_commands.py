"""`onward directory load`: what is printed where, and the exit codes that other programs rely on."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onward.directory.commands import load

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)
WriteArea = Callable[..., Path]


def test_a_good_folder_is_reported_for_people(
    write_area: WriteArea, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load([str(write_area())], on=ON, as_json=False) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Testham: 3 services and 2 postcodes.\nNew 3,")
    assert printed.err == ""


def test_a_row_with_something_wrong_goes_to_standard_error_and_the_rest_is_loaded(
    write_area: WriteArea, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load([str(write_area(services="id,name\na,Club\n,Hub\n"))], on=ON, as_json=True) == 0
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert (report["services"], report["problems"][0]["line"], report["problems"][0]["loaded"]) == (
        1,
        3,
        False,
    )
    assert printed.err == "services.csv, line 3: it has no id, so it was not loaded: give it one.\n"


def test_area_toml_itself_may_be_given(write_area: WriteArea) -> None:
    assert load([str(write_area() / "area.toml")], on=ON, as_json=True) == 0


def test_a_folder_judged_invalid_is_1_and_one_that_is_not_there_is_2(
    write_area: WriteArea, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load([str(write_area(services=""))], on=ON, as_json=True) == 1
    assert load([str(write_area() / "none")], on=ON, as_json=True) == 2
    assert load([str(write_area() / "services.csv")], on=ON, as_json=True) == 1
    assert load([], on=ON, as_json=True) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 4
