"""“Is this yours? Keep it right”: a provider asks to keep its own entry, from the public page of its service."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from onward.directory import claiming, queries
from onward.directory.claiming import ANYBODY
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.web.typed import field


def ask(request: HttpRequest, service_id: str) -> HttpResponse:
    """Ask for a link. Whatever address is typed, the page says the same: what we know of addresses is not told."""
    found = next((each for each in queries.services([service_id]) if not each.closed), None)
    if found is None:
        return render(request, "problems/no_page.html", status=404)
    email = field(request.POST, "email")
    context = {"service": found, "email": email}
    if request.method != "POST":
        return render(request, "partners/claim.html", context)
    try:
        with acting_as(ANYBODY):
            claiming.ask(service=found.service_id, email=email, by=ANYBODY, on=timezone.localdate())
    except Refused as problem:
        errors = [{"text": problem.sentence, "href": "#email"}]
        return render(request, "partners/claim.html", {**context, "errors": errors}, status=422)
    return render(request, "partners/asked.html", context)
