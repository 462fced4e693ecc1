"""Every sentence about forms and answers: what is found wrong, of which kind, and where."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.questionnaires.issues import Issue
from onward.questionnaires.json_text import read
from onward.questionnaires.reading import examine
from onward.questionnaires.validity import check

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FOLDER = Path(__file__).parent / "sentences"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['says']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def value(text: str) -> Any:
    """JSON as the engine reads it: 3.0 stays a decimal and 1.10 keeps its places."""
    return read(text.encode(), "It")[0]


def form(case: dict[str, str]) -> dict[str, Any]:
    whole = {
        "resourceType": "Questionnaire",
        "url": "http://x/q",
        "status": "active",
        "item": value(case["form"]),
        **{key: value(case[key]) for key in ("contained", "extension") if key in case},
        **value(case.get("form_more", "{}")),
    }
    whole = {key: each for key, each in whole.items() if each is not None}
    if "bundle" not in case:
        return whole
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": each} for each in [whole, *value(case["bundle"])]],
    }


def answers(case: dict[str, str]) -> dict[str, Any]:
    whole = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "http://x/q",
        "status": case.get("status", "completed"),
        "item": value(case["answers"]),
        **value(case.get("answers_more", "{}")),
    }
    return {key: each for key, each in whole.items() if each is not None}


def found(case: dict[str, str]) -> list[Issue]:
    return check(form(case), answers(case), now=NOW) if "answers" in case else examine(form(case)).issues


@pytest.mark.parametrize("case", CASES)
def test_sentence(case: dict[str, Any]) -> None:
    issues = found(case)
    said = {
        "wrong": [each for each in issues if each.bad],
        "about": [each for each in issues if not each.bad],
    }
    for kind, expected in said.items():
        told = [f"{each.code} {each.place}" for each in expected]
        assert told == case.get(kind, []), "\n".join(each.says for each in issues)
    assert all(each.says.endswith(".") for each in issues)


def test_each_sentence_is_said_once() -> None:
    said = [(case.id, json.dumps(case.values, default=str)) for case in CASES]
    assert len({name for name, _ in said}) == len(said)
