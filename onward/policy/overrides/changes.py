"""The changes that a council may make to a form, and what each may say. `README.md` of policy shows each by example."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

# What a property holds: words, a list of words, words by option, or answers by question.
TEXT, LIST, BY_OPTION, ANSWERS = (
    "words",
    "a list",
    "options, each with its words",
    "questions, each with an answer",
)
PROPERTIES = {
    "after": TEXT, "before": TEXT, "in": TEXT, "to": TEXT, "of": TEXT, "type": TEXT, "text": TEXT, "hint": TEXT,
    "help": TEXT, "why": TEXT, "easy": TEXT, "required": TEXT, "meaning": TEXT, "picture": TEXT, "longest": TEXT,
    "because": TEXT, "outcomes": LIST, "codes": LIST, "options": BY_OPTION, "easy options": BY_OPTION,
    "when": ANSWERS, "unless": ANSWERS,
}  # fmt: skip
_PLACE = "after before"
_WORDS = "text hint help why easy"
KINDS: dict[str, tuple[str, ...]] = {
    kind: tuple(each.replace("_", " ") for each in f"{takes} because".split())
    for kind, takes in {
        "add question": f"{_PLACE} in {_WORDS} type options easy_options required when unless meaning outcomes codes "
        "picture longest",
        "add page": f"{_PLACE} {_WORDS} when unless",
        "add option": f"to {_PLACE} text easy",
        "reword": f"{_WORDS} options easy_options",
        "move": f"{_PLACE} in",
        "hide": "",
        "hide option": "of",
        "require": "",
        "optional": "",
    }.items()
}
ADDS_ITEMS = frozenset({"add question", "add page"})


@dataclass(frozen=True)
class Change:
    """One change: its kind, what it is about (a linkId, or the code of an option), and what it says."""

    kind: str
    target: str
    given: Mapping[str, Any]
    line: int

    def text(self, name: str) -> str:
        return str(self.given.get(name, ""))

    def texts(self) -> list[str]:
        """Every text in it that people are to read."""
        words = [self.text(each) for each in _WORDS.split()]
        return [each for each in (*words, *self.given.get("options", {}).values()) if each]


@dataclass(frozen=True)
class Override:
    """A council's changes to one form, from a day on."""

    version: str
    since: date
    changes: tuple[Change, ...]
