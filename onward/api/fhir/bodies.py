"""What comes in: one FHIR resource as JSON, read as the engine reads it. Only a Problem is raised."""

import re
from typing import Any

from django.http import HttpRequest

from onward.api.fhir.answering import MEDIA, Problem, problem
from onward.policy import canonical
from onward.questionnaires import json_text
from onward.questionnaires.issues import shown

_TAKEN = frozenset({MEDIA, "application/json"})
# "Strings SHALL NOT contain Unicode character points below 32, except for" tab, line feed and carriage return (R4).
_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\u00(?:0[0-8bcefBCEF]|1[0-9a-fA-F])")


def resource(request: HttpRequest, kind: str) -> dict[str, Any]:
    """The resource of this kind in the body, by itself or as the parameter `resource` of a Parameters."""
    if request.content_type not in _TAKEN:
        raise problem(415, "not-supported", f"Send {MEDIA}, not {shown(request.content_type or 'nothing')}.")
    value, issues = json_text.read(request.body, "The body")
    if issues:
        raise Problem(400, issues)
    _check_text(value)
    found = _inner(value) if isinstance(value, dict) and value.get("resourceType") == "Parameters" else value
    if not isinstance(found, dict) or found.get("resourceType") != kind:
        said = found.get("resourceType") if isinstance(found, dict) else found
        raise problem(400, "structure", f"resourceType is {shown(said)}; it has to be {kind}.")
    return found


def _inner(parameters: dict[str, Any]) -> Any:
    listed = parameters.get("parameter")
    named = [
        each.get("resource")
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict) and each.get("name") == "resource"
    ]
    return next(iter(named), None)


def _check_text(value: Any) -> None:
    try:
        text = canonical.text(value)
        text.encode()
    except UnicodeEncodeError:
        raise problem(400, "structure", "The body has half of a character (a lone surrogate).") from None
    if _CONTROL.search(text):
        raise problem(400, "structure", "The body has control characters, which FHIR does not allow in text.")
