"""Who may open a page, and on whose behalf it then acts. Every refusal and every look is written down."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from onward.records.actions import note_look
from onward.records.principal import acting_as
from onward.records.queries import roles
from onward.vocabulary.principals import Principal
from onward.vocabulary.roles import Permission, may
from onward.web.kept import send_again

View = Callable[..., HttpResponse]


def staff_page(permission: Permission) -> Callable[[View], View]:
    """A page for signed-in staff whose roles give `permission`. It acts as them.

    Signed out in the middle of a form: signing in comes first, and what was typed is still there afterwards.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not user.is_authenticated or user.pk is None:
                return _sign_in_first(request)
            with acting_as(Principal.staff(user.pk)):
                if not may(roles(user.pk, timezone.localdate()), permission):
                    return refuse(request, permission)
                return view(request, *args, **kwargs)

        wrapper.permission = permission  # type: ignore[attr-defined]  # printed in docs/reference/access.md
        return wrapper

    return decorate


def own_page(view: View) -> View:
    """A page of one's own, for anybody who is signed in. It acts as them."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated or request.user.pk is None:
            return _sign_in_first(request)
        with acting_as(Principal.staff(request.user.pk)):
            return view(request, *args, **kwargs)

    return wrapper


def refuse(request: HttpRequest, permission: Permission) -> HttpResponse:
    """Say no, and write down who asked for what."""
    note_look(road="page", at_what=request.path, why=permission, allowed=False)
    return render(request, "problems/not_yours.html", status=403)


def not_found(request: HttpRequest, *, at_what: str, why: str) -> HttpResponse:
    """There is no such record, or it may not be seen: both look the same, and the attempt is written down."""
    note_look(road="page", at_what=at_what, why=why, allowed=False)
    return render(request, "problems/not_found.html", status=404)


def looked(*, at_what: str, why: str, case: UUID | None = None, person: UUID | None = None) -> None:
    """Write down that whoever acts now looked at a record, and what for."""
    note_look(road="page", at_what=at_what, why=why, case=case, person=person)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    address = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
    if request.method == "POST":
        return send_again(request, sign_in=address)
    return HttpResponseRedirect(address)
