"""The extensions that the engine honours, by address, and how their values are found.

Sources: FHIR R4 (4.0.1) extensions of Questionnaire; HL7 Structured Data Capture (SDC) 3.0, form behaviour.
"""

from collections.abc import Iterator, Mapping
from typing import Any

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"

HIDDEN = f"{CORE}questionnaire-hidden"
CATEGORY = f"{CORE}questionnaire-displayCategory"
ITEM_CONTROL = f"{CORE}questionnaire-itemControl"
EXAMPLE = f"{CORE}entryFormat"
REGEX = f"{CORE}regex"
MIN_VALUE = f"{CORE}minValue"
MAX_VALUE = f"{CORE}maxValue"
MIN_QUANTITY = f"{SDC}minQuantity"
MAX_QUANTITY = f"{SDC}maxQuantity"
MIN_LENGTH = f"{CORE}minLength"
MAX_PLACES = f"{CORE}maxDecimalPlaces"
MIN_OCCURS = f"{CORE}questionnaire-minOccurs"
MAX_OCCURS = f"{CORE}questionnaire-maxOccurs"
EXCLUSIVE = f"{CORE}questionnaire-optionExclusive"
SCORES = (f"{CORE}ordinalValue", f"{CORE}itemWeight", f"{CORE}questionnaire-ordinalValue")
CONSTRAINTS = (f"{CORE}questionnaire-constraint", f"{CORE}targetConstraint", f"{SDC}targetConstraint")
UNIT_OPTION = f"{CORE}questionnaire-unitOption"
UNIT_VALUE_SET = f"{CORE}questionnaire-unitValueSet"
MIME_TYPE = f"{CORE}mimeType"
MAX_SIZE = f"{CORE}maxSize"
REFERENCE_TO = f"{CORE}questionnaire-referenceResource"
VARIABLE = f"{CORE}variable"
LAUNCH_CONTEXT = f"{SDC}launchContext"
INITIAL_EXPRESSION = f"{SDC}initialExpression"
CALCULATED_EXPRESSION = f"{SDC}calculatedExpression"
ENABLE_EXPRESSION = f"{SDC}enableWhenExpression"
EASY_READ = "https://onward.example/extensions/easy-read"
# An expression in the place of a value.
IN_PLACE = (f"{CORE}cqf-expression", f"{CORE}cqf-calculatedValue")

# Modifier extensions change what an element means: one that is not known makes the form unsafe to use (R4, 2.4).
KNOWN_MODIFIERS: frozenset[str] = frozenset()


def each(raw: Mapping[str, Any], *urls: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The extensions with one of these addresses, each with its place in the list."""
    listed = raw.get("extension")
    for place, extension in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(extension, dict) and extension.get("url") in urls:
            yield place, extension


def all_of(raw: Mapping[str, Any], *urls: str) -> list[Any]:
    """The values of all of them, in order."""
    return [content(extension) for _, extension in each(raw, *urls)]


def first(raw: Mapping[str, Any], *urls: str) -> Any:
    """The value of the first of them, whatever its type; None where there is none."""
    return next((content(extension) for _, extension in each(raw, *urls)), None)


def codings(concept: Any) -> Iterator[tuple[str, str]]:
    """The system and code of each coding of a CodeableConcept."""
    listed = concept.get("coding") if isinstance(concept, dict) else None
    for coding in listed if isinstance(listed, list) else ():
        if isinstance(coding, dict):
            yield str(coding.get("system", "")), str(coding.get("code", ""))


def content(extension: Mapping[str, Any]) -> Any:
    """Its value[x]."""
    return next((value for key, value in extension.items() if key.startswith("value")), None)
