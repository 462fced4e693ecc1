"""Whose request it is: people who may be the same, and a new person. A person says; software only finds."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import actions, deciding, queries
from onward.journey.contact.forms import MatchForm, NewPersonForm
from onward.journey.contact.seen import Request
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused

Errors = list[dict[str, str]]


def show(
    request: HttpRequest, asked: Request, *, typed: dict[str, Any] | None = None, errors: Errors | None = None
) -> HttpResponse:
    """Likely the same people, and the form for a new one, filled with what was said or what was typed."""
    said = asked.said
    found, elsewhere = records.find_people(
        why="match_request",
        given_name=said.given_name,
        family_name=said.family_name,
        born_on=said.born_on,
        postcode=said.postcode,
    )
    context = {
        "asked": asked,
        "found": found,
        "elsewhere": elsewhere,
        "typed": typed or _as_said(asked),
        "key": uuid4(),
        "decision": deciding.typed(request),
        "errors": errors or [],
        "wrong": {each["href"][1:]: each["text"] for each in errors or []},
    }
    return render(request, "contact/match.html", context, status=422 if errors else 200)


def take(request: HttpRequest, asked: Request) -> HttpResponse:
    """Take what was chosen or typed, or show the page again with it."""
    new = "given_name" in request.POST
    typed = request.POST.dict() if new else None
    sent = NewPersonForm(request.POST) if new else MatchForm(request.POST)
    if not sent.is_valid():
        errors = [{"text": str(texts[0]), "href": f"#{name}"} for name, texts in sent.errors.items()]
        return show(request, asked, typed=typed, errors=errors)
    done = actions.match_new if new else actions.match
    try:
        done(case=asked.case, **sent.cleaned_data, by=current(), on=timezone.localdate())
    except Refused as problem:
        now = queries.request(asked.reference) or asked
        return show(request, now, typed=typed, errors=[{"text": problem.sentence, "href": "#main-content"}])
    return _back_to_the_decision(request, asked)


def _back_to_the_decision(request: HttpRequest, asked: Request) -> HttpResponse:
    """The request, and in its form whatever of a decision was written before."""
    decision, now = deciding.typed(request), queries.request(asked.reference)
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
