"""Choosing services for somebody, and giving them the list: on paper, or by a message to come and read it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.introducing import lists, words
from onward.casework.introducing.pages import errors_of, with_case
from onward.casework.messages import queries as outbox
from onward.casework.messages.words import HELD
from onward.directory import queries as directory
from onward.directory.found import ServiceInfo
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel, State
from onward.vocabulary.roles import Permission
from onward.web.access import staff_page
from onward.web.here import council_code, here
from onward.web.typed import field, fields, uuid

BY_MESSAGE = (Channel.TEXT, Channel.EMAIL)
MOST_LETTERS, MOST_FOUND = 500, 10


@staff_page(Permission.INTRODUCE)
def services(request: HttpRequest, case: UUID) -> HttpResponse:
    """Find services, tick them, and give the list or introduce the person to one of them."""
    return with_case(request, case, lambda of: _show(request, case, of), at_what="services for somebody")


@staff_page(Permission.INTRODUCE)
def give(request: HttpRequest, case: UUID) -> HttpResponse:
    """Give the ticked services: to be printed, or by a message that they are on the person's own page."""
    if request.method != "POST":
        return redirect("introducing:services", case=case)
    return with_case(request, case, lambda of: _give(request, case, of), at_what="services for somebody")


def _give(request: HttpRequest, case: UUID, reference: str) -> HttpResponse:
    chosen, by = fields(request.POST, "service"), field(request.POST, "by")
    on = timezone.localdate()
    try:
        if by == lists.PRINTED:
            lists.give_printed(case=case, services=chosen, by=current(), on=on)
            return redirect(f"{reverse('public:list')}?{urlencode([('service', each) for each in chosen])}")
        if by not in {each.value for each in BY_MESSAGE}:
            return _show(request, case, reference, {"by": _("Choose how they get the list")})
        message = lists.send(
            case=case,
            services=chosen,
            message=lists.ToSend(
                Channel(by), field(request.POST, "to"), council_code(), _personalisation(request, reference)
            ),
            key=uuid(request.POST, "key") or uuid4(),
            by=current(),
            on=on,
        )
    except Refused as problem:
        place = {"bad_address": "to"}.get(problem.code, "services")
        return _show(request, case, reference, {place: problem.sentence})
    return _show(request, case, reference, sent=message)


def _show(
    request: HttpRequest,
    case: UUID,
    reference: str,
    wrong: dict[str, str] | None = None,
    sent: UUID | None = None,
) -> HttpResponse:
    data = request.POST if request.method == "POST" else request.GET
    searched, ticked = field(data, "words")[:MOST_LETTERS], fields(data, "service")
    written = outbox.message(sent) if sent else None
    context: dict[str, Any] = {
        "case": case,
        "reference": reference,
        "searched": searched,
        "ticked": ticked,
        "offered": _offered(searched, (*ticked, *fields(data, "near"))),
        "near": fields(data, "near"),
        "can_send": outbox.can_send(),
        "safe": lists.safe_contact(case),
        "typed": {"by": field(data, "by"), "to": field(data, "to")},
        "key": uuid4(),
        "lists": lists.lists_of(case),
        "channels": words.CHANNELS,
        "sent": written is not None and written.state is not State.HELD,
        "held": [HELD[each] for each in written.held_because] if written else [],
        "wrong": wrong or {},
        "errors": errors_of(wrong or {}),
    }
    return render(request, "introducing/services.html", context, status=422 if wrong else 200)


def _offered(searched: str, named: tuple[str, ...]) -> list[ServiceInfo]:
    """The services that were ticked or suggested, then those that are found; each once, none that has closed."""
    found = directory.find(words=searched, limit=MOST_FOUND).suggestions if searched else ()
    offered = {each.service_id: each for each in (*directory.services(named), *found) if not each.closed}
    return list(offered.values())


def _personalisation(request: HttpRequest, reference: str) -> dict[str, str]:
    return {
        "council": here().name,
        "reference": reference,
        "address": request.build_absolute_uri(reverse("public:track")),
    }
