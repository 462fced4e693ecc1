"""Whoever holds a link sees the one thing that it is about, and may add an answer to it: asked in SQL, as the
application's role."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from onward.vocabulary.introductions import State
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.introducing.agreeing import answer, introduce, link_of, take_back
from tests.casework.introducing.conftest import with_email

Connect = Callable[..., psycopg.Connection[Any]]
PEOPLES = [
    "records_case",
    "records_person",
    "records_response",
    "records_look",
    "contact_contact",
    "outbox_message",
    "links_linkdigest",
]


@pytest.fixture
def made(committed: None) -> UUID:
    """Mary's introduction; beside it another of hers, and one of somebody else's, each with an answer."""
    club = with_email("hello@club.example.org")
    mary = world.ask_for_help()
    other = introduce(mary, club)
    elsewhere = introduce(world.ask_for_help(), club)
    for each in (other, elsewhere):
        answer(each, State.TAKEN_ON)
    return introduce(mary, club)


def rows(connection: psycopg.Connection[Any], statement: str, *values: object) -> list[Any]:
    return [row[0] for row in connection.execute(statement, values).fetchall()]


def test_it_sees_its_introduction_its_link_and_no_other(made: UUID, as_app: Connect) -> None:
    link = link_of(made)
    holder = as_app(f"link:{link}")
    assert rows(holder, "SELECT id FROM introducing_introduction") == [made]
    assert rows(holder, "SELECT id FROM links_link") == [link]
    assert rows(holder, "SELECT count(*) FROM introducing_serviceanswer") == [0]


@pytest.mark.parametrize("table", PEOPLES)
def test_it_sees_nothing_else_of_anybody(made: UUID, as_app: Connect, table: str) -> None:
    assert rows(as_app(f"link:{link_of(made)}"), f"SELECT count(*) FROM {table}") == [0]


def test_it_changes_nothing_of_what_was_agreed(made: UUID, as_app: Connect) -> None:
    holder = as_app(f"link:{link_of(made)}")
    for statement in (
        "UPDATE introducing_introduction SET told_want = 'more'",
        "DELETE FROM introducing_introduction",
        "UPDATE links_link SET expires_on = expires_on + 1000, revoked_on = NULL",
    ):
        assert holder.execute(statement).rowcount == 0


def test_it_answers_for_itself_only(made: UUID, as_app: Connect) -> None:
    holder = as_app(f"link:{link_of(made)}")
    with as_app(str(world.staff("ada"))) as ada:
        (other,) = ada.execute(
            "SELECT id, case_id FROM introducing_introduction WHERE id <> %s LIMIT 1", [made]
        ).fetchall()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        holder.execute(
            "INSERT INTO introducing_serviceanswer (id, introduction_id, case_id, version, answer, words, by, said_on)"
            " VALUES (%s, %s, %s, 1, 'taken_on', '', 'link', current_date)",
            [uuid4(), *other],
        )


@pytest.mark.parametrize("kind", ["contact.decided", "introduction.taken_back"])
def test_it_records_nothing_but_its_answers(made: UUID, as_app: Connect, kind: str) -> None:
    with as_app(str(world.staff("ada"))) as ada:
        (case,) = rows(ada, "SELECT case_id FROM introducing_introduction WHERE id = %s", made)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app(f"link:{link_of(made)}").execute(
            "INSERT INTO records_event (id, case_id, kind, details, by, happened_on)"
            " VALUES (gen_random_uuid(), %s, %s, '{}', 'link', current_date)",
            [case, kind],
        )


def test_taken_back_it_sees_nothing(made: UUID, as_app: Connect) -> None:
    link = link_of(made)
    take_back(made, world.staff("ada"))
    holder = as_app(f"link:{link}")
    assert rows(holder, "SELECT count(*) FROM introducing_introduction") == [0]
    assert rows(holder, "SELECT count(*) FROM links_link") == [0]


@pytest.mark.parametrize("who", ["", "job:links", "job:link:x", f"link:{UUID(int=1)}", f"case:{UUID(int=2)}"])
def test_nobody_else_sees_it(made: UUID, as_app: Connect, who: str) -> None:
    who = who.replace("link:x", f"link:{UUID(int=1)}")
    assert rows(as_app(who), "SELECT count(*) FROM introducing_introduction") == [0]
    assert rows(as_app(who), "SELECT count(*) FROM links_link") == [0]


def test_the_job_that_emails_it_sees_the_link_and_not_the_introduction(made: UUID, as_app: Connect) -> None:
    link = link_of(made)
    job = as_app(str(Principal.job(f"link:{link}")))
    assert rows(job, "SELECT id FROM links_link") == [link]
    assert rows(job, "SELECT count(*) FROM introducing_introduction") == [0]


def test_an_answer_is_never_changed(made: UUID, as_app: Connect) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        as_app(str(world.staff("ada"))).execute("UPDATE introducing_serviceanswer SET words = 'other'")
