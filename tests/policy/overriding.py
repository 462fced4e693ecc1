"""Short ways to say a council's changes to the small form of the sentences, and what came of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from onward.policy.overrides.checking import Checked, check
from onward.policy.overrides.needed import needed

FOLDER = Path(__file__).parent / "sentences"
NAME = "small"


def small_form() -> dict[str, Any]:
    """The form, as nobody else has it."""
    form: dict[str, Any] = yaml.safe_load((FOLDER / "form.yaml").read_text(encoding="utf-8"))
    return form


def checked(changes: str, *, only_staff: bool = False, council: str = "larkmoor") -> Checked:
    """A file with these changes, in YAML on one line or several."""
    text = f"since: 2026-11-21\nversion: 1\nchanges: {changes}\n"
    rules = replace(needed(), only_staff=frozenset({NAME})) if only_staff else needed()
    return check(text, small_form(), council=council, name=NAME, needed=rules)


def items(form: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every item by linkId."""
    found: dict[str, dict[str, Any]] = {}
    waiting = list(form.get("item", ()))
    while waiting:
        item = waiting.pop()
        found[item["linkId"]] = item
        waiting.extend(item.get("item", ()))
    return found
