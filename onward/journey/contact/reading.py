"""A form that was filled in, for reading and on paper: every answer with who gave it, when, and what it was before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.casework.answering import queries as answered
from onward.journey.contact import queries
from onward.journey.contact.telling import changes
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.questions.reading import read

LONGEST_REFERENCE = 20


@staff_page(Permission.SEE_CONTACTS)
def told(request: HttpRequest, reference: str, questionnaire: str) -> HttpResponse:
    """What was told on a form, whether it was sent or not."""
    held = queries.held(tidy(reference)[:LONGEST_REFERENCE])
    filling = answered.filling(held.case, questionnaire) if held else None
    if held is None or filling is None:
        return not_found(request, at_what=f"request {reference[:LONGEST_REFERENCE]}", why="read_form")
    looked(at_what="form", why="read_form", case=held.case)
    context = {
        "held": held,
        "name": questionnaire,
        "filling": filling,
        "parts": read(filling.form, changes(filling)),
    }
    return render(request, "contact/told.html", context)
