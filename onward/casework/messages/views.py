"""The outbox: what waits, was sent, failed or is held, and why; and putting right what failed."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.messages import actions, queries, words
from onward.casework.messages.forms import AgainForm, MoveForm
from onward.casework.messages.queries import MessageSeen
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel, State
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page

Errors = list[dict[str, str]]


@staff_page(Permission.SEE_OUTBOX)
def outbox(request: HttpRequest) -> HttpResponse:
    """The newest messages of cases that one may see, all or those in one state."""
    looked(at_what="outbox", why="outbox")
    state = State(request.GET["state"]) if request.GET.get("state") in list(State) else None
    rows = queries.newest(state)
    context = {
        "rows": rows,
        "names": records.staff_names({each.posted_by for each in rows}),
        "most": queries.MOST,
        "state": state,
        "counts": queries.counts(),
        "set_up": queries.can_send(),
        # What the demonstration's own service took stands in for the telephones and mailboxes that it does not reach.
        "taken": queries.taken_by_the_service() if settings.DEMO else None,
    }
    return render(request, "outbox/outbox.html", context | _WORDS)


@staff_page(Permission.SEE_OUTBOX)
def message(request: HttpRequest, message: UUID) -> HttpResponse:
    """One message: what it says, what became of it, and what can be done."""
    return _with_message(request, message, "read_message", lambda seen: _show(request, seen))


@staff_page(Permission.SEND_MESSAGES)
def release(request: HttpRequest, message: UUID) -> HttpResponse:
    """Let a held message go."""
    return _take(request, message, "release_message", MoveForm, actions.release)


@staff_page(Permission.SEE_OUTBOX)
def letter(request: HttpRequest, message: UUID) -> HttpResponse:
    """The letter as it goes, or went, to look at and to print."""
    return _with_message(request, message, "read_message", _letter)


@staff_page(Permission.SEND_MESSAGES)
def posted(request: HttpRequest, message: UUID) -> HttpResponse:
    """Say that a letter was printed and put in the post."""
    noted = partial(actions.note_posted, at=timezone.now())
    return _take(request, message, "post_letter", MoveForm, noted)


@staff_page(Permission.SEE_OUTBOX)
def taken(request: HttpRequest, number: UUID) -> HttpResponse:
    """A letter as the demonstration's own service took it; nowhere else."""
    found = queries.letter_taken(str(number)) if settings.DEMO else None
    if found is None:
        return not_found(request, at_what="letter taken", why="read_message")
    looked(at_what="letter taken", why="read_message")
    return _pdf(found)


@staff_page(Permission.SEND_MESSAGES)
def again(request: HttpRequest, message: UUID) -> HttpResponse:
    """Send a failed message again, to an address put right."""
    return _take(request, message, "send_again", AgainForm, actions.send_again)


def _take(
    request: HttpRequest, message: UUID, why: str, form: type[forms.Form], do: Callable[..., object]
) -> HttpResponse:
    if request.method != "POST":
        return redirect("outbox:message", message=message)

    def then(seen: MessageSeen) -> HttpResponse:
        sent = form(request.POST)
        if not sent.is_valid():
            return _show(request, seen, [_error(name, str(texts[0])) for name, texts in sent.errors.items()])
        try:
            do(message=seen.id, **sent.cleaned_data, by=current(), on=timezone.localdate())
        except Refused as problem:
            return _show(request, seen, [_error("to", problem.sentence)])
        return redirect("outbox:outbox")

    return _with_message(request, message, why, then)


def _show(request: HttpRequest, seen: MessageSeen, errors: Errors | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "each": seen,
        "names": records.staff_names({seen.posted_by}),
        "typed": request.POST.get("to", seen.to),
        "key": request.POST.get("key") or uuid4(),
        "errors": errors or [],
        "wrong": {each["href"][1:]: each["text"] for each in errors or []},
    }
    return render(request, "outbox/message.html", context | _WORDS, status=422 if errors else 200)


def _letter(seen: MessageSeen) -> HttpResponse:
    if seen.channel is not Channel.LETTER:
        raise Http404
    return _pdf(queries.letter(seen))


def _pdf(content: bytes) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="letter.pdf"'},
    )


def _with_message(
    request: HttpRequest, message: UUID, why: str, then: Callable[[MessageSeen], HttpResponse]
) -> HttpResponse:
    """Open the message, writing down who looked and what for; refused and found nothing look the same."""
    seen = queries.message(message)
    if seen is None:
        return not_found(request, at_what="message", why=why)
    looked(at_what="message", why=why, case=seen.case)
    return then(seen)


def _error(name: str, text: str) -> dict[str, str]:
    return {"text": text, "href": f"#{name if name == 'to' else 'main-content'}"}


_WORDS: dict[str, Any] = {
    "channels": words.CHANNELS,
    "states": words.STATES,
    "templates": words.TEMPLATES,
    "held_words": words.HELD,
    "problems": words.PROBLEMS,
    "on_the_way": words.ON_THE_WAY,
    "asked_for": words.asked_for,
}
