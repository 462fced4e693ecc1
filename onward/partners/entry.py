"""A provider's own entry in the directory: what is shown, and how it should be. An editor decides."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.introducing.pages import errors_of
from onward.casework.links.queries import LinkSeen
from onward.directory import claiming, claims
from onward.directory.claims import ClaimSeen
from onward.directory.words import CAPACITIES, FIELDS
from onward.records.actions import note_look
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.web.typed import field

LONG = frozenset({"description", "opening_hours", "fees", "eligibility", "referral"})
_PLACES = {"bad_address": "email", "no_age": "minimum_age", "no_name": "name", "no_link": "website"}


def page(request: HttpRequest, link: LinkSeen) -> HttpResponse:
    """Show the entry, or take what it should say."""
    claim = claims.claim(link.about)
    shown = claims.entry(claim.service_id) if claim and claim.is_open else {}
    if claim is None or not shown:
        return render(request, "partners/closed.html", status=404)
    note_look(road="link", at_what="own entry", why="introduced")
    wrong = _amend(request, claim.id, shown) if request.method == "POST" else None
    if wrong == {}:
        return redirect(f"{request.path}#asked")
    return _show(request, claim, shown, wrong or {})


def _amend(request: HttpRequest, claim: UUID, shown: dict[str, str]) -> dict[str, str]:
    """Take what the entry should say; gives what is wrong with it, by field."""
    news = {name: field(request.POST, name) for name in shown if name in request.POST}
    try:
        claiming.amend(claim=claim, news=news, by=current(), on=timezone.localdate())
    except Refused as problem:
        return {_PLACES.get(problem.code, "name"): problem.sentence}
    return {}


def _show(
    request: HttpRequest, claim: ClaimSeen, shown: dict[str, str], wrong: dict[str, str]
) -> HttpResponse:
    asked = claims.amendments(claim=claim.id)
    waiting = next((each for each in asked if each.decided_on is None), None)
    news = {name: after for name, (_before, after) in waiting.changes.items()} if waiting else {}
    typed = {name: field(request.POST, name) for name in shown if name in request.POST}
    context = {
        "claim": claim,
        "rows": [(name, FIELDS[name], (shown | news | typed)[name], name in LONG) for name in shown],
        "capacities": CAPACITIES,
        "waiting": waiting,
        "decided": [each for each in asked if each.decided_on],
        "labels": FIELDS,
        "wrong": wrong,
        "errors": errors_of(wrong),
    }
    return render(request, "partners/entry.html", context, status=422 if wrong else 200)
