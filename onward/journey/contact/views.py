"""The adviser's pages: what waits, one request, whose it is, what is decided."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering.forms import FIRST_CONTACT, in_force
from onward.casework.introducing import queries as introduced
from onward.journey.contact import deciding, matching, queries, rating, suiting
from onward.journey.contact.screening_words import PROMPTS, URGENCIES
from onward.journey.contact.seen import LOOKED_AT, Request
from onward.journey.contact.words import CHANNELS, STATES, WISHES
from onward.vocabulary.references import LONGEST, tidy
from onward.vocabulary.roles import Permission
from onward.vocabulary.using import Rater
from onward.web.access import looked, not_found, staff_page


@staff_page(Permission.SEE_CONTACTS)
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a decision: the most urgent first, then the soonest promised."""
    looked(at_what="requests waiting", why="daily_work")
    context = {
        "rows": queries.waiting(),
        "half_done": queries.half_done(),
        "unheard": introduced.unheard(timezone.localdate()),
        "channels": CHANNELS,
        "today": timezone.localdate(),
        "needs": {
            option.code: option.text
            for option in in_force(FIRST_CONTACT, timezone.localdate()).item("needs").options
        },
        "wishes": WISHES,
        "states": STATES,
        "urgencies": URGENCIES,
        "prompts": PROMPTS,
    }
    return render(request, "contact/waiting.html", context)


@staff_page(Permission.SEE_CONTACTS)
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One request: what was said, whose it is, what was decided, and the form to decide."""
    return with_request(request, reference, "read_request", lambda asked: deciding.show(request, asked))


@staff_page(Permission.DECIDE_CONTACTS)
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a decision."""
    if request.method != "POST":
        return redirect("contact:request", reference=reference)
    return with_request(request, reference, "decide_request", lambda asked: deciding.take(request, asked))


@staff_page(Permission.DECIDE_CONTACTS)
def rate(request: HttpRequest, reference: str) -> HttpResponse:
    """Say how well the services that were sent suit."""
    if request.method != "POST":
        return redirect("contact:request", reference=reference)
    return with_request(request, reference, "rate_services", lambda asked: _rate(request, asked))


@staff_page(Permission.DECIDE_CONTACTS)
def match(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whose request it is: somebody known, or a new person."""
    # From a decision half written one comes by its own button, and what was typed comes along.
    coming = request.method != "POST" or "coming" in request.POST
    then = matching.show if coming else matching.take
    return with_request(request, reference, "match_person", lambda asked: then(request, asked))


def _rate(request: HttpRequest, asked: Request) -> HttpResponse:
    services = queries.services_known(rating.sent(asked.case))
    suiting.take(request.POST, services, case=asked.case, by_whom=Rater.WORKER)
    return redirect("contact:request", reference=asked.reference)


def with_request(
    request: HttpRequest, reference: str, why: str, then: Callable[[Request], HttpResponse]
) -> HttpResponse:
    """Open the request, writing down who looked and what for; refused and found nothing look the same."""
    asked = queries.request(tidy(reference))
    if asked is None:
        return not_found(request, at_what=f"request {reference[:LONGEST]}", why=why)
    looked(at_what=LOOKED_AT, why=why, case=asked.case, person=asked.person.id if asked.person else None)
    return then(asked)
