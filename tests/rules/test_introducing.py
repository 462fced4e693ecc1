"""When a service may be told of somebody, in sentences; and how an introduction may move."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.rules.introducing import Consent, Told, missing
from onward.vocabulary.introductions import (
    ANSWERS,
    MOVES,
    OPEN,
    ConsentBy,
    ConsentHow,
    State,
    Step,
    answers_from,
    move,
)

TODAY = date(2026, 11, 20)
SENTENCES = yaml.safe_load((Path(__file__).parent / "introducing.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(each, id=each["sentence"]) for each in SENTENCES])
def test_what_is_missing_before_a_service_is_told(case: dict[str, Any]) -> None:
    said = case["consent"]
    consent = Consent(
        ConsentBy(said["by"]) if "by" in said else None,
        ConsentHow(said["how"]) if "how" in said else None,
        said.get("day"),
    )
    assert [each.value for each in missing(Told(**case["told"]), consent, today=TODAY)] == case["missing"]


def test_from_every_state_but_the_last_ones_the_person_may_take_it_back() -> None:
    may = {state for state in State if move(Step.TAKE_BACK, state)}
    assert may == set(OPEN) == set(State) - {State.ENDED, State.TAKEN_BACK}


def test_nothing_is_answered_once_it_ended_or_was_taken_back() -> None:
    assert {state for state in State if answers_from(state)} == set(OPEN)


def test_a_refusal_may_still_be_changed_and_whoever_goes_there_may_only_stop() -> None:
    assert answers_from(State.NOT_FOR_US) == (State.TAKEN_ON, State.WAITING_LIST)
    assert answers_from(State.GOING) == (State.ENDED,)


def test_each_answer_ends_where_it_says() -> None:
    assert all(each.end is answer for answer, step in ANSWERS.items() for each in MOVES if each.step is step)
