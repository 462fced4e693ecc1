"""Writing to whoever asked: choose what, see exactly what would go and whether it may, and send it."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering.addressee import addressee
from onward.casework.messages import actions as messages
from onward.casework.messages import queries as outbox
from onward.casework.messages import words
from onward.journey.contact.composing import TYPED, Composed, Wanted, composed, offered
from onward.journey.contact.seen import Request
from onward.journey.contact.views import with_request
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel
from onward.vocabulary.roles import Permission
from onward.web.access import staff_page
from onward.web.typed import field, uuid

# The field at which something is to be put right; anything else is said of the page.
_FIELDS = frozenset({"wording", "channel", "to", *TYPED})


@staff_page(Permission.WRITE_MESSAGES)
def message(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose what to write, read it as it would go, and send it."""
    return with_request(request, reference, "write_message", lambda asked: _message(request, asked))


@staff_page(Permission.WRITE_MESSAGES)
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter that would go, a PDF."""
    return with_request(request, reference, "write_message", lambda asked: _letter(request, asked))


def _message(request: HttpRequest, asked: Request) -> HttpResponse:
    if request.method != "POST":
        chosen = addressee(asked.case)
        return _show(request, asked, Wanted(channel=chosen.channel, to=chosen.to))
    wanted = _wanted(request)
    try:
        made = composed(asked.case, wanted, on=timezone.localdate())
        may_go = made.draft.may_go or made.draft.needs_only_a_look
        if "send" not in request.POST or not may_go:
            return _show(request, asked, wanted, made)
        return _send(request, asked, wanted, made)
    except Refused as problem:
        return _show(request, asked, wanted, problem=problem)


def _send(request: HttpRequest, asked: Request, wanted: Wanted, made: Composed) -> HttpResponse:
    messages.queue(
        case=asked.case,
        template=wanted.wording,
        channel=made.draft.channel,
        to=wanted.to,
        personalisation=made.personalisation,
        safe_contact=made.addressee.safe_contact,
        council=made.sending.council,
        asked_now=wanted.asked_now,
        language=made.sending.language,
        format=made.sending.format,
        unmet=made.sending.unmet,
        key=uuid(request.POST, "key") or uuid4(),
        by=current(),
        on=timezone.localdate(),
    )
    return redirect("contact:request", reference=asked.reference)


def _letter(request: HttpRequest, asked: Request) -> HttpResponse:
    if request.method != "POST":
        return redirect("contact:message", reference=asked.reference)
    try:
        made = composed(asked.case, _wanted(request), on=timezone.localdate())
    except Refused as problem:
        return _show(request, asked, _wanted(request), problem=problem)
    if made.draft.channel is not Channel.LETTER:
        return _show(request, asked, _wanted(request), made)
    return HttpResponse(outbox.letter(made.draft), content_type="application/pdf")


def _wanted(request: HttpRequest) -> Wanted:
    """What was chosen and typed."""
    sent, channel = request.POST, field(request.POST, "channel")
    return Wanted(
        wording=field(sent, "wording"),
        channel=Channel(channel) if channel in set(Channel) else None,
        to=field(sent, "to"),
        typed={name: field(sent, name) for name in TYPED},
        asked_now="asked_now" in sent,
    )


def _show(
    request: HttpRequest,
    asked: Request,
    wanted: Wanted,
    made: Composed | None = None,
    problem: Refused | None = None,
) -> HttpResponse:
    where = problem.code if problem and problem.code in _FIELDS else "to"
    errors = [{"text": problem.sentence, "href": f"#{where}"}] if problem else []
    context: dict[str, Any] = {
        "asked": asked,
        "wanted": wanted,
        "made": made,
        "offered": offered(asked.case),
        "ways": [each for each in Channel if outbox.can_send_by(each)],
        "templates": words.TEMPLATES,
        "channels": words.CHANNELS,
        "asked_for": words.asked_for,
        "held_words": words.HELD,
        "key": uuid4(),
        "errors": errors,
        "wrong": {where: problem.sentence} if problem else {},
    }
    return render(request, "contact/message.html", context, status=422 if problem else 200)
