"""Without a browser one sentence says what to do, and nothing fails but CI."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.stories.conftest import BROWSERS, NO_BROWSER

SCRIPT = Path(__file__).with_name("install-browser.sh")


def run(path: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(SCRIPT)], env={"PATH": path}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A machine with nothing but `id`."""
    (tmp_path / "id").symlink_to("/usr/bin/id")
    return tmp_path


@pytest.mark.parametrize("name", BROWSERS)
def test_where_there_is_a_browser_nothing_is_said(bare: Path, name: str) -> None:
    (bare / name).write_text("#!/bin/sh\n")
    (bare / name).chmod(0o755)
    done = run(str(bare))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_where_none_can_be_had_one_line_says_how(bare: Path) -> None:
    done = run(str(bare))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{NO_BROWSER}\n", "")


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator may install")
def test_as_administrator_it_is_installed_quietly(bare: Path) -> None:
    (bare / "apt-get").write_text(
        f'#!/bin/sh\necho "$@"\n[ "$1" = update ] || {{ : > {bare}/chromium; /bin/chmod 755 {bare}/chromium; }}\n'
    )
    (bare / "apt-get").chmod(0o755)
    done = run(str(bare))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
