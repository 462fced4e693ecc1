"""A job sees the message that it is about, what happened to it, and nothing else."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from onward.gateways.notify.fake.service import FakeNotify
from tests import world
from tests.casework.messages.post import Worker, queue, seen

Connect = Callable[..., psycopg.Connection[Any]]
PEOPLES = [
    "records_case",
    "records_person",
    "records_response",
    "records_answergiven",
    "records_look",
    "contact_contact",
]


@pytest.fixture
def message(committed: None) -> UUID:
    """Mary's message; beside it another of hers, and one of somebody else."""
    mary = world.ask_for_help()
    world.match_new(mary)
    queue(mary)
    queue(world.ask_for_help())
    return queue(mary)


def column(connection: psycopg.Connection[Any], statement: str, *values: object) -> list[Any]:
    return [row[0] for row in connection.execute(statement, values).fetchall()]


def test_it_sees_its_message_and_no_other(message: UUID, as_app: Connect) -> None:
    job = as_app(f"job:message:{message}")
    assert column(job, "SELECT id FROM outbox_message") == [message]


@pytest.mark.parametrize("table", PEOPLES)
def test_it_sees_nothing_of_the_person(message: UUID, as_app: Connect, table: str) -> None:
    assert column(as_app(f"job:message:{message}"), f"SELECT count(*) FROM {table}") == [0]


def test_of_what_happened_it_sees_what_is_about_messages(message: UUID, as_app: Connect) -> None:
    kinds = column(as_app(f"job:message:{message}"), "SELECT DISTINCT kind FROM records_event")
    assert kinds == ["message.queued"]


@pytest.mark.parametrize("kind", ["contact.decided", "person.opened_with_reason"])
def test_it_records_nothing_but_what_became_of_messages(message: UUID, as_app: Connect, kind: str) -> None:
    case = seen(message).case
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app(f"job:message:{message}").execute(
            "INSERT INTO records_event (id, case_id, kind, details, by, happened_on)"
            " VALUES (gen_random_uuid(), %s, %s, '{}', 'job', current_date)",
            [case, kind],
        )


def test_it_records_nothing_for_another_case(message: UUID, as_app: Connect) -> None:
    other = world.ask_for_help()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app(f"job:message:{message}").execute(
            "INSERT INTO records_event (id, case_id, kind, details, by, happened_on)"
            " VALUES (gen_random_uuid(), %s, 'message.sent', '{}', 'job', current_date)",
            [other],
        )


@pytest.mark.parametrize("who", ["", "job:hear", "job:tidy", "job:message", f"case:{UUID(int=1)}"])
def test_nobody_else_sees_it(message: UUID, as_app: Connect, who: str) -> None:
    assert column(as_app(who), "SELECT count(*) FROM outbox_message") == [0]


def test_only_the_job_that_asks_is_told_which_messages_are_unheard_of(
    message: UUID, worker: Worker, fake: FakeNotify, as_app: Connect
) -> None:
    worker.work()
    unheard = "SELECT onward_messages_unheard(200)"
    assert message in column(as_app("job:hear"), unheard)
    for who in ("", "job:tidy", f"job:message:{message}", str(world.staff("ewa"))):
        assert column(as_app(who), unheard) == []


def test_every_job_is_told_ids_and_nothing_else(message: UUID) -> None:
    for told in ProcrastinateJob.objects.values_list("args", flat=True):
        assert {name: str(UUID(value)) for name, value in told.items()} == told


def test_what_comes_again_by_itself_is_known_to_the_worker() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    again = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert again == {
        "jobs.retry_stalled",
        "jobs.remove_old",
        "messages.hear",
        "promises.mind",
        "followup.ask",
        "tidying.tidy",
        "directory.read_meanings",
        "directory.look_after",
        "directory.check_links",
        "directory.learn_from_use",
    }


def test_a_change_that_is_taken_back_takes_its_job_back(committed: None) -> None:
    case = world.ask_for_help()
    with pytest.raises(RuntimeError), transaction.atomic():
        queue(case)
        raise RuntimeError
    assert not ProcrastinateJob.objects.exists()
