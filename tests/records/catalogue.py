"""What the database's own catalogue says of its tables, and which of them it leaves open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg

from onward.records.classification import classification, our_models

Owner = psycopg.Connection[Any]
ABOUT_PEOPLE_ITSELF = frozenset({"records_person", "records_case"})

# Tables that hold something about a person and have no row security, each with the reason why that is safe.
EXEMPT = {
    "records_idempotencykey": "ids and keyed digests only; read only by the action that the key belongs to",
    "procrastinate_jobs": "names of jobs and ids; an id shows nothing without the row that it names",
    "django_session": "the id of a case or of a member of staff, signed, found only by the browser's own random key",
}
# Tables that are no model of ours and hold nothing about a person.
DJANGOS_OWN = {
    "account_emailaddress": "by which address of the council's staff are known; the application may only read it",
    "account_emailconfirmation": "not used",
    "auth_group": "not used",
    "auth_group_permissions": "not used",
    "auth_permission": "names of models",
    "django_content_type": "names of models",
    "django_migrations": "names of migrations",
    "mfa_authenticator": "second factors of staff, their secrets sealed",
    "onward_counter": "how often something was tried, by a digest that names nobody",
    "procrastinate_events": "when a job began and ended",
    "procrastinate_periodic_defers": "when a job that comes again was last due",
    "procrastinate_workers": "when a worker was last heard of",
    "socialaccount_socialaccount": "the council's own id of staff",
    "socialaccount_socialapp": "not used",
    "socialaccount_socialtoken": "not used",
    "usersessions_usersession": "where and since when staff are signed in",
}


@dataclass(frozen=True)
class Table:
    name: str
    secured: bool
    forced: bool
    policies: int


def tables(owner: Owner) -> dict[str, Table]:
    """Every table of the schema by name."""
    rows = owner.execute(
        "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,"
        "       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)"
        "  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
    ).fetchall()
    return {row[0]: Table(*row) for row in rows}


def classified_as_people() -> frozenset[str]:
    """The tables with a field that is about a person, as `classification.yaml` says."""
    return frozenset(
        model._meta.db_table
        for model in our_models()
        if any(field.about == "person" for field in classification()[model._meta.label].values())
    )


def hang_on(owner: Owner, roots: Iterable[str]) -> frozenset[str]:
    """The tables that lead to one of `roots` by a foreign key, or by several one after another."""
    links = owner.execute(
        "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
    ).fetchall()
    reached = set(roots)
    while more := {source for source, target in links if target in reached and source not in reached}:
        reached |= more
    return frozenset(reached)


def count(connection: psycopg.Connection[Any], table: str) -> int:
    """How many rows of `table` this connection sees."""
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row
    return int(row[0])


def about_people(owner: Owner) -> frozenset[str]:
    """Every table that row security must guard."""
    return (classified_as_people() | hang_on(owner, ABOUT_PEOPLE_ITSELF)) - EXEMPT.keys()


def open_tables(owner: Owner) -> list[str]:
    """A sentence for each table about people that row security does not guard, in order."""
    known = tables(owner)
    return [said for name in sorted(about_people(owner)) if (said := _what_is_open(known[name]))]


def _what_is_open(table: Table) -> str:
    lacking = [
        said
        for holds, said in (
            (table.secured, "row security is not on"),
            (table.forced, "it is not forced on the owner"),
            (table.policies, "it has no policy"),
        )
        if not holds
    ]
    return (
        f"{table.name}: {', '.join(lacking)}. Add a migration with records.row_security." if lacking else ""
    )
