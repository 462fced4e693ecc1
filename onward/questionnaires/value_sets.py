"""Which codes a value set holds, as far as what was brought along tells (FHIR R4 ValueSet, CodeSystem)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from onward.questionnaires import extensions, limits
from onward.questionnaires.sources import Sources

Code = tuple[str, str]


@dataclass(frozen=True)
class Codes:
    """The codes in order, each with its display, and whether there may be more that cannot be worked out here.

    `barred` are codes that are left out for certain, whatever else there may be.
    """

    held: Mapping[Code, str] = field(default_factory=dict)
    complete: bool = False
    barred: frozenset[Code] = frozenset()
    scores: Mapping[Code, Decimal] = field(default_factory=dict)

    def holds(self, system: str, code: str) -> bool | None:
        """None where it cannot be told."""
        if (system, code) in self.held:
            return True
        return False if self.complete or (system, code) in self.barred else None


class ValueSets:
    """The value sets that came with a form, each worked out once."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._known: dict[str, Codes] = {}
        self._depth = 0

    def codes(self, address: str) -> Codes:
        if address not in self._known:
            self._known[address] = Codes()  # while it is worked out: one that includes itself adds nothing
            self._depth += 1
            if self._depth <= limits.VALUE_SETS:
                self._known[address] = self._worked_out(self._resource(address, "ValueSet"))
            self._depth -= 1
        return self._known[address]

    def _resource(self, address: str, kind: str) -> Mapping[str, Any] | None:
        found = self._sources.by_address.get(address)
        return found if found is not None and found.get("resourceType") == kind else None

    def _worked_out(self, resource: Mapping[str, Any] | None) -> Codes:
        if resource is None:
            return Codes()
        expansion = resource.get("expansion")
        if isinstance(expansion, Mapping) and isinstance(expansion.get("contains"), list):
            return _of_expansion(expansion)
        compose = resource.get("compose")
        if not isinstance(compose, Mapping):
            return Codes()
        included = _together([self._part(each) for each in _objects(compose.get("include"))])
        excluded = _together([self._part(each) for each in _objects(compose.get("exclude"))])
        held = {code: display for code, display in included.held.items() if code not in excluded.held}
        return Codes(held, included.complete and excluded.complete, frozenset(excluded.held), included.scores)

    def _part(self, part: Mapping[str, Any]) -> Codes:
        """One include or exclude: its own codes, but only those that every value set it names holds too."""
        named = part.get("valueSet")
        others = [self.codes(str(each)) for each in (named if isinstance(named, list) else ())]
        own = [self._of_system(part)] if "system" in part else []
        found = own + others
        if not found:
            return Codes()
        held = {
            code: display
            for code, display in found[0].held.items()
            if all(code in each.held for each in found)
        }
        scores = {code: score for each in found for code, score in each.scores.items()}
        return Codes(held, all(each.complete for each in found), scores=scores)

    def _of_system(self, part: Mapping[str, Any]) -> Codes:
        system = str(part["system"])
        if isinstance(part.get("concept"), list):
            return _of_concepts(part["concept"], "", system, True)
        versioned = f"{system}|{part['version']}" if "version" in part else system
        resource = self._resource(versioned, "CodeSystem") or self._resource(system, "CodeSystem")
        if resource is None or not isinstance(resource.get("concept"), list):
            return Codes()
        complete = resource.get("content", "complete") == "complete"
        filters = _objects(part.get("filter"))
        if not filters:
            return _of_concepts(resource["concept"], "concept", system, complete)
        kept = [_filtered(resource["concept"], each) for each in filters]
        if any(each is None for each in kept):
            return Codes()
        whole = _of_concepts(resource["concept"], "concept", system, complete)
        held = {
            code: display
            for code, display in whole.held.items()
            if all(code[1] in (each or ()) for each in kept)
        }
        return Codes(held, complete, scores=whole.scores)


def _together(parts: list[Codes]) -> Codes:
    held = {code: display for each in parts for code, display in each.held.items()}
    scores = {code: score for each in parts for code, score in each.scores.items()}
    return Codes(held, all(each.complete for each in parts), scores=scores)


def _of_expansion(expansion: Mapping[str, Any]) -> Codes:
    """The codes of an expansion, which may be a part of it only (`total`)."""
    listed, total = len(list(_walk(expansion["contains"], "contains"))), expansion.get("total")
    complete = not isinstance(total, int) or total <= listed
    return _of_concepts(expansion["contains"], "contains", "", complete)


def _of_concepts(concepts: Any, below: str, system: str, complete: bool) -> Codes:
    held: dict[Code, str] = {}
    scores: dict[Code, Decimal] = {}
    for concept in _walk(concepts, below):
        code = (system or str(concept.get("system", "")), str(concept.get("code", "")))
        if concept.get("abstract") is True or not code[1]:
            continue
        held.setdefault(code, str(concept.get("display", "")))
        score = extensions.first(concept, *extensions.SCORES)
        if isinstance(score, int | Decimal) and not isinstance(score, bool):
            scores[code] = Decimal(score)
    return Codes(held, complete, scores=scores)


def _filtered(concepts: Any, condition: Mapping[str, Any]) -> set[str] | None:
    """The codes at or below one (is-a, descendent-of); None for filters that are not worked out here."""
    operator, value = condition.get("op"), condition.get("value")
    if operator not in ("is-a", "descendent-of") or condition.get("property") not in ("concept", "code"):
        return None
    top = [each for each in _walk(concepts, "concept") if each.get("code") == value]
    below = {str(each.get("code")) for one in top for each in _walk(one.get("concept"), "concept")}
    return below | {str(value)} if operator == "is-a" and top else below


def _walk(concepts: Any, below: str) -> Iterator[Mapping[str, Any]]:
    waiting = _objects(concepts)[::-1]
    while waiting:
        concept = waiting.pop()
        yield concept
        if below:
            waiting.extend(_objects(concept.get(below))[::-1])


def _objects(raw: Any) -> list[Mapping[str, Any]]:
    return [each for each in raw if isinstance(each, Mapping)] if isinstance(raw, list) else []
