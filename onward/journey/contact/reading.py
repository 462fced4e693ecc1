"""A form that was filled in, for reading and on paper: every answer with who gave it, when, and what it was before."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from onward.casework.answering import queries as answered
from onward.casework.answering.forms import name_of
from onward.casework.answering.seen import Filling
from onward.journey.contact import queries
from onward.journey.contact.seen import Held
from onward.journey.contact.telling import changes
from onward.vocabulary.references import LONGEST, tidy
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.questions.paper.printing import pdf
from onward.web.questions.paper.styles import STYLES
from onward.web.questions.reading import answered_only, read

Then = Callable[[Held, Filling], HttpResponse]


@staff_page(Permission.SEE_CONTACTS)
def told(request: HttpRequest, reference: str, questionnaire: str) -> HttpResponse:
    """What was told on a form, whether it was sent or not."""
    return _with_form(
        request, reference, questionnaire, "read_form", lambda held, filling: _told(request, held, filling)
    )


@staff_page(Permission.SEE_CONTACTS)
def printed(request: HttpRequest, reference: str, questionnaire: str, style: str) -> HttpResponse:
    """A form on paper with its reference: what was told so far, and room for the rest."""
    if style not in STYLES:
        raise Http404
    return _with_form(
        request,
        reference,
        questionnaire,
        "print_form",
        lambda held, filling: pdf(
            filling.form,
            STYLES[style],
            on=timezone.localdate(),
            answers=filling.answers,
            reference=held.reference,
        ),
    )


def _with_form(
    request: HttpRequest, reference: str, questionnaire: str, why: str, then: Then
) -> HttpResponse:
    """Open a form, writing down who looked and what for; refused and found nothing look the same."""
    held = queries.held(tidy(reference))
    filling = answered.filling(held.case, questionnaire) if held else None
    if held is None or filling is None:
        return not_found(request, at_what=f"request {reference[:LONGEST]}", why=why)
    looked(at_what="form", why=why, case=held.case)
    return then(held, filling)


def _told(request: HttpRequest, held: Held, filling: Filling) -> HttpResponse:
    every, parts = "every" in request.GET, read(filling.form, changes(filling))
    context = {
        "held": held,
        "safe": queries.safe(held.case),
        "name": name_of(filling.form),
        "filling": filling,
        "parts": parts if every else answered_only(parts),
        "every": every,
    }
    return render(request, "contact/told.html", context)
