"""A database for the tests, as in production: the tables' owner migrates, the application's role does the rest.

DATABASE_URL, an administrator's address, always wins; without it a PostgreSQL of our own is started and removed.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import psycopg
import pytest
from django.db import connections
from hypothesis import settings
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from onward.config import databases, postgres
from onward.config.databases import Access
from onward.gateways.notify.fake.service import FakeNotify
from onward.gateways.notify.fake.serving import serving

# Tests that run side by side each have their own.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
NAME = f"onward_test{WORKER}"

# No test is timed: machines are noisy, and a slow one proves nothing.
settings.register_profile("onward", deadline=None)
settings.load_profile("onward")


@pytest.fixture(scope="session")
def admin() -> Iterator[str]:
    """The address of an administrator of the server under test."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    # Not pytest's own folder: that is below one which only this user can enter, and the server may be another.
    home = postgres.default_home() / f"test-{os.getpid()}"
    try:
        with postgres.running(home) as address:
            yield address
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database(admin: str, name: str) -> Iterator[Access]:
    """A fresh database, removed at the end."""
    databases.drop(admin, name)
    try:
        yield databases.prepare(admin, name)
    finally:
        databases.drop(admin, name)


@pytest.fixture(scope="session")
def access(admin: str) -> Iterator[Access]:
    with database(admin, NAME) as made:
        yield made


@pytest.fixture(scope="session")
def django_db_setup(access: Access, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Point Django at the database: `default` as the application, `owner` to migrate."""
    from onward.config.migrate import migrate

    for alias, url in (("default", access.app), ("owner", access.owner)):
        connections[alias].settings_dict.update(databases.one_database(url))
    with django_db_blocker.unblock():
        migrate()
        _furnish()
    yield
    with django_db_blocker.unblock():
        connections["default"].close()
        connections["owner"].close()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker, access: Access) -> Iterator[None]:
    """Let the test commit, for what happens between transactions; everything is removed afterwards."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            connections["default"].close()
            _empty(access)
            _furnish()


@pytest.fixture
def as_app(access: Access, django_db_setup: None) -> Iterator[Callable[..., psycopg.Connection[Any]]]:
    """Open connections of one's own as the application's role, speaking for a principal."""
    opened: list[psycopg.Connection[Any]] = []

    def connect(principal: str = "") -> psycopg.Connection[Any]:
        connection = psycopg.connect(access.app, autocommit=True)
        connection.execute("SELECT set_config('onward.principal', %s, false)", [principal])
        opened.append(connection)
        return connection

    yield connect
    for each in opened:
        each.close()


@pytest.fixture
def fake(settings: Settings) -> Iterator[FakeNotify]:
    """The local service that takes messages, as the settings of this test name it."""
    made = FakeNotify()
    with serving(made) as account:
        settings.NOTIFY = asdict(account)
        yield made


def _empty(access: Access) -> None:
    with psycopg.connect(access.owner, autocommit=True) as owner:
        tables = owner.execute(
            "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'django_migrations' AND tablename NOT LIKE 'django_content%'"
        ).fetchone()
        assert tables
        owner.execute(f"TRUNCATE {tables[0]} RESTART IDENTITY CASCADE")


def _furnish() -> None:
    """The teams and the staff of the made-up council, and its directory: what every test may rely on."""
    from tests.world import furnish

    furnish()
