"""The job of promises sees promises that stand, and no word of anybody's; what waited before has its promise too."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import psycopg
import pytest
from django.utils import timezone

from onward.casework.promises.models import Promise
from onward.config.databases import Access
from onward.records.principal import acting_as
from onward.vocabulary.contact import Outcome
from onward.vocabulary.promises import State
from tests import world
from tests.casework.messages.post import Worker
from tests.casework.promises.promised import (
    MONDAY,
    TUESDAY,
    asks_for_a_call,
    events_of,
    noon,
    promise_of,
    ring,
)

Connect = Callable[..., psycopg.Connection[Any]]
BEFORE = import_module("onward.casework.promises.migrations.0003_what_waits")
NOTHING_OF = [
    "records_case",
    "records_person",
    "records_response",
    "contact_contact",
    "promises_call",
    "promises_moveasked",
]


@pytest.fixture
def worker(committed: None, access: Access) -> Worker:
    return Worker(access)


def column(connection: psycopg.Connection[Any], statement: str) -> list[Any]:
    return [row[0] for row in connection.execute(statement).fetchall()]


def test_it_sees_what_stands_and_not_what_ended(committed: None, as_app: Connect) -> None:
    stands, ended = asks_for_a_call(), asks_for_a_call()
    ring(promise_of(ended))
    assert column(as_app("job:promises"), "SELECT case_id FROM promises_promise") == [stands]


@pytest.mark.parametrize("table", NOTHING_OF)
def test_it_sees_nothing_else(committed: None, as_app: Connect, table: str) -> None:
    case = asks_for_a_call()
    world.match_new(case)
    assert column(as_app("job:promises"), f"SELECT count(*) FROM {table}") == [0]


@pytest.mark.parametrize("kind", ["contact.decided", "message.sent"])
def test_it_records_nothing_but_what_became_of_promises(committed: None, as_app: Connect, kind: str) -> None:
    case = asks_for_a_call()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app("job:promises").execute(
            "INSERT INTO records_event (id, case_id, kind, details, by, happened_on)"
            " VALUES (gen_random_uuid(), %s, %s, '{}', 'job', current_date)",
            [case, kind],
        )


@pytest.mark.parametrize("who", ["", "job:tidy", "job:promise", "job:hear"])
def test_no_other_job_sees_any(committed: None, as_app: Connect, who: str) -> None:
    asks_for_a_call()
    assert column(as_app(who), "SELECT count(*) FROM promises_promise") == [0]


def test_it_runs_by_itself(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    case = asks_for_a_call()
    monkeypatch.setattr(timezone, "now", lambda: noon(TUESDAY))
    worker.run_periodic("promises.mind")
    assert promise_of(case).state == State.BROKEN


def test_what_was_asked_before_there_were_promises_has_its_promise(committed: None, access: Access) -> None:
    waits, rung, answered, call_decided = (
        world.ask_for_help(), asks_for_a_call(), world.ask_for_help(), asks_for_a_call()
    )  # fmt: skip
    world.decide(answered)
    world.decide(call_decided, Outcome.URGENT)
    with psycopg.connect(access.owner, autocommit=True) as owner:
        owner.execute("DELETE FROM promises_promise")
        for _twice in range(2):
            owner.execute(BEFORE.PROMISES)
        owner.execute(BEFORE.EVENTS)
    found = {each.case_id: each for each in _all()}
    assert found.keys() == {waits, rung, answered}
    assert [(found[each].kind, found[each].state, found[each].due_on) for each in (waits, rung, answered)] == [
        ("reply", "open", TUESDAY), ("call_back", "open", MONDAY), ("reply", "kept", TUESDAY)
    ]  # fmt: skip
    assert events_of(waits).count("promise.made") == 2


def _all() -> list[Promise]:
    with acting_as(world.staff("ada")):
        return list(Promise.objects.all())
