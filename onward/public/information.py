"""Pages that only tell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward.web.here import here


def start(request: HttpRequest) -> HttpResponse:
    """Where everybody begins."""
    return render(request, "public/start.html")


def leave(request: HttpRequest) -> HttpResponse:
    """Away from here at once: this browser forgets whose request it held, and "back" shows nothing of it."""
    request.session.flush()
    return redirect(here().leave_to or "public:start")


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")
