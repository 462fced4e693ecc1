"""Somebody who cannot be let in is told so in one way, whoever they are, and it is written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.staff.account import written_down


def refused(request: HttpRequest, *, why: str) -> HttpResponse:
    """The page for it. `why` is a code for the log, and is not shown."""
    written_down.wrong(why)
    return render(request, "staff/account/refused.html", status=403)
