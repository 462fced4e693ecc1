"""Finding services for somebody: the public's list, with what staff need besides."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward.directory.narrowing import one, page
from onward.directory.whole import shown_instead
from onward.vocabulary.roles import Permission
from onward.web.access import not_found, staff_page


@staff_page(Permission.SEE_CONTACTS)
def services(request: HttpRequest) -> HttpResponse:
    """The list that is asked for by the address."""
    told = {"service_url": "staff:service", "list_url": "staff:services", "staff": True}
    return render(request, page.template(request), {**page.context(request), **told})


@staff_page(Permission.SEE_CONTACTS)
def service(request: HttpRequest, service: UUID) -> HttpResponse:
    """Everything about one service that may be shown, and what only staff need."""
    if instead := shown_instead(service):
        return redirect("staff:service", service=instead)
    context = one.context(service)
    if context is None:
        return not_found(request, at_what="service", why="daily_work")
    return render(request, "directory/whole.html", {**context, "list_url": "staff:services", "staff": True})
