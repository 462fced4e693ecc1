"""Short ways to call `/api/fhir/r4/`, with a promise kept at every answer: it is FHIR that others can parse."""

import json
from typing import Any
from uuid import UUID

from django.test import Client
from fhir.resources.R4B import get_fhir_model_class

from onward.policy import canonical
from onward.questionnaires.json_text import read
from onward.records.models import Staff

BASE = "/api/fhir/r4/"
MEDIA = "application/fhir+json"
FORM = {
    "resourceType": "Questionnaire",
    "url": "http://example.org/visit",
    "version": "1",
    "name": "Visit",
    "title": "A visit",
    "status": "active",
    "date": "2026-11-20",
    "item": [{"linkId": "a", "type": "string", "text": "How is it?", "required": True}],
}
ANSWERS = {
    "resourceType": "QuestionnaireResponse",
    "questionnaire": "http://example.org/visit|1",
    "status": "completed",
    "item": [{"linkId": "a", "text": "How is it?", "answer": [{"valueString": "Well"}]}],
}


class Caller:
    """Somebody who calls; nobody where there is no name."""

    def __init__(self, username: str = "", *, checks_csrf: bool = False) -> None:
        self.client = Client(enforce_csrf_checks=checks_csrf)
        if username:
            self.client.force_login(Staff.objects.get(username=username))

    def get(self, address: str, **headers: str) -> Any:
        return parsed(self.client.get(BASE + address, headers=_named(headers)))

    def send(self, method: str, address: str, body: Any, media: str = MEDIA, **headers: str) -> Any:
        text = body if isinstance(body, str | bytes) else json.dumps(body)
        return parsed(
            self.client.generic(method, BASE + address, text, content_type=media, headers=_named(headers))
        )

    def post(self, address: str, body: Any, media: str = MEDIA, **headers: str) -> Any:
        return self.send("POST", address, body, media, **headers)


def parsed(response: Any) -> Any:
    """The response, with its resource as `resource`; it is FHIR, and where something is wrong an OperationOutcome."""
    if response.status_code == 304:
        return response
    assert response.headers["Content-Type"].startswith(MEDIA)
    response.resource, issues = read(response.content, "It")
    assert issues == []
    kind = response.resource["resourceType"]
    parse(response.resource)
    assert (kind == "OperationOutcome") or response.status_code < 400
    return response


def parse(resource: dict[str, Any]) -> None:
    """Read it with the library that others use for FHIR R4B.

    Extensions whose value is worked out (`_valueDate`, R4 json) are left out: the library lacks them.
    """
    text = canonical.text(_without_worked_out(resource))
    get_fhir_model_class(resource["resourceType"]).model_validate_json(text)


def _without_worked_out(value: Any) -> Any:
    if isinstance(value, list):
        kept = [
            each
            for each in value
            if not (isinstance(each, dict) and any(key.startswith("_value") for key in each))
        ]
        return [_without_worked_out(each) for each in kept]
    return (
        {key: _without_worked_out(each) for key, each in value.items()} if isinstance(value, dict) else value
    )


def said(response: Any) -> str:
    """What an OperationOutcome says."""
    return " ".join(each["diagnostics"] for each in response.resource["issue"])


def found(response: Any) -> list[dict[str, Any]]:
    """The resources in a Bundle."""
    return [each["resource"] for each in response.resource.get("entry", ())]


def answers_of(caller: Caller, case: UUID) -> dict[str, Any]:
    """The only answers of a case, as a search finds them."""
    from onward.records import queries as records
    from onward.records.principal import acting_as
    from onward.vocabulary.principals import Principal

    with acting_as(Principal.resident(case)):
        reference = records.reference(case)
    (one,) = found(caller.get(f"QuestionnaireResponse?based-on:identifier={reference}"))
    return one


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
