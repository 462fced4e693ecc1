"""Whether a demonstration's database was filled to the end; one that was not is begun again."""

import psycopg
from psycopg import sql

from onward.config.databases import Access

READY = "Onward demonstration, filled"


def is_ready(access: Access) -> bool:
    with psycopg.connect(access.owner) as owner:
        row = owner.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    return bool(row and row[0] == READY)


def make_ready(access: Access) -> None:
    with psycopg.connect(access.owner, autocommit=True) as owner:
        name = owner.info.dbname
        owner.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(READY))
        )


def start_afresh(access: Access) -> None:
    """Remove whatever a filling that did not end has left."""
    with psycopg.connect(access.owner, autocommit=True) as owner:
        owner.execute("DROP SCHEMA public CASCADE")
        owner.execute("CREATE SCHEMA public")
