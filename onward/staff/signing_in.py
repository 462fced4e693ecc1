"""Signing in and out, and where a member of staff then goes."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.records.principal import acting_as
from onward.records.queries import roles
from onward.staff import actions
from onward.staff.account.council import offered
from onward.vocabulary.principals import Principal
from onward.vocabulary.roles import Permission, may


class SignIn(LoginView):
    """User name and password, or the council's own identity."""

    template_name = "staff/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().get_context_data(**kwargs)
        following = told.get("redirect_field_value") or ""
        return {**told, "choosing": settings.DEMO, "council_identity": offered(), "next": following}

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)  # type: ignore[no-any-return]


class SecondFactor(AuthenticateView):
    """After the password: the code of an app, a passkey, or a code for when it is lost."""

    template_name = "staff/account/ask_code.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(), status=422)  # type: ignore[no-any-return]


class SignOut(LogoutView):
    """By its button only: an address that is merely opened signs nobody out."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("staff:home")

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.user.pk is not None:
            by = Principal.staff(request.user.pk)
            with acting_as(by):
                actions.sessions_ended(sessions=1, why="signed_out", by=by, on=timezone.localdate())
        self.logout()
        return redirect("account_login")


def home(request: HttpRequest) -> HttpResponse:
    """The first page that somebody's role is for."""
    if not request.user.is_authenticated or request.user.pk is None:
        return redirect("account_login")
    held = roles(request.user.pk, timezone.localdate())
    if may(held, Permission.SEE_FIGURES):
        return redirect("insight:today")
    if may(held, Permission.SEE_CONTACTS):
        return redirect("contact:waiting")
    if may(held, Permission.EDIT_DIRECTORY):
        return redirect("directory:desk")
    return render(request, "staff/nothing_here.html")
