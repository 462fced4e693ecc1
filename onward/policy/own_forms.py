"""A council's own changes to national forms: `councils/<name>/questionnaires/<form>.yaml` is the newest of each.

Older ones stay beside it as `<form>.<version>.yaml`; each is in force from its `since:` on, until a newer one is. It
is applied to whichever national version is in force, and checked with each.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from onward.policy import national
from onward.policy.files import FOLDER
from onward.policy.national import Version
from onward.policy.overrides.changes import Override
from onward.policy.overrides.checking import Checked, check
from onward.policy.overrides.findings import Finding
from onward.policy.overrides.needed import needed
from onward.policy.overrides.written import read

COUNCILS = FOLDER / "councils"
_SLUG = re.compile(r"[a-z0-9_]+", re.ASCII)


@dataclass(frozen=True, eq=False)
class File:
    """One file of changes, itself and no other; `override` is None where it cannot be read at all."""

    path: Path
    override: Override | None

    @property
    def shown(self) -> str:
        return self.path.relative_to(FOLDER).as_posix()


def councils() -> tuple[str, ...]:
    """Every council that changes a form."""
    return tuple(sorted({path.parents[1].name for path in COUNCILS.glob("*/questionnaires/*.yaml")}))


def changed_forms(council: str) -> tuple[str, ...]:
    """The names of the forms for which a council has files."""
    return tuple(sorted({path.stem.split(".")[0] for path in _paths(council, "*")}))


@cache
def files(council: str, name: str) -> tuple[File, ...]:
    """A council's files for a form, the one that started last first; those that cannot be read last."""
    found = [
        File(path, read(_text(path))[0]) for path in (*_paths(council, name), *_paths(council, f"{name}.*"))
    ]
    return tuple(
        sorted(found, key=lambda each: each.override.since if each.override else date.min, reverse=True)
    )


def on(council: str, name: str, day: date) -> File | None:
    """The file in force on a day, broken or not."""
    fit = (each for each in files(council, name) if each.override and each.override.since <= day)
    return next(fit, None)


@cache
def made(file: File, version: Version, council: str, name: str) -> Checked:
    """The council's form from this file and this national version, with what was found."""
    return check(_text(file.path), version.raw, council=council, name=name, needed=needed(), file=file.shown)


def findings(council: str, name: str) -> list[Finding]:
    """Everything found in a council's files for a form, with every national version that each meets."""
    if name not in national.names():
        says = (
            f"there is no national form `{name}`. Name the file after one of: {', '.join(national.names())}."
        )
        return [Finding(says, file=each.shown) for each in files(council, name)]
    found = [*_of_names(council, name)]
    for file in files(council, name):
        for version in _met(file, council, name):
            found += made(file, version, council, name).findings
    return list(dict.fromkeys(found))


def _met(file: File, council: str, name: str) -> list[Version]:
    """The national versions that are in force at some time while the file is; the newest for one that is never."""
    versions = national.versions(name)
    if not file.override:
        return [national.newest(name)]
    later = [each.override.since for each in files(council, name) if each.override]
    until = min((each for each in later if each > file.override.since), default=date.max)
    days = {file.override.since, *(each.starts for each in versions)}
    met = [national.in_force(versions, day) for day in sorted(days) if file.override.since <= day < until]
    return list(dict.fromkeys(each for each in met if each)) or [national.newest(name)]


def _of_names(council: str, name: str) -> list[Finding]:
    found: list[Finding] = []
    since: dict[date, str] = {}
    for each in files(council, name):
        if not each.override:
            continue
        version = each.override.version
        if each.path.stem not in (name, f"{name}.{version}"):
            says = f"the file says that it is version {version}. Call it {name}.{version}.yaml."
            found.append(Finding(says, file=each.shown))
        if each.override.since in since:
            says = (
                f"it begins on the same day as {since[each.override.since]}. Give the newer one a later day."
            )
            found.append(Finding(says, file=each.shown))
        since[each.override.since] = each.path.name
    return found


def _paths(council: str, stem: str) -> list[Path]:
    if not _SLUG.fullmatch(council):
        return []
    return sorted((COUNCILS / council / "questionnaires").glob(f"{stem}.yaml"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
