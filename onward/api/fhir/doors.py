"""The way in to every address: its methods, what the caller reads, who they are, and what their role gives them."""

import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from ninja.utils import check_csrf

from onward.api.fhir.answering import MEDIA, Problem, problem
from onward.records.actions import note_look
from onward.records.principal import acting_as
from onward.records.queries import roles
from onward.vocabulary.principals import Principal
from onward.vocabulary.roles import Permission, may

Operation = Callable[..., HttpResponse]
_READ = frozenset({"*/*", "application/*", MEDIA, "application/json"})
_FORMATS = frozenset({"", "json", MEDIA, "application/json"})
_log = logging.getLogger("onward.api.fhir")


def door(**operations: Operation) -> Operation:
    """The view of one address; `operations` by method. Each is `staff_only` or `open_to_anybody`."""

    def view(request: HttpRequest, **names: Any) -> HttpResponse:
        try:
            operation = _chosen(request, operations)
            _check_format(request)
            return operation(request, **names)
        except Problem as found:
            return found.response()
        except RequestDataTooBig:
            return problem(413, "too-long", "This is too large to be taken in. Send less at once.").response()
        except Exception:
            _log.exception("FHIR request failed")
            says = "Something went wrong on our side, and nothing was changed. Try again in a few minutes."
            return problem(500, "exception", says).response()

    view.operations = operations  # type: ignore[attr-defined]  # printed in docs/reference/access.md
    view.__doc__ = next(iter(operations.values())).__doc__
    return csrf_exempt(view)


def open_to_anybody(operation: Operation) -> Operation:
    """An operation that shows nothing about people and nothing unfinished."""
    return operation


def staff_only(permission: Permission) -> Callable[[Operation], Operation]:
    """An operation for signed-in staff whose roles give `permission`. It acts as them; a refusal is written down."""

    def decorate(operation: Operation) -> Operation:
        @wraps(operation)
        def wrapper(request: HttpRequest, **names: Any) -> HttpResponse:
            number = request.user.pk
            if number is None:
                raise problem(401, "login", "Sign in first.")
            if check_csrf(request) is not None:
                raise problem(403, "forbidden", "A change needs the X-CSRFToken header of this sign-in.")
            with acting_as(Principal.staff(number)):
                if not may(roles(number, timezone.localdate()), permission):
                    note_look(road="api", at_what=request.path, why=permission, allowed=False)
                    says = "Your role does not give you this. That you asked has been written down."
                    raise problem(403, "forbidden", says)
                return operation(request, **names)

        wrapper.permission = permission  # type: ignore[attr-defined]  # printed in docs/reference/access.md
        return wrapper

    return decorate


@csrf_exempt
def unknown(request: HttpRequest) -> HttpResponse:
    """Whatever is not served."""
    return problem(
        404, "not-found", "There is nothing at this address. See metadata for what there is."
    ).response()


def _chosen(request: HttpRequest, operations: Mapping[str, Operation]) -> Operation:
    method = "GET" if request.method == "HEAD" else str(request.method)
    if method not in operations:
        allowed = ", ".join(operations)
        raise problem(
            405, "not-supported", f"{request.method} is not served here; {allowed} is.", {"Allow": allowed}
        )
    return operations[method]


def _check_format(request: HttpRequest) -> None:
    wanted = {each.split(";")[0].strip().lower() for each in request.headers.get("Accept", "*/*").split(",")}
    named = request.GET.get("_format", "").split(";")[0].replace(" ", "+").lower()
    if not (wanted & _READ) or named not in _FORMATS:
        raise problem(406, "not-supported", f"Only JSON is served here. Ask for {MEDIA}.")
