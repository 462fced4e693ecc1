"""Who looked at whose records, and what was refused."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.records import queries
from onward.staff.words import WHY
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page


@staff_page(Permission.SEE_LOOKS)
def looks(request: HttpRequest) -> HttpResponse:
    """The newest two hundred, or only the refused ones."""
    only_refused = "refused" in request.GET
    looked(at_what="looks", why="audit")
    context = {"looks": queries.looks(refused=only_refused), "only_refused": only_refused, "why_words": WHY}
    return render(request, "staff/looks.html", context)
