"""Who may call what. The same roles as the pages, the same log of looks, and the same row security behind both."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError

from onward.records.actions import note_look
from onward.records.principal import acting_as
from onward.records.queries import roles
from onward.vocabulary.principals import Principal
from onward.vocabulary.roles import Permission, may


class NotYours(HttpError):
    def __init__(self) -> None:
        super().__init__(403, "Your role does not give you this. That you asked has been written down.")


class NotFound(HttpError):
    def __init__(self) -> None:
        super().__init__(404, "There is nothing by that name, or it is not yours to see.")


def staff_only(permission: Permission) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An operation for signed-in staff whose roles give `permission`. It acts as them."""

    def decorate(operation: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(operation)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            number = request.user.pk
            assert number is not None  # noqa: S101 (the operation's auth has seen to it)
            with acting_as(Principal.staff(number)):
                if not may(roles(number, timezone.localdate()), permission):
                    note_look(road="api", at_what=request.path, why=permission, allowed=False)
                    raise NotYours
                return operation(request, *args, **kwargs)

        wrapper.permission = permission  # type: ignore[attr-defined]  # printed in docs/reference/access.md
        return wrapper

    return decorate


def looked(request: HttpRequest, *, why: str, case: UUID | None = None, person: UUID | None = None) -> None:
    """Write down a look by this road."""
    note_look(road="api", at_what=request.path, why=why, case=case, person=person)


def missing(request: HttpRequest, *, why: str) -> NotFound:
    """Write down an attempt at something that is not there or may not be seen, and give the error to raise."""
    note_look(road="api", at_what=request.path, why=why, allowed=False)
    return NotFound()
