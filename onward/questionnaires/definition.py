"""A questionnaire as it is defined: read once from its FHIR R4 JSON, and never changed afterwards.

Source: HL7 FHIR R4 (4.0.1) Questionnaire, and the standard extensions named in `_EXTENSIONS`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_EXTENSIONS = {
    "hidden": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
    "regex": "http://hl7.org/fhir/StructureDefinition/regex",
    "example": "http://hl7.org/fhir/StructureDefinition/entryFormat",
    "category": "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory",
    "least": "http://hl7.org/fhir/StructureDefinition/minValue",
    "most": "http://hl7.org/fhir/StructureDefinition/maxValue",
    "exclusive": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive",
}
TYPES = frozenset({"group", "display", "boolean", "date", "string", "text", "choice"})
TODAY = "today"
OPERATORS = frozenset({"=", "!=", "exists"})


class FaultyQuestionnaire(Exception):
    """The definition cannot be used; each fault says where it is and what is wrong."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen. An exclusive one ("none of these") stands alone."""

    code: str
    text: str
    exclusive: bool = False


@dataclass(frozen=True)
class Condition:
    """An `enableWhen`: the item applies where the answer to `question` stands so to `answer`."""

    question: str
    operator: str
    answer: str | bool


@dataclass(frozen=True)
class Item:
    """A question, or a group of them. `meaning` is its code: the same fact has it in every questionnaire."""

    link_id: str
    type: str
    text: str
    meaning: str = ""
    hint: str = ""
    example: str = ""
    required: bool = False
    repeats: bool = False
    hidden: bool = False
    max_length: int | None = None
    regex: str = ""
    least: str = ""
    most: str = ""
    options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    all_conditions: bool = True
    items: tuple["Item", ...] = field(default=())

    def walk(self) -> Iterator["Item"]:
        """This item and everything below it, in order."""
        yield self
        for each in self.items:
            yield from each.walk()

    @property
    def asks(self) -> bool:
        return self.type not in ("group", "display")


@dataclass(frozen=True)
class Questionnaire:
    """A definition: its canonical address, its version, and its pages (the groups at the top)."""

    url: str
    version: str
    title: str
    items: tuple[Item, ...]

    def walk(self) -> Iterator[Item]:
        for each in self.items:
            yield from each.walk()

    def item(self, link_id: str) -> Item:
        """The item with this linkId; KeyError where there is none."""
        for each in self.walk():
            if each.link_id == link_id:
                return each
        raise KeyError(link_id)


def read(resource: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire in a FHIR R4 resource; raises FaultyQuestionnaire naming every fault with its place."""
    if resource.get("resourceType") != "Questionnaire":
        raise FaultyQuestionnaire(["resourceType: must be Questionnaire"])
    questionnaire = Questionnaire(
        url=str(resource.get("url", "")),
        version=str(resource.get("version", "")),
        title=str(resource.get("title", "")),
        items=tuple(_item(each) for each in resource.get("item", ())),
    )
    if faults := list(_faults(questionnaire)):
        raise FaultyQuestionnaire(faults)
    return questionnaire


def _item(raw: Mapping[str, Any]) -> Item:
    extensions = {each.get("url"): each for each in raw.get("extension", ())}
    hints = [each for each in raw.get("item", ()) if _is_help(each)]
    return Item(
        link_id=str(raw.get("linkId", "")),
        type=str(raw.get("type", "")),
        text=str(raw.get("text", "")),
        meaning=next((str(each.get("code", "")) for each in raw.get("code", ())), ""),
        hint=" ".join(str(each.get("text", "")) for each in hints),
        example=_value(extensions, "example", ""),
        required=bool(raw.get("required", False)),
        repeats=bool(raw.get("repeats", False)),
        hidden=_value(extensions, "hidden", False),
        max_length=raw.get("maxLength"),
        regex=_value(extensions, "regex", ""),
        least=_bound(extensions, "least"),
        most=_bound(extensions, "most"),
        options=tuple(_option(each) for each in raw.get("answerOption", ())),
        conditions=tuple(_condition(each) for each in raw.get("enableWhen", ())),
        all_conditions=raw.get("enableBehavior", "all") == "all",
        items=tuple(_item(each) for each in raw.get("item", ()) if not _is_help(each)),
    )


def _is_help(raw: Mapping[str, Any]) -> bool:
    return raw.get("type") == "display" and any(
        each.get("url") == _EXTENSIONS["category"] for each in raw.get("extension", ())
    )


def _value(extensions: Mapping[Any, Mapping[str, Any]], name: str, default: Any) -> Any:
    extension = extensions.get(_EXTENSIONS[name], {})
    return next((value for key, value in extension.items() if key.startswith("value")), default)


def _bound(extensions: Mapping[Any, Mapping[str, Any]], name: str) -> str:
    """A date, or TODAY where the bound is the FHIRPath expression `today()`."""
    extension = extensions.get(_EXTENSIONS[name], {})
    expressions = [
        each.get("valueExpression", {}).get("expression")
        for each in extension.get("_valueDate", {}).get("extension", ())
    ]
    return TODAY if "today()" in expressions else str(extension.get("valueDate", ""))


def _option(raw: Mapping[str, Any]) -> Option:
    coding = raw.get("valueCoding", {})
    extensions = {each.get("url"): each for each in raw.get("extension", ())}
    return Option(
        str(coding.get("code", "")), str(coding.get("display", "")), _value(extensions, "exclusive", False)
    )


def _condition(raw: Mapping[str, Any]) -> Condition:
    answer = raw.get("answerBoolean", raw.get("answerCoding", {}).get("code", raw.get("answerString", "")))
    return Condition(str(raw.get("question", "")), str(raw.get("operator", "")), answer)


def _faults(questionnaire: Questionnaire) -> Iterator[str]:
    seen: set[str] = set()
    known = {each.link_id for each in questionnaire.walk()}
    for item in questionnaire.walk():
        place = f"item {item.link_id or '(no linkId)'}"
        if item.link_id in seen:
            yield f"{place}: the linkId is used twice"
        seen.add(item.link_id)
        yield from (f"{place}: {fault}" for fault in _faults_of_item(item))
        yield from (f"{place}: {fault}" for fault in _faults_of_conditions(item, known))


def _faults_of_item(item: Item) -> Iterator[str]:
    if not item.link_id:
        yield "needs a linkId"
    if item.type not in TYPES:
        yield f"the type {item.type!r} is not known"
    if item.type == "choice" and not item.options:
        yield "a choice needs answerOption"


def _faults_of_conditions(item: Item, known: set[str]) -> Iterator[str]:
    for condition in item.conditions:
        if condition.question not in known:
            yield f"enableWhen names {condition.question!r}, which is no item"
        if condition.operator not in OPERATORS:
            yield f"the enableWhen operator {condition.operator!r} is not known"
