"""`metadata`: what is served, as a CapabilityStatement. It says no more than is so."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from onward.api.fhir import questionnaires, responses
from onward.api.fhir.answering import MEDIA, answer
from onward.api.fhir.doors import door, open_to_anybody

# When what is said here last changed.
CHANGED = "2026-11-22"


@open_to_anybody
def metadata(request: HttpRequest) -> HttpResponse:
    """What this server can do. Open to anybody."""
    base = request.build_absolute_uri(request.path).rpartition("/")[0]
    return answer(
        {
            "resourceType": "CapabilityStatement",
            "status": "active",
            "date": CHANGED,
            "kind": "instance",
            "software": {"name": "Onward"},
            "implementation": {"description": "Forms and answers of one council", "url": base},
            "fhirVersion": "4.0.1",
            "format": ["json", MEDIA],
            "rest": [
                {
                    "mode": "server",
                    "security": {
                        "cors": False,
                        "description": "Somebody signed in on the site is signed in here. A change needs X-CSRFToken.",
                    },
                    "resource": [_questionnaire(), _response()],
                }
            ],
        }
    )


def _questionnaire() -> dict[str, Any]:
    return {
        **_resource(
            questionnaires.KIND,
            ["read", "vread", "search-type", "create", "update"],
            questionnaires.PARAMETERS,
        ),
        "documentation": "A form is kept as it was sent. Only a draft can be replaced, by a new version of it.",
        "versioning": "versioned-update",
        "readHistory": True,
        "updateCreate": False,
        "conditionalRead": "not-match",
    }


def _response() -> dict[str, Any]:
    return {
        **_resource(responses.KIND, ["read", "search-type"], responses.PARAMETERS),
        "documentation": "Answers of cases that one may see. based-on is searched by identifier: the case's reference.",
        "versioning": "versioned",
    }


def _resource(kind: str, interactions: list[str], parameters: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": kind,
        "interaction": [{"code": each} for each in interactions],
        "searchParam": [{"name": name.partition(":")[0], "type": each} for name, each in parameters.items()],
        "operation": [
            {
                "name": "validate",
                "definition": "http://hl7.org/fhir/OperationDefinition/Resource-validate",
            }
        ],
    }


served = door(GET=metadata)
