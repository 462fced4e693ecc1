"""Signing in and out, and where a member of staff then goes."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.records.actions import note_look
from onward.records.queries import roles
from onward.vocabulary.roles import Permission, may


class SignIn(LoginView):
    """User name and password. A wrong one is written down, without the name that was typed."""

    template_name = "staff/sign_in.html"
    redirect_authenticated_user = False
    extra_context = {"choosing": settings.DEMO}

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        note_look(road="page", at_what="sign-in", why="wrong_password", allowed=False)
        response = super().form_invalid(form)
        response.status_code = 422
        return response


def sign_out(request: HttpRequest) -> HttpResponse:
    """By its button only: an address that is merely opened signs nobody out."""
    if request.method != "POST":
        return redirect("staff:home")
    logout(request)
    return redirect("staff:sign-in")


def home(request: HttpRequest) -> HttpResponse:
    """The first page that somebody's role is for."""
    if not request.user.is_authenticated or request.user.pk is None:
        return redirect("staff:sign-in")
    held = roles(request.user.pk, timezone.localdate())
    if may(held, Permission.SEE_FIGURES):
        return redirect("insight:today")
    if may(held, Permission.SEE_CONTACTS):
        return redirect("contact:waiting")
    if may(held, Permission.EDIT_DIRECTORY):
        return redirect("directory:desk")
    return render(request, "staff/nothing_here.html")
