"""A list of services that somebody keeps for themselves or another: on paper, or by their own email or phone.

Nobody gives a name here, and nothing leaves from us: the reader's own mail or phone sends it.
"""

from collections.abc import Sequence
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from onward.directory import queries as directory
from onward.directory.found import ServiceInfo
from onward.web.typed import fields

MOST_SERVICES = 20
MOST_LETTERS = 1_800  # of an address that opens a mail program: longer ones are cut short by some


def services(request: HttpRequest) -> HttpResponse:
    """The services that the address names, in its order; those that have closed are left out."""
    named = fields(request.GET, "service")[:MOST_SERVICES]
    found = [each for each in directory.services(named) if not each.closed]
    area = directory.area()
    context = {
        "found": found,
        "mail": _mail(found),
        "text": f"sms:?&body={_as_much(found)}",
        "attribution": area.attribution if area else (),
    }
    return render(request, "public/list.html", context)


def _mail(found: Sequence[ServiceInfo]) -> str:
    return f"mailto:?subject={quote(_('Help near you'))}&body={_as_much(found)}"


def _as_much(found: Sequence[ServiceInfo]) -> str:
    """As many services, whole, as an address may hold; one to a line."""
    body = ""
    for each in found:
        more = quote(", ".join(filter(None, (each.name, each.telephone, each.website))) + "\r\n")
        if len(body) + len(more) > MOST_LETTERS:
            break
        body += more
    return body
