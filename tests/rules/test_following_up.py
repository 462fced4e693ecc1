"""Whom to ask whether advice worked, and when: the sentences beside this file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.rules import following_up
from onward.rules.following_up import Aims, Asked

SENTENCES = yaml.safe_load(Path(__file__).with_name("following_up.yaml").read_text(encoding="utf-8"))
AIMS = Aims(days_after_advice=42, ask_again_after_days=7, most_messages=2)


def of(name: str) -> list[Any]:
    return [pytest.param(case, id=case["sentence"]) for case in SENTENCES[name]]


@pytest.mark.parametrize("case", of("next"))
def test_what_is_to_be_done(case: dict[str, Any]) -> None:
    said = case["asked"]
    asked = Asked(said["due_on"], said["messages"], said.get("last_on"), said["may_go"])
    assert following_up.next_step(asked, AIMS, case["day"]).value == case["next"]


@pytest.mark.parametrize("case", of("due"))
def test_the_day_on_which_they_are_asked(case: dict[str, Any]) -> None:
    assert following_up.due_on(case["decided_on"], AIMS) == case["due_on"]


@pytest.mark.parametrize("case", of("left_out"))
def test_who_is_not_asked(case: dict[str, Any]) -> None:
    found = following_up.left_out(**case["said"])
    assert (found.value if found else None) == case["because"]
