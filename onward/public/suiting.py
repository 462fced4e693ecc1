"""Whoever asked says how well the services suit that they were sent."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from onward.journey.contact import queries, suiting
from onward.public.residents import as_resident, hold
from onward.vocabulary.using import Rater


@as_resident
def suits(request: HttpRequest, case: UUID) -> HttpResponse:
    """Keep what was chosen, and show again where the request stands."""
    tracked = queries.tracked(case)
    if tracked is None:
        return redirect("public:track")
    if request.method == "POST":
        suiting.take(request.POST, queries.services_sent(tracked), case=case, by_whom=Rater.PERSON)
        hold(request, case)
    return redirect("public:status")
