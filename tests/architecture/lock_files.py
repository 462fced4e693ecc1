"""Whether what is locked is locked for everybody: no addresses of anybody's own mirror, and a hash for each package.

`python -m tests.architecture.lock_files` says what is wrong, a sentence a line, and answers 1 then.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PACKAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(\[[^\]]*\])?==\S+")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def problems(root: Path) -> list[str]:
    """Every fault in the lock files below `root`."""
    found: list[str] = []
    for path in sorted((root / "requirements").glob("*.txt")):
        locked = path.read_text(encoding="utf-8")
        wanted = path.with_suffix(".in").read_text(encoding="utf-8")
        faults = [*of_requirements(locked), *lags_behind(wanted, locked)]
        found += [f"requirements/{path.name}: {fault}" for fault in faults]
    npm = (root / "package-lock.json").read_text(encoding="utf-8")
    return found + [f"package-lock.json: {fault}" for fault in of_npm(npm)]


def of_requirements(text: str) -> Iterator[str]:
    """Addresses, and packages without an exact version or a hash."""
    for number, line in enumerate(text.splitlines(), start=1):
        if "://" in line:
            yield f"line {number} has an address. Run `make lock`, which leaves them out."
    for entry in _entries(text):
        name = entry.split()[0]
        if not _PACKAGE.match(entry):
            yield f"{name} has no exact version. Name it in the .in file and run `make lock`."
        if not _HASH.search(entry):
            yield f"{name} has no hash. Run `make lock`."


def lags_behind(wanted: str, locked: str) -> Iterator[str]:
    """Packages that are asked for, and are not locked, or at another version."""
    have = {_plain(entry.split()[0]) for entry in _entries(locked)}
    names = {entry.split("==")[0] for entry in have}
    for entry in map(_plain, _entries(wanted)):
        if not entry.startswith("-") and entry not in (have if "==" in entry else names):
            yield f"{entry} is asked for and not locked. Run `make lock`."


def _plain(entry: str) -> str:
    """A package as it is compared: without extras, small letters, one kind of dash."""
    return re.sub(r"\[[^\]]*\]", "", entry.split()[0]).lower().replace("_", "-")


def of_npm(text: str) -> Iterator[str]:
    """Addresses from which packages came, and packages without a hash."""
    if '"resolved"' in text:
        yield 'it has "resolved" addresses. Keep .npmrc, and run `make lock`.'
    for name, package in json.loads(text)["packages"].items():
        if name and not package.get("link") and "integrity" not in package:
            yield f"{name} has no hash. Run `make lock`."


def _entries(text: str) -> list[str]:
    """Each requirement with its options, on one line."""
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return [each.strip() for each in lines.replace("\\\n", " ").splitlines() if each.strip()]


if __name__ == "__main__":
    faults = problems(ROOT)
    sys.stderr.writelines(f"{each}\n" for each in faults)
    sys.exit(1 if faults else 0)
