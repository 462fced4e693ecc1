"""The command from outside, as other programs run it: exit codes, and sentences on standard error."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ONWARD = Path(sys.executable).with_name("onward")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATABASE", "ONWARD", "DJANGO"))
    }
    return subprocess.run(
        [str(ONWARD), *arguments],
        capture_output=True,
        text=True,
        env=kept | environment,
        timeout=60,
        check=False,
    )


def test_an_installation_that_is_half_set_up_says_what_is_missing() -> None:
    done = run("migrate")
    assert done.returncode == 2
    assert "ONWARD_SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrations_need_the_owners_address() -> None:
    done = run(
        "migrate", ONWARD_SECRET_KEY="x" * 50, ONWARD_HOSTS="localhost", DATABASE_URL="postgresql:///nowhere"
    )
    assert done.returncode == 2
    assert "DATABASE_OWNER_URL" in done.stderr


@pytest.mark.parametrize("folder", ["no/such/folder", "tests"])
def test_a_demonstration_of_no_area_says_what_an_area_needs(folder: str, tmp_path: Path) -> None:
    done = run("demo", "--area", folder, "--port", "0", ONWARD_HOME=str(tmp_path / "home"))
    assert done.returncode == 2
    assert "area.toml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()  # nothing was started for it


def test_a_port_in_use_is_told_before_anything_is_started() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("demo", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr


def test_the_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("demo", "directory", "migrate", "staff"))
