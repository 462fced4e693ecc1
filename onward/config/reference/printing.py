"""`onward docs`: print the reference from the code, or say what is stale."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from onward.config.reference import (
    access,
    charging,
    commands,
    events,
    fields,
    interface,
    moves,
    questionnaires,
)
from onward.records.classification import FaultyClassification

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "reference"
STALE = 1
HEAD = "<!-- Printed from the code by `make docs`. To change this page, change the code. -->\n"
PAGES: dict[str, Callable[[], str]] = {
    "access.md": access.page,
    "charging.md": charging.page,
    "events.md": events.page,
    "fields.md": fields.page,
    "interface.md": interface.page,
    "moves.md": moves.page,
    "questionnaires.md": questionnaires.page,
}


def docs(*, check: bool, parser: ArgumentParser, folder: Path = FOLDER) -> int:
    """Print every page into `folder`; with `check` change nothing, name each page that would, and answer 1 if any."""
    try:
        printed = {name: f"{HEAD}{page().rstrip()}\n" for name, page in _pages(parser).items()}
    except FaultyClassification as problem:
        return _say(list(problem.faults))
    if check:
        return _say(_stale(printed, folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in printed.items():
        (folder / name).write_text(text, encoding="utf-8")
    return _say(_strangers(folder, printed))


def _pages(parser: ArgumentParser) -> dict[str, Callable[[], str]]:
    return {**PAGES, "commands.md": lambda: commands.page(parser)}


def _stale(printed: dict[str, str], folder: Path) -> list[str]:
    differing = [
        f"docs/reference/{name} is not what the code says now. Run `make docs`."
        for name, text in printed.items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text
    ]
    return differing + _strangers(folder, printed)


def _strangers(folder: Path, printed: dict[str, str]) -> list[str]:
    return [
        f"docs/reference/{path.name} is printed from nothing. Move it, or remove it."
        for path in sorted(folder.glob("*"))
        if path.name not in printed
    ]


def _say(problems: list[str]) -> int:
    sys.stderr.writelines(f"{each}\n" for each in problems)
    return STALE if problems else 0
