"""JSON in the shape that FHIR gives it: every element known, of its type, and not empty (FHIR R4, json)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onward.questionnaires import extensions
from onward.questionnaires.issues import Issue, error, shown, warning

RESOURCE = "resourceType id meta implicitRules language text contained extension modifierExtension"


@dataclass
class Notes:
    """What is found wrong while something is read. `place` is where it stands.

    What is made here is trusted to have the elements of FHIR.
    """

    issues: list[Issue] = field(default_factory=list)
    trusting: bool = False

    def wrong(self, code: str, place: str, says: str, link_id: str = "") -> None:
        subject = f"Item {shown(link_id)}: " if link_id else ""
        self.issues.append(error(code, f"{subject}{says}", place, link_id))

    def known(self, raw: Mapping[str, Any], allowed: str, place: str, link_id: str = "") -> None:
        """Every element is one of these; what modifies the meaning is one the engine knows."""
        if self.trusting:
            return
        names = {*allowed.split(), "id", "extension", "modifierExtension"}
        for key, value in raw.items():
            if key.removeprefix("_") not in names:
                self.wrong(
                    "structure",
                    place,
                    f"{shown(key)} is no element of FHIR R4 here. Remove it or correct it.",
                    link_id,
                )
            elif key == "item" and value == []:
                says = "item is an empty list, which FHIR does not allow. Leave it out."
                self.issues.append(warning("structure", says, f"{place}.item", link_id))
            elif value is None or (isinstance(value, str | list | dict) and not value):
                self.wrong(
                    "structure",
                    f"{place}.{key}",
                    f"{key} is empty. Give it a value or leave it out.",
                    link_id,
                )
        for number, extension in enumerate(self.objects(raw, "modifierExtension", place, link_id)):
            if str(extension.get("url")) not in extensions.KNOWN_MODIFIERS:
                self.wrong(
                    "not-supported",
                    f"{place}.modifierExtension[{number}]",
                    f"the modifier extension {shown(extension.get('url'))} is not known, and may change "
                    "what this means. It cannot be used safely.",
                    link_id,
                )

    def text(self, raw: Mapping[str, Any], key: str, place: str, link_id: str = "") -> str:
        return str(self._typed(raw, key, place, link_id, str, "text") or "")

    def boolean(self, raw: Mapping[str, Any], key: str, place: str, link_id: str = "") -> bool:
        return self._typed(raw, key, place, link_id, bool, "true or false") is True

    def integer(self, raw: Mapping[str, Any], key: str, place: str, link_id: str = "") -> int | None:
        value = self._typed(raw, key, place, link_id, int, "a whole number")
        return value if isinstance(value, int) else None

    def objects(
        self, raw: Mapping[str, Any], key: str, place: str, link_id: str = ""
    ) -> list[Mapping[str, Any]]:
        """The objects in a list. What is no object leaves an empty one behind, so that places stay true."""
        value = raw.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong("structure", f"{place}.{key}", f"{key} has to be a list.", link_id)
            return []
        for number, each in enumerate(value):
            if not isinstance(each, dict) or not each:
                self.wrong(
                    "structure",
                    f"{place}.{key}[{number}]",
                    f"{key} has to hold objects, not {shown(each)}.",
                    link_id,
                )
        return [each if isinstance(each, dict) else {} for each in value]

    def _typed(
        self, raw: Mapping[str, Any], key: str, place: str, link_id: str, kind: type, words: str
    ) -> Any:
        value = raw.get(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.wrong(
                "structure", f"{place}.{key}", f"{key} is {shown(value)}; it has to be {words}.", link_id
            )
            return None
        return value


def resources(raw: Any) -> Iterator[Mapping[str, Any]]:
    """The resources in a list that may hold anything."""
    for each in raw if isinstance(raw, list) else ():
        if isinstance(each, dict) and isinstance(each.get("resourceType"), str):
            yield each
