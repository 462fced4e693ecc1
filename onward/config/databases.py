"""Which database, and as whom.

`DATABASE_URL` always wins: it is how the application connects, as a role that owns nothing.
`DATABASE_OWNER_URL` is how migrations connect, as a role that owns the tables and may bypass row security
(a forced owner would see no rows, and its data migrations would silently do nothing).
For a demonstration or tests on a server of yours, `DATABASE_URL` alone may be an administrator's:
then `prepare` makes both roles and a database of its own there.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

APP_ROLE, OWNER_ROLE = "onward_app", "onward_owner"


class DatabaseProblem(Exception):
    """The database cannot be used as it is; the message says what to do."""


@dataclass(frozen=True)
class Access:
    """Connection strings of one database: as the application, and as the owner of its tables."""

    app: str
    owner: str

    def environment(self) -> dict[str, str]:
        """What the application's own process is told: never how to become the owner."""
        return {"DATABASE_URL": self.app}


def django_settings(environ: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Django's DATABASES from the environment; no `owner` where the environment does not name one."""
    databases = {"default": one_database(environ.get("DATABASE_URL", ""))}
    if owner := environ.get("DATABASE_OWNER_URL"):
        databases["owner"] = one_database(owner)
    return databases


def one_database(url: str) -> dict[str, Any]:
    """One entry of Django's DATABASES from a PostgreSQL address or connection string."""
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as problem:
        raise DatabaseProblem(
            f"DATABASE_URL or DATABASE_OWNER_URL is not a PostgreSQL address ({problem}). "
            "Write it as postgresql://user:password@host:5432/name"
        ) from None
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    entry = {ours: str(parts.pop(theirs, "") or "") for ours, theirs in names.items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **entry,
        "OPTIONS": {**parts, "application_name": "onward"},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def prepare(admin: str, name: str) -> Access:
    """Make the two roles and the database `name` on the server that `admin` administers; safe to repeat."""
    with psycopg.connect(admin, autocommit=True) as connection:
        _check_may_prepare(connection)
        for role, attributes in ((APP_ROLE, "NOBYPASSRLS"), (OWNER_ROLE, "BYPASSRLS")):
            _make_role(connection, role, attributes, _password(admin, role))
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not known:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(
                    sql.Identifier(name), sql.Identifier(OWNER_ROLE)
                )
            )
        connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                sql.Identifier(name), sql.Identifier(APP_ROLE)
            )
        )
    return Access(app=_as_role(admin, APP_ROLE, name), owner=_as_role(admin, OWNER_ROLE, name))


def drop(admin: str, name: str) -> None:
    """Remove the database `name` and whoever is connected to it."""
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _check_may_prepare(connection: psycopg.Connection[Any]) -> None:
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if not row or not row[0]:
        raise DatabaseProblem(
            "DATABASE_URL names a role that may not make other roles. For a demonstration or tests give an "
            "administrator's address, or make the roles as docs/running/database.md says and set "
            "DATABASE_OWNER_URL too."
        )


def _make_role(connection: psycopg.Connection[Any], role: str, attributes: str, password: str) -> None:
    # Two runs on one server may do this at the same moment: the lock makes the second wait.
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('onward roles'))")
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        verb = sql.SQL("ALTER" if known else "CREATE")
        connection.execute(
            sql.SQL("{} ROLE {} LOGIN NOSUPERUSER {} PASSWORD {}").format(
                verb, sql.Identifier(role), sql.SQL(attributes), sql.Literal(password)
            )
        )


def _password(admin: str, role: str) -> str:
    """The same for every run that knows the administrator's password, so that runs do not lock each other out."""
    secret = conninfo_to_dict(admin).get("password") or ""
    return hashlib.sha256(f"{role}:{secret}".encode()).hexdigest()


def _as_role(admin: str, role: str, name: str) -> str:
    changed = make_conninfo(admin, user=role, password=_password(admin, role), dbname=name)
    parts = {key: str(value) for key, value in conninfo_to_dict(changed).items()}
    user, password, database = parts.pop("user"), parts.pop("password"), parts.pop("dbname")
    return f"postgresql://{user}:{password}@/{database}?{urlencode(parts)}"
