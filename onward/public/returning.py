"""Stopping for now: everything is saved, and how to come back to it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward.journey.contact import queries
from onward.public.residents import as_resident, hold, let_go, token
from onward.public.walks import Walk


@as_resident
def later(request: HttpRequest, case: UUID, walk: Walk) -> HttpResponse:
    """The reference and the code, until when they work, and a way to leave nothing behind in this browser."""
    draft, filling = queries.draft(case), walk.filling(case)
    if draft is None or filling is None or filling.sent_on:
        return redirect(walk.to("start"))
    if request.method == "POST" and "forget" in request.POST:
        let_go(request)
        return redirect("public:start")
    hold(request, case)
    context = {
        "walk": walk,
        "filling": filling,
        "reference": draft.reference,
        "code": queries.code(case),
        "draft": token(case),
    }
    return render(request, "public/later.html", context)
