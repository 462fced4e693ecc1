"""Promises of the team: whom to ring, what is broken, due today and coming; and one promise with what can be done."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.promises import actions, agreeing, calling, queries, words
from onward.casework.promises.forms import (
    AskForm,
    AtVersion,
    CallForm,
    DueForm,
    LetGoForm,
    MakeForm,
    MoveForm,
)
from onward.casework.promises.seen import PromiseSeen
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.promises import AgreedHow
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page

Errors = dict[str, str]
MINE, TEAM = "mine", "team"


@staff_page(Permission.SEE_CONTACTS)
def promises(request: HttpRequest) -> HttpResponse:
    """What stands, of the team or one's own."""
    looked(at_what="promises", why="daily_work")
    whose = MINE if request.GET.get("whose") == MINE else TEAM
    found = queries.lists(timezone.localdate(), keeper=str(current()) if whose == MINE else "")
    context = {
        "lists": found,
        "reach": queries.reached([*found.to_ring, *found.broken, *found.today]),
        "names": queries.names(found.all()),
        "whose": whose,
        "new_key": uuid4,
    }
    return render(request, "promises/promises.html", context | _WORDS)


@staff_page(Permission.SEE_CONTACTS)
def promise(request: HttpRequest, promise: UUID) -> HttpResponse:
    """One promise: what became of it, and what can be done."""
    return _with_promise(request, promise, "read_promise", lambda seen: _show(request, seen))


@staff_page(Permission.DECIDE_CONTACTS)
def call(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Record a call."""
    return _take(request, promise, CallForm, calling.record_call)


@staff_page(Permission.DECIDE_CONTACTS)
def done(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Say that it is done."""
    return _take(request, promise, AtVersion, actions.keep)


@staff_page(Permission.DECIDE_CONTACTS)
def take(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Say that one will do it."""
    return _take(request, promise, AtVersion, actions.take, timed=False)


@staff_page(Permission.DECIDE_CONTACTS)
def move(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Move it to a day to which they agreed."""
    return _take(request, promise, MoveForm, actions.move)


@staff_page(Permission.DECIDE_CONTACTS)
def ask(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Ask them on their page for another day."""
    return _take(request, promise, AskForm, agreeing.ask_to_move)


@staff_page(Permission.DECIDE_CONTACTS)
def let_go(request: HttpRequest, promise: UUID) -> HttpResponse:
    """Let it go, with the reason."""
    return _take(request, promise, LetGoForm, actions.let_go)


@staff_page(Permission.DECIDE_CONTACTS)
def make(request: HttpRequest, case: UUID) -> HttpResponse:
    """Promise something in a case."""
    reference = records.reference_seen(case)
    if reference is None:
        return not_found(request, at_what="case", why="make_promise")
    looked(at_what="promises", why="make_promise", case=case)
    if request.method != "POST":
        return _show_make(request, reference, {})
    sent = MakeForm(request.POST)
    if not sent.is_valid():
        return _show_make(request, reference, _texts(sent))
    on, at = timezone.localdate(), timezone.now()
    try:
        actions.make(case=case, **sent.told(), by=current(), on=on, at=at)
    except Refused as problem:
        return _show_make(request, reference, {"due_on": problem.sentence})
    return redirect("promises:promises")


def _take(
    request: HttpRequest,
    promise: UUID,
    form: type[forms.Form],
    do: Callable[..., object],
    *,
    timed: bool = True,
) -> HttpResponse:
    if request.method != "POST":
        return redirect("promises:promise", promise=promise)

    def then(seen: PromiseSeen) -> HttpResponse:
        sent = form(request.POST)
        if not sent.is_valid():
            return _show(request, seen, _texts(sent))
        told = sent.told() if isinstance(sent, DueForm) else sent.cleaned_data
        when = {"at": timezone.now()} if timed else {}
        try:
            do(promise=seen.id, **told, **when, by=current(), on=timezone.localdate())
        except Refused as problem:
            return _show(request, queries.promise(seen.id) or seen, {_place(form): problem.sentence})
        return redirect("promises:promises")

    return _with_promise(request, promise, "change_promise", then)


def _show(request: HttpRequest, seen: PromiseSeen, wrong: Errors | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "each": seen,
        "reach": queries.reached([seen]).get(seen.case),
        "names": queries.names([seen]),
        "ways": {each: text for each, text in words.AGREED_HOW.items() if each is not AgreedHow.SHARED_PAGE},
        "typed": request.POST.dict(),
        "key": request.POST.get("key") or uuid4(),
    }
    return _render(request, "promises/promise.html", context, wrong)


def _show_make(request: HttpRequest, reference: str, wrong: Errors) -> HttpResponse:
    context = {
        "reference": reference,
        "typed": request.POST.dict(),
        "key": request.POST.get("key") or uuid4(),
    }
    return _render(request, "promises/make.html", context, wrong)


def _render(
    request: HttpRequest, template: str, context: dict[str, Any], wrong: Errors | None
) -> HttpResponse:
    errors = [{"text": text, "href": f"#{name}"} for name, text in (wrong or {}).items()]
    told = context | _WORDS | {"errors": errors, "wrong": wrong or {}}
    return render(request, template, told, status=422 if errors else 200)


def _with_promise(
    request: HttpRequest, promise: UUID, why: str, then: Callable[[PromiseSeen], HttpResponse]
) -> HttpResponse:
    """Open the promise, writing down who looked and what for; refused and found nothing look the same."""
    seen = queries.promise(promise)
    if seen is None:
        return not_found(request, at_what="promise", why=why)
    looked(at_what="promise", why=why, case=seen.case)
    return then(seen)


def _texts(sent: forms.Form) -> Errors:
    return {name: str(texts[0]) for name, texts in sent.errors.items()}


def _place(form: type[forms.Form]) -> str:
    """The field beside which a refusal is shown."""
    if issubclass(form, DueForm):
        return "due_on"
    return "reason" if form is LetGoForm else "main-content"


_WORDS: dict[str, Any] = {
    "kinds": words.KINDS,
    "states": words.STATES,
    "reached": words.REACHED,
    "agreed_by": words.AGREED_BY,
    "when": words.WHEN,
}
