"""Stopping for now: everything is saved, and how to come back to it."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.casework.answering.seen import Filling
from onward.casework.messages import actions as messages
from onward.casework.messages import queries as outbox
from onward.journey.contact import queries
from onward.journey.contact.seen import Draft
from onward.public.residents import as_resident, hold, let_go, token
from onward.public.walks import Walk
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel, State
from onward.web.here import council_code, here
from onward.web.typed import field, uuid

# What a person reads at once: a letter with the code in it would lie in the hall for others.
_BY = frozenset({Channel.TEXT, Channel.EMAIL})


@as_resident
def later(request: HttpRequest, case: UUID, walk: Walk) -> HttpResponse:
    """The reference and the code, until when they work, and a way to leave nothing behind in this browser."""
    draft, filling = queries.draft(case), walk.filling(case)
    if draft is None or filling is None or filling.sent_on:
        return redirect(walk.to("start"))
    if "forget" in request.POST:
        let_go(request)
        return redirect("public:start")
    hold(request, case)
    if "send" in request.POST:
        return _send(request, walk, draft, filling)
    return _show(request, walk, draft, filling)


def _send(request: HttpRequest, walk: Walk, draft: Draft, filling: Filling) -> HttpResponse:
    """Send reference and code where the person asks for them now; and say so where that may not be."""
    by, to = field(request.POST, "by"), field(request.POST, "to")
    typed: dict[str, Any] = {"by": by, "to": to}
    if by not in _BY:
        return _show(request, walk, draft, filling, **typed, wrong={"by": _("Choose text or email")})
    try:
        message = messages.queue(
            case=draft.case,
            template="save-and-return",
            channel=Channel(by),
            to=to,
            personalisation=_told(request, draft, filling),
            safe_contact=queries.safe_contact(draft.case),
            council=council_code(),
            asked_now=True,
            key=uuid(request.POST, "key") or uuid4(),
            by=current(),
            on=timezone.localdate(),
        )
    except Refused as problem:
        return _show(request, walk, draft, filling, **typed, wrong={"to": problem.sentence})
    written = outbox.message(message)
    held = written is None or written.state is State.HELD
    return _show(request, walk, draft, filling, **typed, held=held, sent=not held)


def _told(request: HttpRequest, draft: Draft, filling: Filling) -> dict[str, str]:
    return {
        "council": here().name,
        "reference": draft.reference,
        "address": request.build_absolute_uri(reverse("public:track")),
        "until": date_format(filling.keep_until, "j F Y"),
    }


def _show(
    request: HttpRequest,
    walk: Walk,
    draft: Draft,
    filling: Filling,
    wrong: dict[str, str] | None = None,
    **shown: Any,
) -> HttpResponse:
    context = {
        "walk": walk,
        "filling": filling,
        "reference": draft.reference,
        "code": queries.code(draft.case),
        "draft": token(draft.case),
        "can_send": outbox.can_send(),
        "key": uuid4(),
        "wrong": wrong or {},
        "errors": [{"text": text, "href": f"#{name}"} for name, text in (wrong or {}).items()],
        **shown,
    }
    return render(request, "public/later.html", context, status=422 if wrong else 200)
