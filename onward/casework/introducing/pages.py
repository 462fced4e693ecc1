"""What the pages of lists and introductions have in common."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from onward.records import queries as records
from onward.web.access import looked, not_found

Errors = list[dict[str, str]]


def with_case(
    request: HttpRequest, case: UUID, then: Callable[[str], HttpResponse], *, at_what: str
) -> HttpResponse:
    """Open a page of a case that may be seen, giving its reference; refused and found nothing look the same."""
    reference = records.reference_if_seen(case)
    if reference is None:
        return not_found(request, at_what=at_what, why="introduce")
    looked(at_what=at_what, why="introduce", case=case)
    return then(reference)


def wrong_of(sent: forms.Form) -> dict[str, str]:
    """What is wrong, by field."""
    return {name: str(texts[0]) for name, texts in sent.errors.items()}


def errors_of(wrong: dict[str, str]) -> Errors:
    """The same for the summary at the top; a field that nobody types leads to the page itself."""
    return [
        {"text": text, "href": "#main-content" if name in ("key", "version", "__all__") else f"#{name}"}
        for name, text in wrong.items()
    ]


def typed_of(request: HttpRequest) -> dict[str, Any]:
    """What was typed, to be shown again."""
    return request.POST.dict()
