"""What may not be taken out of a form, and why: `england/questionnaires/needed.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml
from onward.policy.overrides.tree import Json, codings
from onward.questionnaires.definition import MEANING

FILE = "england/questionnaires/needed.yaml"
KEEP, CLOSED, FREE = "keep", "closed", "free"


@dataclass(frozen=True)
class Need:
    """Why something stays. `options` says what may be done to its options; `required` that it stays required."""

    because: str
    source: str
    options: str = KEEP
    required: bool = False


@dataclass(frozen=True)
class Needed:
    """The whole list."""

    meanings: Mapping[str, Need]
    kept_systems: Mapping[str, Need]
    notices: Mapping[str, Need]
    systems: frozenset[str]
    only_staff: frozenset[str]

    def of(self, item: Json) -> Need | None:
        """Why this item stays; None where a council may choose."""
        if found := self.notices.get(item["linkId"]):
            return found
        for each in codings(item):
            found = self.kept_systems.get(each.get("system", ""))
            if each.get("system") == MEANING:
                found = self.meanings.get(each.get("code", ""))
            if found:
                return found
        return None


@cache
def needed() -> Needed:
    """The list in force."""
    return parse(read_yaml(FILE))


def parse(content: Mapping[str, Any]) -> Needed:
    """The list in `content`; PolicyProblem where something is missing or a word is not known."""
    try:
        return Needed(
            meanings=_needs(content["meanings"]),
            kept_systems=_needs(content["kept_systems"]),
            notices=_needs(content["notices"]),
            systems=frozenset(content["systems"]),
            only_staff=frozenset(content["only_staff_fill_in"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        says = f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        raise PolicyProblem(says) from problem


def _needs(listed: Mapping[str, Any]) -> dict[str, Need]:
    return {str(name): _need(str(name), each) for name, each in listed.items()}


def _need(name: str, content: Mapping[str, Any]) -> Need:
    if unknown := content.keys() - {"because", "source", "options", "required"}:
        raise ValueError(f"{name}: {', '.join(sorted(unknown))} is not understood")
    options, required = content.get("options", KEEP), content.get("required", False)
    if options not in (KEEP, CLOSED, FREE) or not isinstance(required, bool):
        raise ValueError(f"{name}: options is keep, closed or free, and required is yes or no")
    return Need(content["because"], content["source"], options, required)
