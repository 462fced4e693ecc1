"""`onward recommend` without a folder: the same answer from the database that is loaded."""

import argparse
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from onward.directory.loading import bring_in
from onward.directory.meaning import table
from onward.directory.recommend.on_database import on_database

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def asked(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command for a person's values on the folder, loaded into the database."""
    monkeypatch.setattr(table, "encoder", lambda: None)
    bring_in(folder, on=TODAY)

    def run(said: object = None, **options: object) -> int:
        file = tmp_path / "person.json"
        file.write_text(json.dumps(said), encoding="utf-8")
        given = {"person": file, "learn": None, "evaluate": None, "undo": False, "plain": False, "limit": 20}
        return on_database(argparse.Namespace(**given | options), TODAY)

    return run


def test_needs_strengths_and_place_are_answered(asked: Any, capsys: pytest.CaptureFixture[str]) -> None:
    mary = {"age": 83, "postcode": "QQ1 1AA", "needs": ["isolation", "falls"], "strengths": ["gardening"]}
    assert asked(mary) == 0
    because = {each["service_id"]: each["because"] for each in json.loads(capsys.readouterr().out)}
    assert because["garden"] == ["because you like gardening", "near you"]
    assert "helps with falls" in because["falls"]
    assert "helps with isolation" in because["visit"]
    assert not {"gone", "young", "far"} & because.keys()


def test_a_place_is_found_by_its_coordinates(asked: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked({"latitude": 54.1, "longitude": -2.2, "text": "a hot meal"}) == 0
    assert json.loads(capsys.readouterr().out)[0]["service_id"] == "lunch"


def test_a_person_that_cannot_be_is_refused_in_the_same_words(
    asked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked({"postcode": "ZZ1 1ZZ"}) == 1
    assert "is not a postcode of Testham" in capsys.readouterr().err


def test_ratings_are_learned_from_and_judged(
    asked: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ratings = tmp_path / "ratings.csv"
    rows = [
        f"age=83;needs=falls;team={at},{each},{3 * (each == 'garden')},{place},{TODAY - timedelta(days=200 - at)}"
        for at in range(120)
        for place, each in enumerate(("falls", "visit", "garden"), start=1)
    ]
    ratings.write_text(
        "\n".join(["person_features,service_id,rating,shown_rank,on", *rows]), encoding="utf-8"
    )
    assert asked(learn=ratings) == 0
    assert json.loads(capsys.readouterr().out)["in_force"] == "learned"
    assert asked(evaluate="") == 0
    assert json.loads(capsys.readouterr().out)["better"]
    assert asked(undo=True) == 0
    assert json.loads(capsys.readouterr().out) == {"in_force": "plain"}
