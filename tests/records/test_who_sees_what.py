"""Not yours to see: whatever the road, the database shows a case to its team, its resident, and nobody else.

These tests use connections of their own, as the application's role, and statements that no page would send.
"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from psycopg import errors

from onward.records import queries as records
from onward.records.actions import note_look
from onward.records.principal import acting_as, current
from onward.records.staffing import number_of
from onward.vocabulary.principals import Principal
from tests import world

PERSON_TABLES = [
    "records_case",
    "records_person",
    "records_response",
    "records_computedanswer",
    "records_event",
    "records_reasontosee",
    "contact_contact",
    "contact_decision",
    "contact_objection",
]
Connect = Callable[..., psycopg.Connection[Any]]


@pytest.fixture
def mary(committed: None) -> Iterator[tuple[UUID, UUID]]:
    """Mary's request, decided and called wrong, and Mary: committed, so that other connections can look."""
    case = world.ask_for_help()
    person = world.match_new(case)
    world.decide(case, services=("LARK0009",))
    world.question(case)
    with acting_as(world.staff("ada")):
        note_look(road="page", at_what="person", why="open_person", case=case, person=person)
    yield case, person


def count(connection: psycopg.Connection[Any], table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row
    return int(row[0])


def principal(username: str) -> str:
    return f"staff:{number_of(username)}"


@pytest.mark.parametrize("who", ["", "carol", "olu", "a resident of another request", "a job", "staff:0"])
def test_whoever_is_not_of_the_team_sees_no_row(who: str, mary: tuple[UUID, UUID], as_app: Connect) -> None:
    named = {
        "carol": principal("carol"),
        "olu": principal("olu"),
        "a resident of another request": f"case:{uuid4()}",
        "a job": "job:remind",
    }
    connection = as_app(named.get(who, who))
    assert {table: count(connection, table) for table in PERSON_TABLES} == dict.fromkeys(PERSON_TABLES, 0)


def test_the_front_door_sees_all_of_it(mary: tuple[UUID, UUID], as_app: Connect) -> None:
    connection = as_app(principal("ada"))
    seen = {table: count(connection, table) > 0 for table in PERSON_TABLES if table != "records_reasontosee"}
    assert all(seen.values())


def test_a_resident_sees_their_request_and_not_the_councils_person(
    mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    case, _person = mary
    connection = as_app(f"case:{case}")
    assert count(connection, "records_case") == 1
    assert count(connection, "contact_decision") == 1
    assert count(connection, "records_person") == 0
    assert count(connection, "records_look") > 0  # who looked at their request


def test_nobody_reads_the_codes(mary: tuple[UUID, UUID], as_app: Connect) -> None:
    case, _person = mary
    for who in ("", principal("ada"), principal("carol"), f"case:{case}"):
        assert count(as_app(who), "records_casecode") == 0


def test_a_query_by_somebody_who_sees_nobody_is_written_down(
    mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    carol = as_app(principal("carol"))
    assert carol.execute("SELECT given_name FROM records_person").fetchall() == []
    manager = as_app(principal("ewa"))
    rows = manager.execute(
        "SELECT road, allowed FROM records_look WHERE by = %s AND road = 'database'", [principal("carol")]
    ).fetchall()
    assert rows == [("database", False)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contact_decision SET reason = 'x'",
        "UPDATE records_person SET given_name = 'x'",
        "UPDATE records_case SET team_id = (SELECT team_id FROM records_membership WHERE staff_id = onward_staff())",
        "DELETE FROM contact_objection",
    ],
)
def test_a_worker_elsewhere_changes_nothing(statement: str, mary: tuple[UUID, UUID], as_app: Connect) -> None:
    assert as_app(principal("carol")).execute(statement).rowcount == 0


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO records_reasontosee (id, staff_id, person_id, reason, starts_on, ends_on)"
        " VALUES (gen_random_uuid(), onward_staff(), %(person)s, 'x', current_date, current_date + 1)",
        "INSERT INTO records_look (id, by, road, at_what, why, reason, allowed)"
        " VALUES (gen_random_uuid(), 'staff:1', 'page', 'x', 'x', '', true)",
        "INSERT INTO contact_objection (id, version, words, said_on, case_id, decision_id)"
        " SELECT gen_random_uuid(), 1, 'x', current_date, %(case)s, gen_random_uuid()",
    ],
)
def test_a_worker_elsewhere_adds_nothing(statement: str, mary: tuple[UUID, UUID], as_app: Connect) -> None:
    case, person = mary
    with pytest.raises(errors.InsufficientPrivilege):
        as_app(principal("carol")).execute(statement, {"case": case, "person": person})


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE records_person DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE records_person NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY records_person_see ON records_person",
        "SET row_security = off; SELECT * FROM records_person",
        "SET ROLE onward_owner",
        "SET SESSION AUTHORIZATION onward_owner",
        "TRUNCATE records_event",
        "UPDATE records_membership SET role = 'manager'",
        "INSERT INTO records_membership (staff_id, team_id, role, starts_on) VALUES (1, 1, 'manager', current_date)",
        "INSERT INTO records_team (code, name) VALUES ('mine', 'Mine')",
        "UPDATE records_event SET kind = 'x'",
        "DELETE FROM records_look",
        "CREATE OR REPLACE FUNCTION onward_sees_people() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    ],
)
def test_the_application_can_not_open_its_own_cage(
    statement: str, mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    with pytest.raises(psycopg.Error):
        as_app(principal("ada")).execute(statement)


def test_searching_finds_ids_for_an_adviser_and_nothing_for_others(
    mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    _case, person = mary
    search = "SELECT * FROM onward_find_people('match', 'windlebrook', 'mary', NULL, '', '', 20)"
    assert as_app(principal("ada")).execute(search).fetchall() == [(person,)]
    assert as_app(principal("olu")).execute(search).fetchall() == [
        (person,)
    ]  # an id, to be asked for with a reason
    for who in ("", principal("carol"), f"case:{uuid4()}"):
        assert as_app(who).execute(search).fetchall() == []


def test_a_leaver_sees_nothing_from_the_day_they_leave(
    mary: tuple[UUID, UUID], as_app: Connect, access: Any
) -> None:
    with psycopg.connect(access.owner, autocommit=True) as owner:
        owner.execute(
            "UPDATE records_membership SET ends_on = current_date WHERE staff_id = %s", [number_of("ada")]
        )
    assert count(as_app(principal("ada")), "records_person") == 0


def test_a_reason_opens_one_person_for_a_day_and_is_written_down(
    mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    """Olu's team does not know Mary."""
    _case, person = mary
    olu = as_app(principal("olu"))
    olu.execute(
        "INSERT INTO records_reasontosee (id, staff_id, person_id, reason, starts_on, ends_on)"
        " VALUES (gen_random_uuid(), onward_staff(), %s, 'on the ward', current_date, current_date + 1)",
        [person],
    )
    assert count(olu, "records_person") == 1
    olu.execute("UPDATE records_reasontosee SET starts_on = current_date - 2, ends_on = current_date")
    assert count(olu, "records_person") == 0


def test_matching_to_somebody_who_may_not_be_seen_is_refused(mary: tuple[UUID, UUID]) -> None:
    """A case of one's own would otherwise open anybody."""
    from onward.journey.contact import actions
    from onward.records.refusals import Refused

    other = world.ask_for_help(
        me={
            "me-given": ("Joe",),
            "me-family": ("Inkpenny",),
            "me-born": ("1950-01-01",),
            "me-postcode": ("QQ1 5LR",),
        }
    )
    asked = world.request_of(other)
    with acting_as(world.staff("ada")), pytest.raises(Refused, match="could not be found"):
        actions.match(
            case=other, person=uuid4(), version=asked.version, by=world.staff("ada"), on=world.TODAY
        )


def test_one_principal_does_not_outlast_its_turn(committed: None) -> None:
    def of_database() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT onward_principal()")
            return str(cursor.fetchone()[0])

    case = uuid4()
    with acting_as(world.staff("ada")):
        with acting_as(Principal.resident(case)):
            assert of_database() == f"case:{case}"
        assert of_database() == str(world.staff("ada"))
    assert of_database() == ""
    with pytest.raises(RuntimeError), acting_as(world.staff("ada")):
        raise RuntimeError
    assert of_database() == ""
    assert current() == Principal.nobody()


def test_a_connection_left_by_somebody_is_nobodys_for_the_next_request(
    client: Any, mary: tuple[UUID, UUID]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('onward.principal', %s, false)", [principal("ada")])
    assert client.get("/").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_principal(), (SELECT count(*) FROM records_person)")
        assert cursor.fetchone() == ("", 0)


def test_the_code_opens_the_request_and_five_wrong_ones_lock_it(
    mary: tuple[UUID, UUID], as_app: Connect
) -> None:
    from onward.records.codes import code_of

    case, _person = mary
    with acting_as(Principal.resident(case)):
        reference = records.reference(case)
    connection = as_app()

    def tried(code: str) -> Any:
        return connection.execute("SELECT onward_open_case(%s, %s)", [reference, code]).fetchone()[0]  # type: ignore[index]

    assert tried(code_of(case)) == case
    for _time in range(4):
        assert tried("0000-0000") is None
    assert tried(code_of(case)) == case  # four wrong ones do not lock, and a right one forgives them
    for _time in range(5):
        assert tried("0000-0000") is None
    assert tried(code_of(case)) is None
    assert connection.execute("SELECT onward_open_case('0000-0000', 'x')").fetchone() == (None,)
