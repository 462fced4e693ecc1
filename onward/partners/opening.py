"""What a link opens, for whoever holds it: no account, one page, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.casework.links import actions, queries
from onward.partners import entry, introduced
from onward.records.principal import acting_as
from onward.vocabulary.links import Purpose
from onward.vocabulary.principals import Principal

_PAGES = {Purpose.INTRODUCTION: introduced.page, Purpose.CLAIM: entry.page}


def opened(request: HttpRequest, token: str) -> HttpResponse:
    """The page that a link opens. One that opens nothing says no more than that; the attempt is written down."""
    found = actions.open_link(token=token)
    if found is None:
        return closed(request)
    with acting_as(Principal.link(found)):
        link = queries.link(found)
        return _PAGES[link.purpose](request, link) if link else closed(request)


def closed(request: HttpRequest) -> HttpResponse:
    """A link that was taken back, has run out or never was: all look the same."""
    return render(request, "partners/closed.html", status=404)
