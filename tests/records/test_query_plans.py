"""Row security keeps PostgreSQL from some indexes. These read the plans of the statements that must be quick."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import psycopg
import pytest

from onward.config.databases import Access
from onward.records.staffing import number_of

PEOPLE = 20_000
Connect = Callable[..., psycopg.Connection[Any]]


@pytest.fixture
def owner(access: Access, committed: None) -> Iterator[psycopg.Connection[Any]]:
    """Twenty thousand people with a request each, all of the front door."""
    with psycopg.connect(access.owner, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO records_person (id, given_name, family_name, given_key, family_key, born_on, postcode,"
            " nhs_number, made_on, version) SELECT gen_random_uuid(), 'G', 'F', 'g' || n %% 300, 'f' || n %% 5000,"
            " date '1930-01-01' + n %% 25000, 'QQ' || n %% 9 || ' ' || n %% 10 || 'AA', n::text, current_date, 1"
            " FROM generate_series(1, %s) n",
            [PEOPLE],
        )
        connection.execute(
            "INSERT INTO records_case (id, reference, team_id, person_id, opened_on, version)"
            " SELECT gen_random_uuid(), row_number() OVER (),"
            " (SELECT id FROM records_team WHERE code = 'front-door'), id, current_date, 1 FROM records_person"
        )
        connection.execute("ANALYZE")
        yield connection


def plan(connection: psycopg.Connection[Any], statement: str) -> str:
    return "\n".join(row[0] for row in connection.execute(f"EXPLAIN {statement}").fetchall())


def test_likely_the_same_people_are_found_by_index(owner: psycopg.Connection[Any]) -> None:
    query: str = import_module("onward.records.migrations.0006_nhs_numbers").FIND_PEOPLE_QUERY
    asked = {
        "at_postcode": "'QQ1 1AA'",
        "family": "'f7'",
        "given": "'g7'",
        "born": "'1930-01-08'",
        "nhs": "'9434765919'",
        "most": "50",
    }
    for name, value in asked.items():
        query = re.sub(rf"(?<![\w.]){name}(?!\w)", value, query)
    found = plan(owner, query)
    assert "Index" in found
    assert "Seq Scan" not in found, found


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("records_person", "SELECT * FROM records_person WHERE id = '{person}'"),
        ("records_case", "SELECT * FROM records_case WHERE person_id = '{person}'"),
        ("records_case", "SELECT * FROM records_case WHERE reference = '77'"),
        ("records_event", "SELECT * FROM records_event WHERE case_id = '{person}'"),
        ("contact_contact", "SELECT * FROM contact_contact WHERE case_id = '{person}'"),
    ],
)
def test_the_application_reads_one_record_by_index(
    table: str, statement: str, owner: psycopg.Connection[Any], as_app: Connect
) -> None:
    row = owner.execute("SELECT id FROM records_person LIMIT 1").fetchone()
    assert row
    adviser = as_app(f"staff:{number_of('ada')}")
    adviser.execute("SET enable_seqscan = off")  # an empty table is read whole unless it is told
    found = plan(adviser, statement.format(person=row[0]))
    assert f"Seq Scan on {table}" not in found, found
    assert "Index" in found


def test_the_list_of_what_waits_comes_in_its_order_from_an_index(
    owner: psycopg.Connection[Any], as_app: Connect
) -> None:
    adviser = as_app(f"staff:{number_of('ada')}")
    adviser.execute("SET enable_seqscan = off")  # an empty table is read whole unless it is told
    found = plan(
        adviser,
        "SELECT * FROM contact_contact WHERE state IN ('waiting', 'questioned')"
        " ORDER BY urgency, reply_by, sent_on, sent_at LIMIT 40",
    )
    assert "contacts_waiting_in_order" in found, found
    assert "Sort" not in found, found
