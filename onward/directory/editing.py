"""The editor's pages for providers who keep their own entry: who may, and what of their changes is shown."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.directory import claiming, claims
from onward.directory.words import FIELDS
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.typed import field, fields, number


@staff_page(Permission.EDIT_DIRECTORY)
def claim(request: HttpRequest, claim: UUID) -> HttpResponse:
    """Let somebody in whose address we do not know, or refuse or end that somebody keeps an entry."""
    seen = claims.claim(claim)
    if seen is None:
        return not_found(request, at_what="claim", why="daily_work")
    if request.method == "POST":
        act = claiming.let_in if field(request.POST, "decision") == "let_in" else claiming.close_claim
        act(claim=claim, version=number(request.POST, "version"), by=current(), on=timezone.localdate())
    return redirect("directory:desk")


@staff_page(Permission.EDIT_DIRECTORY)
def amendment(request: HttpRequest, amendment: UUID) -> HttpResponse:
    """What a provider asks for, before and after: take all, some or none, with words back to them."""
    seen = claims.amendment(amendment)
    if seen is None:
        return not_found(request, at_what="amendment", why="daily_work")
    problem = ""
    if request.method == "POST":
        try:
            claiming.decide(
                amendment=amendment,
                take=fields(request.POST, "take"),
                words=field(request.POST, "words"),
                version=number(request.POST, "version"),
                by=current(),
                on=timezone.localdate(),
            )
            return redirect("directory:desk")
        except Refused as refused:
            problem = refused.sentence
    looked(at_what="amendment", why="daily_work")
    context = {"seen": seen, "labels": FIELDS, "problem": problem, "words": field(request.POST, "words")}
    return render(request, "directory/amendment.html", context, status=409 if problem else 200)
