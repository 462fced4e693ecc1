"""The core is told everything: no clock, chance, file, setting or log, and of libraries only those agreed for it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "onward"
CORE = ("vocabulary", "rules", "questionnaires", "ranking", "analytics", "simulation")
# What may be imported beside the core itself. Everything here gives the same answer for the same arguments.
PLAIN = {
    "abc", "bisect", "collections", "copy", "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions",
    "functools", "heapq", "itertools", "json", "math", "operator", "re", "statistics", "string", "typing",
    "unicodedata", "uuid",
}  # fmt: skip
LIBRARIES = {
    "questionnaires": {"pydantic", "fhir", "fhirpathpy"},
    "rules": {"numpy"},
    "ranking": {"numpy"},
    "analytics": {"ibis"},
    "simulation": {"numpy", "numba"},
}
CALLS = {"open", "print", "input", "eval", "exec", "__import__"}
# The clock, and ids that chance makes.
METHODS = {"now", "today", "utcnow", "uuid1", "uuid4"}


def faults(source: str, package: str) -> list[str]:
    """A sentence for each thing in `source` that nobody told the core."""
    return [said for node in ast.walk(ast.parse(source)) if (said := _fault(node, package))]


def _fault(node: ast.AST, package: str) -> str:
    if isinstance(node, ast.Call):
        name = _called(node.func)
        return f"line {node.lineno}: {name}(…). Let the caller do it, and be told." if name else ""
    strange = [
        each for each in _imported(node) if each not in PLAIN | LIBRARIES.get(package, set()) | {"onward"}
    ]
    return f"line {getattr(node, 'lineno', 0)}: imports {', '.join(strange)}." if strange else ""


def _called(called: ast.expr) -> str:
    if isinstance(called, ast.Name) and called.id in CALLS | METHODS:
        return called.id
    return called.attr if isinstance(called, ast.Attribute) and called.attr in METHODS else ""


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name.split(".")[0] for each in node.names)
    if isinstance(node, ast.ImportFrom) and not node.level:
        yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("package", [each for each in CORE if (PACKAGE / each).exists()])
def test_the_core_is_told_everything(package: str) -> None:
    found = [
        f"{path.relative_to(PACKAGE)}, {fault}"
        for path in sorted((PACKAGE / package).rglob("*.py"))
        for fault in faults(path.read_text(encoding="utf-8"), package)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "open('file')",
        "print(1)",
        "from datetime import date; date.today()",
        "from datetime import datetime; datetime.now()",
        "from uuid import uuid4; uuid4()",
        "import os",
        "import random",
        "from random import Random",
        "import logging",
        "from pathlib import Path",
        "import time",
        "from django.conf import settings",
    ],
)
def test_the_check_itself_finds(line: str) -> None:
    assert faults(line, "rules")


@pytest.mark.parametrize(
    ("line", "package"),
    [
        ("import numpy", "ranking"),
        ("from datetime import date; date(2026, 4, 6)", "rules"),
        ("today = None", "rules"),
    ],
)
def test_the_check_itself_lets_pass(line: str, package: str) -> None:
    assert faults(line, package) == []
