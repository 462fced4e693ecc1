"""How long it takes to check answers, beside how long fhir.resources takes only to read them.

`python -m tests.bench.bench_questionnaires` prints the figures, and ends with 1 where the check takes more than three
times as long.
"""

import json
import sys
from datetime import UTC, datetime
from typing import Any

from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from onward.questionnaires.validity import check_texts
from tests.bench.measuring import milliseconds, told

ITEMS, CONDITIONS, ROUNDS, MOST = 200, 100, 30, 3.0
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TYPES: list[tuple[str, str, Any]] = [
    ("integer", "valueInteger", 3),
    ("string", "valueString", "some words"),
    ("date", "valueDate", "2024-02-03"),
    ("boolean", "valueBoolean", True),
    ("choice", "valueCoding", {"system": "http://x/s", "code": "c2"}),
]


def made() -> tuple[bytes, bytes]:
    """A form of ten groups of twenty questions, every other one with a condition that is met, and answers to all."""
    groups: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = []
    for number in range(ITEMS):
        kind, key, value = TYPES[number % len(TYPES)]
        item: dict[str, Any] = {
            "linkId": f"q{number}",
            "text": f"Question {number}",
            "type": kind,
            "required": True,
        }
        if kind == "choice":
            item["answerOption"] = [
                {"valueCoding": {"system": "http://x/s", "code": f"c{each}", "display": f"Choice {each}"}}
                for each in range(5)
            ]
        if number % 2:
            item["enableWhen"] = [{"question": f"q{number - 1}", "operator": "exists", "answerBoolean": True}]
        if number % 20 == 0:
            groups.append({"linkId": f"g{number}", "text": "Group", "type": "group", "item": []})
            answers.append({"linkId": f"g{number}", "text": "Group", "item": []})
        groups[-1]["item"].append(item)
        answers[-1]["item"].append({"linkId": f"q{number}", "text": item["text"], "answer": [{key: value}]})
    form = {"resourceType": "Questionnaire", "url": "http://x/q", "status": "active", "item": groups}
    response = {"resourceType": "QuestionnaireResponse", "questionnaire": "http://x/q", "status": "completed"}
    assert sum("enableWhen" in each for group in groups for each in group["item"]) == CONDITIONS
    return json.dumps(form).encode(), json.dumps({**response, "item": answers}).encode()


def main() -> int:
    form, response = made()
    assert check_texts(form, response, now=NOW) == []

    def parsed() -> None:
        Questionnaire.model_validate_json(form)
        QuestionnaireResponse.model_validate_json(response)

    ours, theirs = milliseconds(lambda: check_texts(form, response, now=NOW), parsed, rounds=ROUNDS)
    sizes = f"{len(form):,} and {len(response):,} bytes"
    print(f"{ITEMS} questions, {CONDITIONS} conditions, {sizes}, {ROUNDS} rounds, medians")
    print(f"{'fhir.resources reads form and answers':<44} {theirs:7.2f} ms")
    return int(not told("form and answers are checked", ours, theirs, MOST))


if __name__ == "__main__":
    sys.exit(main())
