"""The product under test: `onward demo` in a process and a folder of its own, stopped again with all it started."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from onward.config import databases
from onward.config.demonstration.demo import Choices

# On a server of one's own (DATABASE_URL) each choice has its database: these are ours, one for each that runs beside.
PEOPLE = 12 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
SEED = 71
PATIENCE = 300.0


@dataclass(frozen=True)
class Site:
    """Where it answers, and what it printed on the way."""

    address: str
    printed: str


@contextmanager
def running() -> Iterator[Site]:
    """Start the demonstration, wait for the address it prints, and at the end see that nothing of it is left."""
    # Directly below the temporary folder: as root PostgreSQL is another user, who must be able to get there.
    home = Path(tempfile.mkdtemp(prefix="onward-stories-"))
    _remove_database()
    log = home / "printed"
    with log.open("w") as out:
        process = subprocess.Popen(_command(), env=_environment(home), stdout=out, stderr=subprocess.STDOUT)
    try:
        site = _wait(process, log)
        yield site
        assert _servers(home) or os.environ.get("DATABASE_URL"), "it has no PostgreSQL of its own"
        process.terminate()
        assert process.wait(timeout=60) == 0, f"`onward demo` did not stop well:\n{log.read_text()}"
        assert not _servers(home), "PostgreSQL still runs"
        assert not _answers(site), f"the web server still answers at {site.address}"
    finally:
        process.terminate()
        process.wait(timeout=60)
        _remove_database()
        shutil.rmtree(home, ignore_errors=True)


def _command() -> list[str]:
    onward = Path(sys.executable).with_name("onward")
    return [str(onward), "demo", "--port", "0", "--people", str(PEOPLE), "--seed", str(SEED)]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "ONWARD_HOME": str(home), "PYTHONWARNINGS": "default"}


def _wait(process: "subprocess.Popen[bytes]", log: Path) -> Site:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        printed = log.read_text()
        if "Ctrl-C" in printed and (address := re.search(r"http://127\.0\.0\.1:\d+", printed)):
            return Site(address.group(), printed)
        time.sleep(0.1)
    raise AssertionError(f"`onward demo` printed no address:\n{log.read_text()}")


def _servers(home: Path) -> list[Path]:
    """PostgreSQL writes this file when it starts, and removes it once it has stopped."""
    return list(home.glob("*/data/postmaster.pid"))


def _answers(site: Site) -> bool:
    try:
        with urlopen(site.address, timeout=2):  # noqa: S310 (our own)
            return True
    except URLError:
        return False


def _remove_database() -> None:
    if admin := os.environ.get("DATABASE_URL"):
        databases.drop(admin, Choices(area=None, people=PEOPLE, port=0, seed=SEED).name)
