"""How long a sign-in lasts, and what it needs before it counts: asked anew at every request."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from onward.records.principal import acting_as
from onward.staff import actions
from onward.vocabulary.principals import Principal

BEGUN, SEEN, STRONG = "signed_in_at", "seen_at", "second_factor_of"
SHOWN = "shown_at"  # when they last showed who they are, by signing in or by setting up a second factor
FRESH = 300  # seconds for which that is enough to change how they sign in
EVERY = 60  # seconds between two notes that somebody is still there
# What somebody may open who has still to set up a second factor.
ON_THE_WAY = frozenset(
    {
        "staff:second-factor",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "public:brand",
    }
)


def begin(request: HttpRequest) -> None:
    """From now on, and without a second factor so far."""
    request.session[BEGUN] = request.session[SEEN] = request.session[SHOWN] = int(time.time())
    request.session.pop(STRONG, None)


def strengthen(request: HttpRequest, *, who: int) -> None:
    """`who` showed, or just set up, a second factor in this session."""
    request.session[STRONG] = str(who)
    request.session[SHOWN] = int(time.time())


def weaken(request: HttpRequest) -> None:
    """They have none any more."""
    request.session.pop(STRONG, None)


def needs_second_factor(session: SessionBase) -> bool:
    """Whether whoever is signed in here has still to set one up."""
    return bool(settings.ONWARD_SECOND_FACTOR) and session.get(STRONG) != session.get(SESSION_KEY)


def is_fresh(session: SessionBase, now: float) -> bool:
    """Whether they showed who they are just now."""
    return now - float(session.get(SHOWN, 0)) < FRESH


def over(session: SessionBase, now: float) -> str:
    """Why a sign-in is over: `idle` or `too_long`; empty while it lasts."""
    if now - session.get(BEGUN, 0) > settings.ONWARD_LONGEST.total_seconds():
        return "too_long"
    return "idle" if now - session.get(SEEN, 0) > settings.ONWARD_IDLE.total_seconds() else ""


class SignedInMiddleware:
    """Ends what is over, and lets nobody in who has still to set up a second factor.

    It stands behind Django's own, which asks at every request whether they still work here, and whether their
    password is still the one they came in with.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            _end_or_go_on(request, time.time())
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *args: Any) -> HttpResponse | None:
        if SESSION_KEY not in request.session or not needs_second_factor(request.session):
            return None
        if request.resolver_match and request.resolver_match.view_name in ON_THE_WAY:
            return None
        if request.path.startswith("/staff/") and request.user.is_authenticated:
            return redirect("staff:second-factor")
        request.user = AnonymousUser()
        return None


def _end_or_go_on(request: HttpRequest, now: float) -> None:
    if why := over(request.session, now):
        if request.user.pk is not None:
            by = Principal.staff(request.user.pk)
            with acting_as(by):
                actions.sessions_ended(sessions=1, why=why, by=by, on=timezone.localdate())
        logout(request)
    elif now - request.session[SEEN] > EVERY:
        request.session[SEEN] = int(now)
