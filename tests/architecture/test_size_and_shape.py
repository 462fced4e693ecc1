"""Small modules, the same files in every stage, and nothing left for later."""

import warnings
from pathlib import Path

import pytest

from onward.config.reference.moves import STAGES

ROOT = Path(__file__).parents[2]
MOST_LINES, MANY_LINES = 300, 200
STAGE_FILES = {
    "models.py",
    "actions.py",
    "queries.py",
    "forms.py",
    "views.py",
    "urls.py",
    "templates",
    "README.md",
}
LATER = ("TO" + "DO", "FIX" + "ME")


def _stages() -> list[Path]:
    return [each.parent for each in sorted((ROOT / "onward" / "journey").glob("*/__init__.py"))]


def _files() -> list[Path]:
    """Every file that people write."""
    folders = [ROOT / each for each in ("onward", "tests", "docs", "frontend", "requirements", ".ci")]
    below = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    return [path for path in [*ROOT.glob("*.*"), ROOT / "Makefile", *below] if path.is_file()]


@pytest.mark.filterwarnings("default")
def test_modules_are_small() -> None:
    lines = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines())
        for part in ("onward", "tests")
        for path in (ROOT / part).rglob("*.py")
        if "migrations" not in path.parts
    }
    for path, count in sorted(lines.items()):
        if count > MANY_LINES:
            warnings.warn(f"{path} has {count} lines: is it two things?", stacklevel=1)
    assert [f"{path}: {count} lines" for path, count in lines.items() if count > MOST_LINES] == []


@pytest.mark.parametrize("stage", _stages(), ids=lambda stage: stage.name)
def test_every_stage_has_the_same_files(stage: Path) -> None:
    assert STAGE_FILES - {each.name for each in stage.iterdir()} == set()


def test_every_stage_has_its_moves_in_the_reference() -> None:
    assert {stage.name for stage in _stages()} == STAGES.keys()


def test_no_module_is_called_utils() -> None:
    names = {"utils", "util", "helpers", "misc", "common"}
    assert [path for path in (ROOT / "onward").rglob("*") if path.stem in names] == []


def test_nothing_is_left_for_later() -> None:
    found = []
    for path in _files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{path.relative_to(ROOT)}: {word}" for word in LATER if word in text]
    assert found == []
