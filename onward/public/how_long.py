"""How long things take now: what really happened in the last weeks, and nothing where too few were behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from onward.casework.promises.counting import how_long as counted
from onward.policy.promises import promise_policy
from onward.vocabulary.promises import Kind
from onward.web.here import here


def how_long(request: HttpRequest) -> HttpResponse:
    """For anybody: from asking to an answer, and from asking to a call."""
    found = counted(timezone.localdate())
    context = {
        "answer": found.get(Kind.REPLY),
        "call": found.get(Kind.CALL_BACK),
        "weeks": promise_policy().how_long_weeks,
        "aims": here().reply,
    }
    return render(request, "public/how_long.html", context)
