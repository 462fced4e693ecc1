"""The national forms by name and version: `england/questionnaires/<name>.json` is the newest one of each.

Older versions stay beside it as `<name>.<version>.json`. Each is in force from its effectivePeriod.start on (one
without a start always was), until a version starts that is newer. Drafts are never in force.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from onward.policy.files import FOLDER, PolicyProblem
from onward.policy.period import days
from onward.questionnaires import json_text
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import FaultyQuestionnaire, read

QUESTIONNAIRES = FOLDER / "england" / "questionnaires"
_NAME = re.compile(r"[a-z0-9_-]+", re.ASCII)
IN_USE = frozenset({"active", "retired"})  # a retired one was in force in its period


@dataclass(frozen=True, eq=False)
class Version:
    """One version of a national form, itself and no other. `key` is its file without the ending: `first-contact.1`."""

    key: str
    form: Questionnaire

    @property
    def raw(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.form.raw
        return found

    @property
    def starts(self) -> date:
        return days(self.form.starts)[0] if self.form.starts else date.min

    @property
    def ends(self) -> date:
        """The last day of it."""
        return days(self.form.ends)[1] if self.form.ends else date.max


@cache
def names() -> tuple[str, ...]:
    """Every national form by name."""
    return tuple(path.stem for path in sorted(QUESTIONNAIRES.glob("*.json")) if "." not in path.stem)


@cache
def versions(name: str) -> tuple[Version, ...]:
    """Every version of a form, the one that started last first; PolicyProblem where there is none or one is faulty."""
    older = (
        sorted(path.stem for path in QUESTIONNAIRES.glob(f"{name}.*.json")) if _NAME.fullmatch(name) else []
    )
    found = [Version(name, _read(name)), *(Version(key, _read(key)) for key in older)]
    _check(name, found)
    return tuple(sorted(found, key=lambda each: each.starts, reverse=True))


def newest(name: str) -> Version:
    """The version in `<name>.json`."""
    return next(each for each in versions(name) if each.key == name)


def on(name: str, day: date) -> Version:
    """The version in force on a day; PolicyProblem where none is."""
    found = in_force(versions(name), day)
    if found is None:
        raise PolicyProblem(f"No version of the questionnaire {name} is in force on {day}.")
    return found


def in_force(among: tuple[Version, ...], day: date) -> Version | None:
    """The one that started last, of those that were in use on the day."""
    fit = (each for each in among if each.starts <= day <= each.ends and each.form.status in IN_USE)
    return next(fit, None)


def _read(key: str) -> Questionnaire:
    name = key.split(".")[0]
    if not _NAME.fullmatch(name) or not (path := QUESTIONNAIRES / f"{key}.json").exists():
        raise PolicyProblem(f"There is no questionnaire {key} in {QUESTIONNAIRES.name}.")
    raw, issues = json_text.read(path.read_bytes(), "The form")
    try:
        if issues:
            raise FaultyQuestionnaire([each.says for each in issues])
        return read(raw)
    except FaultyQuestionnaire as problem:
        raise PolicyProblem(f"The questionnaire {path.name} cannot be used: {problem}") from None


def _check(name: str, found: list[Version]) -> None:
    """What answers are kept by has to be there, and to be one of a kind."""
    for each in found:
        if not each.form.url or not each.form.version:
            raise PolicyProblem(f"The questionnaire {each.key}.json needs a url and a version.")
        if each.key not in (name, f"{name}.{each.form.version}"):
            raise PolicyProblem(
                f"The questionnaire {each.key}.json says that it is version {each.form.version}. Call it "
                f"{name}.{each.form.version}.json."
            )
    if len({each.form.version for each in found}) != len(found) or len({each.form.url for each in found}) > 1:
        raise PolicyProblem(
            f"The versions of the questionnaire {name} need one url, and each a version of its own."
        )
    if len({each.starts for each in found}) != len(found):
        raise PolicyProblem(
            f"Two versions of the questionnaire {name} start on one day. Give the newer one an effectivePeriod.start."
        )
