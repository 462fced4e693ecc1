"""`onward work`: the worker as whoever runs it starts it."""

from unittest.mock import patch

from django.db import connections

from onward.config.working import work
from onward.vocabulary.messages import State
from tests import world
from tests.casework.messages.post import queue, seen
from tests.config.test_command_line import run


def test_it_runs_what_is_due_and_stops(committed: None, fake: object) -> None:
    message = queue(world.ask_for_help())
    with patch.dict(connections["default"].settings_dict, CONN_MAX_AGE=0):
        work(once=True)
    assert seen(message).state is State.SENT


def test_it_says_so_where_there_is_no_database() -> None:
    done = run(
        "work",
        ONWARD_SECRET_KEY="x" * 50,
        ONWARD_HOSTS="localhost",
        DATABASE_URL="postgresql:///x?host=/nowhere",
    )
    assert done.returncode == 2
    assert "Check DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_worker_that_is_half_set_up_says_what_is_missing() -> None:
    done = run("work", "--once")
    assert done.returncode == 2
    assert "ONWARD_SECRET_KEY" in done.stderr
