"""A person's page: their requests, what happened, and who has looked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import queries as contacts
from onward.journey.contact.words import OUTCOMES
from onward.records import queries
from onward.records.actions import open_with_reason
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.staff.words import EVENTS, WHY
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.typed import field


@staff_page(Permission.SEE_PEOPLE)
def person(request: HttpRequest, person: UUID) -> HttpResponse:
    """Opened from a request, or by somebody whose team knows the person."""
    seen = queries.person(person)
    if seen is None:
        return not_found(request, at_what=f"person {person}", why="open_person")
    looked(at_what="person", why="open_person", person=person)
    cases = queries.cases_of(person)
    events = queries.events(cases)
    return render(
        request,
        "staff/person.html",
        {
            "person": seen,
            "requests": contacts.of_person(person),
            "events": events,
            "names": queries.staff_names({each.by for each in events}),
            "looks": queries.looks(person=person, most=50),
            "outcomes": OUTCOMES,
            "event_words": EVENTS,
            "why_words": WHY,
        },
    )


@staff_page(Permission.SEE_PEOPLE)
def why(request: HttpRequest, person: UUID) -> HttpResponse:
    """Somebody known to another team only: say why, and see them for today."""
    asked = contacts.request(tidy(field(request.POST, "request") or request.GET.get("request", "")))
    if asked is None:
        return not_found(request, at_what=f"person {person}", why="open_with_reason")
    error = ""
    if request.method == "POST":
        try:
            open_with_reason(
                person=person,
                case=asked.case,
                reason=field(request.POST, "reason"),
                by=current(),
                on=timezone.localdate(),
            )
            return redirect("contact:match", reference=asked.reference)
        except Refused as problem:
            error = problem.sentence
    context = {"reference": asked.reference, "error": error, "errors": error}
    return render(request, "staff/why.html", context, status=422 if error else 200)
