"""The import rules catch every trespass they are written for. (That the code itself keeps them, `make check` says.)"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = "each layer imports only those below it"
TRESPASSES = [
    ("vocabulary/roles.py", "import onward.rules.closing", LAYERS),
    ("policy/files.py", "import onward.records.queries", LAYERS),
    ("records/codes.py", "import onward.web.here", LAYERS),
    ("web/here.py", "import onward.directory.queries", LAYERS),
    ("casework/messages/queries.py", "import onward.journey.contact.queries", LAYERS),
    ("directory/names.py", "import onward.casework.messages.queries", LAYERS),
    ("gateways/notify/service.py", "import onward.records.queries", LAYERS),
    ("gateways/notify/service.py", "import django.conf", "gateways know no framework"),
    ("directory/names.py", "import onward.journey.contact.queries", LAYERS),
    ("journey/contact/words.py", "import onward.public.brand", LAYERS),
    ("public/brand.py", "import onward.staff.words", LAYERS),
    ("api/shapes.py", "import onward.config.databases", LAYERS),
    ("ranking/distance.py", "import onward.questionnaires.pages", LAYERS),
    ("stray/__init__.py", "", LAYERS),
    ("rules/reply.py", "import random", "the core knows no framework"),
    ("ranking/model.py", "from django.conf import settings", "the core knows no framework"),
    ("vocabulary/dates.py", "from pathlib import Path", "the core knows no framework"),
    ("rules/reply.py", "import onward.rules.telling", "rule books do not import each other"),
    (
        "journey/review/__init__.py",
        "import onward.journey.contact.queries",
        "stages do not import each other",
    ),
    ("staff/people.py", "from onward.records.models import Person", "the tables of records"),
    ("config/migrate.py", "import onward.records.models.people", "the tables of records"),
    ("public/finding.py", "from onward.directory.models import Service", "the tables of the directory"),
    ("staff/people.py", "from onward.casework.messages.models import Message", "the tables of casework"),
    ("insight/today.py", "from onward.journey.contact.models import Contact", "the tables of a stage"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "onward", folder / "onward", ignore=shutil.ignore_patterns("__pycache__", "*.html")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(
    ("file", "line", "contract"), TRESPASSES, ids=[f"{each[0]}: {each[1]}" for each in TRESPASSES]
)
def test_a_trespass_is_caught(copy: Path, file: str, line: str, contract: str) -> None:
    path = copy / "onward" / file
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        assert f"{contract}" in _broken(copy)
    finally:
        if before is None:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before, encoding="utf-8")


def _broken(folder: Path) -> str:
    """The names of the contracts that are broken, a line each."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    done = subprocess.run([*command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    return "\n".join(each for each in done.stdout.splitlines() if each.endswith("BROKEN")) or done.stdout
