"""The rules' sentences, in data beside this file: each is one test."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.policy.holidays import bank_holidays
from onward.rules import beginning_waits, closing, reply, telling
from onward.vocabulary.contact import Grounds, Outcome, Wait, Wish

AIMS = reply.ReplyAims(ring=1, otherwise=2)


def sentences(name: str) -> list[Any]:
    cases = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["sentence"]) for case in cases]


@pytest.mark.parametrize("case", sentences("closing"))
def test_what_a_decision_still_needs(case: dict[str, Any]) -> None:
    said = case["proposal"]
    proposal = closing.Proposal(
        outcome=Outcome(said["outcome"]) if "outcome" in said else None,
        grounds=frozenset(Grounds(each) for each in said.get("grounds", ())),
        reason=said["reason"],
        services=tuple(said.get("services", ())),
        person_known=said.get("person_known", False),
        as_carer=said.get("as_carer", False),
        passed_to=said.get("passed_to", ""),
    )
    assert [each.value for each in closing.missing(proposal)] == case["missing"]


@pytest.mark.parametrize("case", sentences("beginning_waits"))
def test_what_somebody_begins_to_wait_for(case: dict[str, Any]) -> None:
    outcome = Outcome(case["outcome"]) if case["outcome"] else None
    assert beginning_waits.waits(outcome, as_carer=case["as_carer"]) == {Wait(each) for each in case["waits"]}


@pytest.mark.parametrize("case", sentences("telling"))
def test_what_the_shared_page_tells(case: dict[str, Any]) -> None:
    decision = case["decision"]
    told = telling.told(
        Outcome(decision["outcome"]),
        for_another=decision["for_another"],
        other_agrees=decision["other_agrees"],
    )
    assert {"outcome": told.outcome, "reason": told.reason} == case["told"]


@pytest.mark.parametrize("case", sentences("reply"))
def test_by_when_somebody_hears(case: dict[str, Any]) -> None:
    asked = case["asked"]
    assert reply.reply_by(Wish(asked["wish"]), asked["day"], AIMS, bank_holidays()) == case["by"]


def test_a_promise_of_no_working_days_is_kept_the_same_day() -> None:
    same_day = reply.ReplyAims(ring=0, otherwise=0)
    sunday = date(2026, 11, 29)
    assert reply.reply_by(Wish.RING, sunday, same_day, frozenset()) == sunday
