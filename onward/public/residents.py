"""Whose request this browser is writing or reading: known by the request alone, never by an account.

A form carries its request in a signed field, so that a lost session loses nothing that was typed.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse

from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal

View = Callable[..., HttpResponse]

_SALT = "onward.request"
_A_DAY = 24 * 60 * 60


def as_resident(view: View) -> View:
    """Run a view on behalf of the request that this browser holds; a new one where it holds none."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        case = _of_form(request) or held(request) or uuid4()
        with acting_as(Principal.resident(case)):
            return view(request, case, *args, **kwargs)

    return wrapper


def held(request: HttpRequest) -> UUID | None:
    """The request that this browser's session holds."""
    kept = request.session.get("case")
    return UUID(kept) if kept else None


def hold(request: HttpRequest, case: UUID) -> None:
    """Keep which request it is until the browser is closed."""
    if request.session.get("case") != str(case):
        request.session["case"] = str(case)


def let_go(request: HttpRequest) -> None:
    """Forget which request it was."""
    request.session.pop("case", None)


def token(case: UUID) -> str:
    """The signed field of a form."""
    return signing.dumps(str(case), salt=_SALT)


def _of_form(request: HttpRequest) -> UUID | None:
    try:
        return UUID(signing.loads(request.POST.get("draft", ""), salt=_SALT, max_age=_A_DAY))
    except signing.BadSignature:
        return None
