"""Every night goes what nobody needs any more, and nothing else; the log says how many, and not whose."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from onward.casework.tidying.jobs import tidy as job
from onward.casework.tidying.removing import tidy
from onward.config.databases import Access
from onward.journey.contact import queries
from onward.records import actions as records
from onward.records.codes import code_of
from onward.records.models import IdempotencyKey
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.messages.post import queue
from tests.records.catalogue import hang_on

A_YEAR_ON = datetime(2027, 11, 25, 3, 40, tzinfo=UTC)  # more than twelve months after `world.TODAY`
Connect = Callable[..., psycopg.Connection[Any]]


@pytest.fixture
def owner(access: Access, committed: None) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(access.owner, autocommit=True) as connection:
        yield connection


@pytest.fixture
def draft(committed: None) -> UUID:
    """What Mary began, answered two pages of, and had sent to herself."""
    case = world.begin()
    world.answer(case, {page: world.MARYS_ANSWERS[page] for page in ("about", "help")})
    queue(case, asked_now=True)
    return case


def hanging(owner: psycopg.Connection[Any], case: UUID) -> dict[str, int]:
    """How many rows hang on a case, by table."""
    columns = owner.execute(
        "SELECT conrelid::regclass::text, attname FROM pg_constraint JOIN pg_attribute"
        "  ON attrelid = conrelid AND attnum = conkey[1]"
        " WHERE contype = 'f' AND confrelid = 'records_case'::regclass"
    ).fetchall()
    counted = {
        table: owner.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [case]).fetchone()
        for table, column in columns
    }
    return {table: row[0] for table, row in counted.items() if row and row[0]}


def test_a_draft_goes_with_everything_on_it_but_what_happened(
    owner: psycopg.Connection[Any], draft: UUID
) -> None:
    before = hanging(owner, draft)
    assert before.keys() >= {"records_response", "records_answergiven", "contact_contact", "outbox_message"}
    assert tidy(A_YEAR_ON)["drafts"] == 1
    assert hanging(owner, draft) == {"records_event": before["records_event"]}


def test_the_empty_case_counts_and_nobody_opens_it(owner: psycopg.Connection[Any], draft: UUID) -> None:
    with acting_as(Principal.resident(draft)):
        reference = queries.reference_of(draft)
    assert records.open_by_code(reference=reference, code=code_of(draft)) == draft
    tidy(A_YEAR_ON)
    assert records.open_by_code(reference=reference, code=code_of(draft)) is None
    kinds = owner.execute("SELECT kind FROM records_event WHERE case_id = %s", [draft]).fetchall()
    assert ("contact.begun",) in kinds
    assert tidy(A_YEAR_ON)["drafts"] == 0  # it is counted once


def test_a_draft_is_there_on_the_last_day_that_its_writer_was_told(draft: UUID) -> None:
    with acting_as(Principal.resident(draft)):
        told = queries.draft(draft)
    assert told
    last = datetime(2027, 11, 20, 3, 40, tzinfo=UTC)
    assert tidy(last)["drafts"] == 0
    assert tidy(last + timedelta(days=1))["drafts"] == 1


def test_a_request_that_was_sent_stays(owner: psycopg.Connection[Any]) -> None:
    case = world.ask_for_help()
    before = hanging(owner, case)
    assert tidy(A_YEAR_ON)["drafts"] == 0
    assert hanging(owner, case) == before


def test_another_draft_that_was_touched_later_stays(owner: psycopg.Connection[Any], draft: UUID) -> None:
    later = world.begin()
    owner.execute("UPDATE records_response SET keep_until = '2028-05-01' WHERE case_id = %s", [later])
    assert tidy(A_YEAR_ON)["drafts"] == 1
    assert "contact_contact" in hanging(owner, later)


def test_whatever_hangs_on_a_case_says_so_itself_so_that_it_goes_too(owner: psycopg.Connection[Any]) -> None:
    direct = owner.execute(
        "SELECT conrelid::regclass::text FROM pg_constraint"
        " WHERE contype = 'f' AND confrelid = 'records_case'::regclass"
    ).fetchall()
    assert hang_on(owner, ["records_case"]) - {"records_case"} == {table for (table,) in direct}


@pytest.mark.parametrize("who", ["", "job:hear", "case", "ewa"])
def test_nobody_but_the_job_that_tidies_removes_a_draft(draft: UUID, as_app: Connect, who: str) -> None:
    principal = {"case": f"case:{draft}", "ewa": str(world.staff("ewa"))}.get(who, who)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app(principal).execute("SELECT onward_remove_drafts('2099-01-01')")


def test_a_session_goes_once_it_has_ended(committed: None) -> None:
    for name, days in (("ended", -1), ("goes-on", 1)):
        Session.objects.create(
            session_key=name, session_data="", expire_date=A_YEAR_ON + timedelta(days=days)
        )
    assert tidy(A_YEAR_ON)["sessions"] == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == ["goes-on"]


def test_a_key_goes_after_a_week(committed: None) -> None:
    now = timezone.now()
    for days in (6, 8):
        IdempotencyKey.objects.create(
            key=uuid4(), action="x", by="", asked="", used_at=now - timedelta(days=days)
        )
    assert tidy(now)["keys"] == 1
    assert IdempotencyKey.objects.count() == 1


def test_the_log_says_how_many_and_nothing_else(committed: None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="onward.casework.tidying.jobs"):
        job(timestamp=0)
    assert caplog.messages == ["Removed: 0 sessions, 0 keys, 0 drafts"]


def test_one_who_comes_back_the_day_after_begins_again(draft: UUID) -> None:
    tidy(A_YEAR_ON)
    resident = Principal.resident(draft)
    with acting_as(resident):
        assert queries.draft(draft) is None
