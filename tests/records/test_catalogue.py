"""Asked of the live database: every table about people is guarded, and the application can undo none of it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import psycopg
import pytest

from onward.config.databases import APP_ROLE, Access
from onward.config.demonstration import people
from onward.records.classification import our_models
from onward.vocabulary.roles import SEES_PEOPLE
from tests.records.catalogue import (
    DJANGOS_OWN,
    EXEMPT,
    Owner,
    about_people,
    classified_as_people,
    count,
    open_tables,
    tables,
)
from tests.world import staff

pytestmark = pytest.mark.usefixtures("django_db_setup")
Connect = Callable[..., psycopg.Connection[Any]]

# Functions that see with the owner's eyes, each with its one purpose.
NARROW = {
    "onward_job_followup_reference": "the reference of the one case that a job asks about, for its letter",
    "onward_find_people": "ids of people who may be the same; written down",
    "onward_how_long": "days that answers and calls took, as two figures each; none where few were behind them",
    "onward_messages_unheard": "ids of messages sent lately, for the job that asks what became of them",
    "onward_note_look": "writes one line of the log of looks",
    "onward_open_case": "the case of a reference and its code; tries are counted and written down",
    "onward_open_link": "the link of a token, while it is open; a token that opens nothing is written down",
    "onward_remove_drafts": "removes drafts untouched for long, for the job that tidies; gives back how many",
    "onward_take_over": "opens a half-written case to its team, with the code that its resident gave",
    "onward_sees_people": "whether somebody's role shows them people at all; a no is written down",
}


@pytest.fixture
def owner(access: Access) -> Iterator[Owner]:
    """The tables' owner, whose changes are taken back at the end."""
    with psycopg.connect(access.owner) as connection:
        yield connection
        connection.rollback()


def test_every_table_about_people_is_guarded(owner: Owner) -> None:
    assert open_tables(owner) == []


def test_every_table_is_ours_or_listed_with_a_reason(owner: Owner) -> None:
    ours = {model._meta.db_table for model in our_models()}
    assert tables(owner).keys() == ours | DJANGOS_OWN.keys() | EXEMPT.keys()


def test_whatever_hangs_on_a_person_or_a_case_is_classified_as_about_a_person(owner: Owner) -> None:
    assert about_people(owner) == classified_as_people() - EXEMPT.keys()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("DROP POLICY contact_decision_see ON contact_decision", "contact_decision: it has no policy"),
        ("ALTER TABLE records_person NO FORCE ROW LEVEL SECURITY", "records_person: it is not forced"),
        ("ALTER TABLE records_event DISABLE ROW LEVEL SECURITY", "records_event: row security is not on"),
        # A table that nobody classified, three steps from a person.
        (
            "CREATE TABLE scratch (decision uuid REFERENCES contact_decision)",
            "scratch: row security is not on",
        ),
    ],
)
def test_the_check_itself_finds_what_is_open(owner: Owner, change: str, says: str) -> None:
    owner.execute(change)
    (said,) = open_tables(owner)
    assert said.startswith(says)


def test_nothing_shows_to_nobody_and_nothing_about_people_to_a_provider(
    committed: None, owner: Owner, as_app: Connect
) -> None:
    people.ask(people=6, seed=3, on=date(2026, 11, 20), progress=lambda what, done, of: None)
    guarded = about_people(owner) - {"records_reasontosee"}
    held = {name for name in guarded if count(owner, name)}
    assert held >= {
        "records_person",
        "records_case",
        "records_response",
        "contact_contact",
        "contact_decision",
    }
    for principal in ("", str(staff("carol")), "job:nightly", "case:00000000-0000-4000-8000-000000000000"):
        app = as_app(principal)
        assert [name for name in sorted(held) if count(app, name)] == [], principal


def test_there_are_no_views_which_would_see_with_their_owners_eyes(owner: Owner) -> None:
    views = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')"
    )
    assert owner.execute(views).fetchall() == []


def test_functions_that_bypass_are_few_and_cannot_be_led_astray(owner: Owner) -> None:
    found = owner.execute(
        "SELECT proname, coalesce(array_to_string(proconfig, ' '), '') FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    ).fetchall()
    assert {name for name, _settings in found} == NARROW.keys()
    assert [name for name, settings in found if "search_path=public, pg_temp" not in settings] == []


def test_the_applications_role_has_no_power_and_owns_nothing(owner: Owner) -> None:
    role = owner.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = %s",
        [APP_ROLE],
    ).fetchone()
    assert role == (False,) * 5
    owned = owner.execute(
        "SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid"
        " WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND r.rolname = %s",
        [APP_ROLE],
    ).fetchone()
    member = owner.execute(
        "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = %s",
        [APP_ROLE],
    ).fetchone()
    assert (owned, member) == ((0,), (0,))


def test_the_applications_role_may_read_and_write_rows_and_no_more(owner: Owner) -> None:
    too_much = owner.execute(
        "SELECT c.relname, p.privilege FROM pg_class c, unnest(ARRAY['TRUNCATE', 'TRIGGER', 'REFERENCES']) p(privilege)"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
        "   AND has_table_privilege(%s, c.oid, p.privilege)",
        [APP_ROLE],
    ).fetchall()
    assert too_much == []


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE records_person DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE records_person NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY records_person_see ON records_person",
        "CREATE POLICY everything ON records_person USING (true)",
        "TRUNCATE records_event",
        "DROP TABLE records_look",
        "CREATE TABLE elsewhere AS SELECT 1",
        "CREATE OR REPLACE FUNCTION onward_sees_people() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "ALTER ROLE onward_app BYPASSRLS",
        "SET ROLE onward_owner",
        "SET session_replication_role = replica",
        "SET row_security = off; SELECT * FROM records_person",
        "UPDATE records_event SET kind = 'other'",
        "DELETE FROM records_look",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('a', 'b', now())",
    ],
)
def test_the_application_can_not_loosen_anything(owner: Owner, as_app: Connect, statement: str) -> None:
    manager = owner.execute("SELECT 'staff:' || id FROM records_staff WHERE username = 'ewa'").fetchone()
    assert manager
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_app(manager[0]).execute(statement)


APPEND_ONLY = ["introducing_serviceanswer", "records_definition", "records_event", "records_look"]


@pytest.mark.parametrize("change", ["UPDATE {} SET by = 'other'", "DELETE FROM {}"])
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_happened_can_not_be_changed_even_by_the_owner(owner: Owner, table: str, change: str) -> None:
    _one_row_each(owner)
    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute(change.format(table))


def test_the_append_only_tables_are_those_with_the_trigger(owner: Owner) -> None:
    found = owner.execute(
        "SELECT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE proname = 'onward_refuse_change' AND tgenabled IN ('O', 'A')"
    ).fetchall()
    assert {row[0] for row in found} == set(APPEND_ONLY)


def test_the_databases_roles_that_see_people_are_those_of_the_vocabulary(owner: Owner) -> None:
    row = owner.execute("SELECT onward_people_roles()").fetchone()
    assert row
    assert set(row[0]) == {role.value for role in SEES_PEOPLE}


def _one_row_each(owner: Owner) -> None:
    owner.execute(
        "WITH opened AS (INSERT INTO records_case (id, reference, team_id, version)"
        "    SELECT gen_random_uuid(), 'TEST-CASE', min(id), 1 FROM records_team RETURNING id)"
        " INSERT INTO records_event (id, case_id, kind, details, by, happened_on)"
        "    SELECT gen_random_uuid(), id, 'contact.begun', '{}', '', current_date FROM opened"
    )
    owner.execute(
        "WITH made AS (INSERT INTO introducing_introduction (id, case_id, version, service, service_uuid,"
        "    service_name, told_name, told_reach, told_want, consent_by, consent_how, consent_on, recorded_by, way,"
        "    introduced_on, taken_back_by) SELECT gen_random_uuid(), id, 1, 'a', gen_random_uuid(), 'A club', '', '',"
        "    '', 'person', 'writing', current_date, '', 'email', current_date, '' FROM records_case"
        "    WHERE reference = 'TEST-CASE' RETURNING id, case_id)"
        " INSERT INTO introducing_serviceanswer (id, introduction_id, case_id, version, answer, words, by, said_on)"
        "    SELECT gen_random_uuid(), id, case_id, 1, 'taken_on', '', '', current_date FROM made"
    )
    owner.execute(
        "INSERT INTO records_definition (digest, form, url, version, name, title, status, origin, content, by, kept_on)"
        " VALUES ('0', 'a', 'http://x', '1', '', '', 'active', 'policy', '{}', '', current_date)"
    )
    owner.execute("SELECT onward_note_look('page', 'a test', 'audit', '', true, NULL, NULL)")
