"""Whose request it is: people and requests that may be the same, and a new person. A person says; software finds."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.journey.contact import actions, alike, deciding, huddle, queries, whose
from onward.journey.contact.forms import MatchForm, NewPersonForm, NhsNumberForm, SameRequestForm
from onward.journey.contact.seen import Request
from onward.journey.contact.words import LIKE, LIKENESS
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.web.typed import field

Errors = list[dict[str, str]]
# What is sent with each way of saying whose it is, and what is done with it.
_WAYS: dict[str, tuple[type[Form], Callable[..., object]]] = {
    "given_name": (NewPersonForm, actions.match_new),
    "other": (SameRequestForm, whose.same_as_request),
    "person": (MatchForm, actions.match),
}


def show(
    request: HttpRequest,
    asked: Request,
    *,
    typed: dict[str, Any] | None = None,
    errors: Errors | None = None,
    nhs_number: str = "",
) -> HttpResponse:
    """Likely the same people, and the form for a new one, filled with what was said or what was typed."""
    context = {
        "asked": asked,
        "found": alike.find(asked, nhs_number=nhs_number),
        "likeness": LIKENESS,
        "like": LIKE,
        "typed": {**_as_said(asked), "nhs_number": nhs_number, **(typed or {})},
        "key": uuid4(),
        "decision": deciding.typed(request),
        "from_huddle": huddle.came_from(request),
        "errors": errors or [],
        "wrong": {each["href"][1:]: each["text"] for each in errors or []},
    }
    return render(request, "contact/match.html", context, status=422 if errors else 200)


def take(request: HttpRequest, asked: Request) -> HttpResponse:
    """Take what was chosen or typed, or show the page again with it."""
    pressed = request.POST
    if "look" in pressed:
        return _look(request, asked)
    if "apart" in pressed or "together" in pressed:
        return _say_apart(request, asked)
    if "unmatch" in pressed:
        return _do(request, asked, partial(whose.unmatch, version=asked.version), stay=True)
    return _match(request, asked)


def _match(request: HttpRequest, asked: Request) -> HttpResponse:
    chosen = next((field for field in _WAYS if field in request.POST), "person")
    form, done = _WAYS[chosen]
    sent = form(request.POST)
    typed = request.POST.dict() if chosen == "given_name" else None
    if not sent.is_valid():
        errors = [{"text": str(texts[0]), "href": f"#{name}"} for name, texts in sent.errors.items()]
        return show(request, asked, typed=typed, errors=errors)
    return _do(request, asked, partial(done, **sent.cleaned_data), typed)


def _do(
    request: HttpRequest,
    asked: Request,
    done: Callable[..., object],
    typed: dict[str, Any] | None = None,
    *,
    stay: bool = False,
) -> HttpResponse:
    try:
        done(case=asked.case, by=current(), on=timezone.localdate())
    except Refused as problem:
        now = queries.request(asked.reference) or asked
        return show(request, now, typed=typed, errors=[{"text": problem.sentence, "href": "#main-content"}])
    return show(request, queries.request(asked.reference) or asked) if stay else _back(request, asked)


def _look(request: HttpRequest, asked: Request) -> HttpResponse:
    """Search again with an NHS number. It is sent, not put into the address: addresses are written down."""
    sent = NhsNumberForm(request.POST)
    if not sent.is_valid():
        errors = [{"text": str(sent.errors["nhs_number"][0]), "href": "#look-number"}]
        return show(request, asked, typed={"looked": request.POST.get("nhs_number", "")}, errors=errors)
    return show(request, asked, nhs_number=sent.cleaned_data["nhs_number"])


def _say_apart(request: HttpRequest, asked: Request) -> HttpResponse:
    say = whose.say_apart if "apart" in request.POST else whose.take_back_apart
    try:
        other = UUID(field(request.POST, "apart") or field(request.POST, "together"))
    except ValueError:
        problem = _("Something on the page was not understood. Choose again.")
        return show(request, asked, errors=[{"text": problem, "href": "#main-content"}])
    return _do(request, asked, partial(say, other=other), stay=True)


def _back(request: HttpRequest, asked: Request) -> HttpResponse:
    """Where they came from, and in the form there whatever of a decision was written before."""
    decision, now = deciding.typed(request), queries.request(asked.reference)
    if now and huddle.came_from(request):
        return huddle.show(request, now, typed=decision)
    if now is None or not any(decision.values()):
        return redirect("contact:request", reference=asked.reference)
    return deciding.show(request, now, typed=decision)


def _as_said(asked: Request) -> dict[str, Any]:
    said = asked.said
    return {
        "given_name": said.given_name,
        "family_name": said.family_name,
        "born_on": said.born_on.strftime("%d/%m/%Y") if said.born_on else "",
        "postcode": said.postcode,
    }
