"""What the documents say is so: commands exist, links lead somewhere, settings are listed, pages are short."""

import re
from pathlib import Path

import pytest

from onward.config.command_line import parser
from onward.config.reference.commands import _commands

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "onward").rglob("*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)\s]*)?\)")
VARIABLE = re.compile(r"\b(?:ONWARD_[A-Z_]+|DATABASE_(?:OWNER_)?URL|DJANGO_SETTINGS_MODULE)\b")
MOST_LINES_OF_A_DECISION = 40


def _code(path: Path) -> str:
    return "\n".join(block or inline for block, inline in CODE.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_the_commands_of_make_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", _code(path))) - targets == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_the_commands_of_onward_exist(path: Path) -> None:
    known = {name for name, _says, _parser_of_it in _commands("onward", parser())}
    words = {word for name in known for word in name.split()}
    said = re.findall(r"\bonward ([a-z]+(?: [a-z]+)?)", _code(path))
    unknown = [each for each in said if not _is_command(each, known, words)]
    assert unknown == []


def _is_command(said: str, known: set[str], words: set[str]) -> bool:
    first, *rest = said.split()
    return f"onward {first}" in known or any(
        f"onward {first} {each}" in known for each in rest if each in words
    )


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_links_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [each for each in links if not (path.parent / each).exists()] == []


def test_the_settings_page_lists_what_the_code_reads_and_no_more() -> None:
    sources = [*(ROOT / "onward").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    quoted = re.compile(f"[\"']({VARIABLE.pattern})[\"']")
    read = {name for path in sources for name in quoted.findall(path.read_text(encoding="utf-8"))}
    listed = set(VARIABLE.findall((ROOT / "docs/running/settings.md").read_text(encoding="utf-8")))
    assert listed == read


def test_decisions_are_short_and_numbered_without_gaps() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in decisions] == [
        f"{number:04d}" for number in range(1, len(decisions) + 1)
    ]
    assert [
        path.name for path in decisions if len(path.read_text().splitlines()) >= MOST_LINES_OF_A_DECISION
    ] == []


def test_ci_does_exactly_what_a_desk_does() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in script
    assert re.search(r"^make check$", script, re.MULTILINE)
    assert re.search(r"^make test$", script, re.MULTILINE)


@pytest.mark.parametrize("name", ["resident.png", "adviser.png", "manager.png"])
def test_the_pictures_are_there_and_light(name: str) -> None:
    picture = ROOT / "docs" / "pictures" / name
    assert 0 < picture.stat().st_size < 300_000
