"""Which database, and as whom: every mistake is a sentence that says what to do."""

import os
import shutil
import stat
from pathlib import Path

import psycopg
import pytest

from onward.config import databases, postgres
from onward.config.databases import DatabaseProblem
from onward.config.demonstration.demo import Choices
from tests.conftest import database


def test_an_address_is_read_with_everything_in_it() -> None:
    entry = databases.one_database("postgresql://boss:s%40cret@db.example:5433/onward?sslmode=require")
    assert (entry["USER"], entry["PASSWORD"], entry["HOST"], entry["PORT"], entry["NAME"]) == (
        "boss",
        "s@cret",
        "db.example",
        "5433",
        "onward",
    )
    assert entry["OPTIONS"]["sslmode"] == "require"


def test_an_address_that_is_none_is_told_with_an_example() -> None:
    with pytest.raises(DatabaseProblem, match="postgresql://user:password@host"):
        databases.one_database("mysql//nonsense=")


def test_the_owner_is_known_only_where_it_is_named() -> None:
    assert set(databases.django_settings({"DATABASE_URL": "postgresql:///x"})) == {"default"}
    both = databases.django_settings(
        {"DATABASE_URL": "postgresql:///x", "DATABASE_OWNER_URL": "postgresql:///x"}
    )
    assert set(both) == {"default", "owner"}


def test_the_application_is_never_told_how_to_become_the_owner(admin: str) -> None:
    with database(admin, "onward_roles_test") as access:
        assert access.environment() == {"DATABASE_URL": access.app}
        with psycopg.connect(access.app) as connection:
            assert connection.execute("SELECT current_user").fetchone() == (databases.APP_ROLE,)


def test_preparing_again_keeps_what_is_there(admin: str) -> None:
    with database(admin, "onward_again_test") as access:
        with psycopg.connect(access.owner, autocommit=True) as owner:
            owner.execute("CREATE TABLE kept (n integer)")
        assert databases.prepare(admin, "onward_again_test") == access
        with psycopg.connect(access.owner) as owner:
            assert owner.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_somebody_who_may_not_make_roles_is_told_what_to_do(admin: str) -> None:
    with (
        database(admin, "onward_small_test") as access,
        pytest.raises(DatabaseProblem, match="administrator's address"),
    ):
        databases.prepare(access.owner, "onward_other_test")


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="a server of somebody's own is in use")
def test_our_own_server_is_private_is_one_and_stops() -> None:
    home = postgres.default_home() / f"private-{os.getpid()}"
    with postgres.running(home) as address:
        sockets = Path(str(psycopg.conninfo.conninfo_to_dict(address)["host"]))
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
        with psycopg.connect(address) as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        with pytest.raises(postgres.ServerProblem, match="already running"), postgres.running(home):
            pass
    assert not sockets.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)
    shutil.rmtree(home)


def test_every_combination_of_area_people_and_seed_has_a_database_of_its_own(tmp_path: Path) -> None:
    here = Choices(area=tmp_path / "a", people=1, port=0, seed=1)
    others = [
        Choices(area=tmp_path / "b", people=1, port=0, seed=1),
        Choices(area=tmp_path / "a", people=2, port=0, seed=1),
        Choices(area=tmp_path / "a", people=1, port=0, seed=2),
        Choices(area=None, people=1, port=0, seed=1),
    ]
    assert len({each.name for each in (here, *others)}) == 5
    assert here.name == Choices(area=tmp_path / "a", people=1, port=9, seed=1).name
    assert all(len(each.name) <= 63 for each in others)  # PostgreSQL cuts longer names
