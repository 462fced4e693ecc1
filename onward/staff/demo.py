"""Choosing whom to be, in the demonstration. These addresses are not there in any other installation."""

from allauth.account.signals import user_logged_in
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from onward.records.queries import everybody, staff_member


def choose(request: HttpRequest) -> HttpResponse:
    """Everybody who works in the made-up council; one press signs in as them."""
    if not settings.DEMO:
        raise Http404
    following = request.POST.get("next") or request.GET.get("next", "")
    if request.method == "POST":
        member = staff_member(request.POST.get("username", ""))
        if member is None:
            raise Http404
        login(request, member)
        user_logged_in.send(sender=type(member), request=request, user=member)  # for the list of sessions
        safe = url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()})
        return redirect(following if safe and following else "staff:home")
    return render(request, "staff/choose.html", {"everybody": everybody(), "next": following})
