"""What goes out: a resource with its headers, or an OperationOutcome. Nothing else, whatever went wrong."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils.http import http_date

from onward.policy import canonical
from onward.questionnaires.issues import Issue, error, outcome

MEDIA = "application/fhir+json"
Resource = Mapping[str, Any]


class Problem(Exception):
    """A request that is not done: the status, and what is wrong as issues of FHIR."""

    def __init__(
        self, status: int, issues: Iterable[Issue], headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status)
        self.status, self.issues, self.headers = status, list(issues), headers or {}

    def response(self) -> HttpResponse:
        return answer(outcome(self.issues), status=self.status, headers=self.headers)


def problem(status: int, code: str, says: str, headers: Mapping[str, str] | None = None) -> Problem:
    """A problem of one sentence. `code` is of http://hl7.org/fhir/issue-type."""
    return Problem(status, [error(code, says)], headers)


def answer(
    resource: Resource, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    return HttpResponse(
        canonical.text(resource),
        status=status,
        content_type=f"{MEDIA}; charset=utf-8",
        headers=dict(headers or {}),
    )


def versioned(version: str, modified: datetime | None) -> dict[str, str]:
    """The headers that name a version (FHIR R4, http: ETag and Last-Modified)."""
    told = {"ETag": f'W/"{version}"'}
    if modified:
        told["Last-Modified"] = http_date(modified.timestamp())
    return told


def version_in(header: str) -> str:
    """The version in an If-Match or If-None-Match header."""
    return header.strip().removeprefix("W/").strip('"')
