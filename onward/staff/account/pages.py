"""Your account: what somebody of the staff may see and change of how they sign in."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.records import queries
from onward.records.principal import current
from onward.staff import actions
from onward.staff.account.written_down import STRONG
from onward.staff.words import EVENTS
from onward.web.access import own_page
from onward.web.typed import field

MOST_EVENTS = 20


@own_page
def account(request: HttpRequest) -> HttpResponse:
    """How they sign in, and what happened with it lately."""
    factors = [each.wrap() for each in Authenticator.objects.filter(user_id=request.user.pk).order_by("id")]
    of_type = {kind: [each for each in factors if each.instance.type == kind] for kind in Authenticator.Type}
    told = {
        "app": of_type[Authenticator.Type.TOTP],
        "passkeys": of_type[Authenticator.Type.WEBAUTHN],
        "codes": sum(len(each.get_unused_codes()) for each in of_type[Authenticator.Type.RECOVERY_CODES]),
        "events": queries.own_events("staff.", most=MOST_EVENTS),
        "event_words": EVENTS,
    }
    return render(request, "staff/account/account.html", told)


@own_page
def second_factor(request: HttpRequest) -> HttpResponse:
    """What to choose from for somebody who has none yet."""
    if is_mfa_enabled(request.user, STRONG):
        return redirect("mfa_index")
    return render(request, "staff/account/second_factor.html")


@own_page
def sessions(request: HttpRequest) -> HttpResponse:
    """Where somebody is signed in; each can be ended from here."""
    held = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        chosen = field(request.POST, "session")
        ended = [each for each in held if not each.is_current() and chosen in ("others", str(each.pk))]
        if ended:
            end_sessions(request, ended)
            on = timezone.localdate()
            actions.sessions_ended(sessions=len(ended), why="ended", by=current(), on=on)
        return redirect("staff:sessions")
    return render(request, "staff/account/sessions.html", {"sessions": held})
