"""The editor's pages: what to look at, two services that may be one, one service."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.directory import checking, claims, desk, merging, remarks
from onward.directory.narrowing.facts import facts_of
from onward.directory.narrowing.telling import room
from onward.directory.provenance import FIELDS
from onward.directory.words import CAPACITY, REASONS, WAYS, WRONG, speaker
from onward.directory.words import FIELDS as LABELS
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.directory import Pair, Remark, Way
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.typed import field, number

SIDE_BY_SIDE = (
    "organisation", "name", "description", "category", "address", "postcode", "telephone", "email", "website",
    "opening_hours", "referral", "minimum_age", "maximum_age", "checked_said",
)  # fmt: skip
EDITED = tuple(each for each in FIELDS if each not in ("checked_on", "checked_by", "status", "capacity"))


@staff_page(Permission.EDIT_DIRECTORY)
def index(request: HttpRequest) -> HttpResponse:
    """What waits for the editor."""
    return _desk(request)


def _desk(request: HttpRequest, problem: str = "") -> HttpResponse:
    looked(at_what="directory", why="daily_work")
    context = {
        "problem": problem,
        "counts": desk.counts(),
        "open": desk.pairs(Pair.OPEN),
        "merged": desk.pairs(Pair.MERGED),
        "apart": desk.pairs(Pair.APART),
        "doubtful": desk.doubtful(timezone.localdate()),
        "remarks": remarks.waiting(),
        "WRONG": WRONG,
        "reasons": REASONS,
        "amendments": claims.amendments(),
        "waiting_claims": claims.waiting(),
        "open_claims": claims.open_claims(),
        "labels": LABELS,
    }
    return render(request, "directory/desk.html", context, status=409 if problem else 200)


@staff_page(Permission.EDIT_DIRECTORY)
def compare(request: HttpRequest) -> HttpResponse:
    """Look for services that may be one."""
    if request.method == "POST":
        merging.propose(by=current(), on=timezone.localdate())
    return redirect("directory:desk")


@staff_page(Permission.EDIT_DIRECTORY)
def pair(request: HttpRequest, number_of_pair: int) -> HttpResponse:
    """Two services that may be one, side by side: merge them, keep them apart, or undo that."""
    problem = ""
    if request.method == "POST":
        try:
            _decide(request, number_of_pair)
            return redirect("directory:desk")
        except Refused as refused:
            problem = refused.sentence
    seen = desk.pair(number_of_pair)
    if seen is None:
        return not_found(request, at_what=f"pair {number_of_pair}", why="daily_work")
    looked(at_what="two services", why="daily_work")
    rows = [(name, getattr(seen.first, name), getattr(seen.second, name)) for name in SIDE_BY_SIDE]
    context = {"pair": seen, "rows": rows, "labels": LABELS, "reasons": REASONS, "problem": problem}
    return render(request, "directory/pair.html", context, status=409 if problem else 200)


@staff_page(Permission.EDIT_DIRECTORY)
def remark(request: HttpRequest, remark: UUID) -> HttpResponse:
    """Deal with what somebody told us: it was taken care of, or is not so."""
    decision, version = field(request.POST, "decision"), number(request.POST, "version")
    if request.method == "POST" and decision in (Remark.DONE, Remark.NOT_SO):
        try:
            by, on = current(), timezone.localdate()
            remarks.decide(remark=remark, decision=Remark(decision), version=version, by=by, on=on)
        except Refused as refused:
            return _desk(request, refused.sentence)
    return redirect("directory:desk")


@staff_page(Permission.EDIT_DIRECTORY)
def service(request: HttpRequest, service_id: str) -> HttpResponse:
    """One service: who says what, what was tried, and what the editor says."""
    problem = ""
    if request.method == "POST":
        try:
            _change(request, service_id)
            return redirect("directory:service", service_id=service_id)
        except Refused as refused:
            problem = refused.sentence
    seen = desk.service(service_id)
    if seen is None:
        return not_found(request, at_what="service", why="daily_work")
    looked(at_what="service", why="daily_work")
    context = {
        "seen": seen,
        "edited": [(name, _typed(request, name) or getattr(seen.service, name, "")) for name in EDITED],
        "labels": LABELS,
        "ways": WAYS,
        "CAPACITY": CAPACITY,
        "room": room(facts_of([service_id])[service_id]),
        "speaker": speaker,
        "problem": problem,
    }
    return render(request, "directory/service.html", context, status=409 if problem else 200)


def _decide(request: HttpRequest, proposal: int) -> None:
    version, by, on = number(request.POST, "version"), current(), timezone.localdate()
    match field(request.POST, "decision"):
        case "apart":
            merging.keep_apart(proposal=proposal, version=version, by=by, on=on)
        case "undo":
            merging.undo(proposal=proposal, version=version, by=by, on=on)
        case _:
            keep = field(request.POST, "keep")
            merging.merge(proposal=proposal, keep=keep, version=version, by=by, on=on)


def _change(request: HttpRequest, service_id: str) -> None:
    by, on = current(), timezone.localdate()
    match field(request.POST, "change"):
        case "check":
            way, answered = field(request.POST, "way"), field(request.POST, "answered")
            if way not in set(Way) or answered not in ("yes", "no"):
                raise Refused(_("Choose how you tried it, and whether it is there."), "no_way")
            checking.note_check(service=service_id, way=Way(way), answered=answered == "yes", by=by, on=on)
        case "show_place" | "hide_place" as choice:
            checking.show_place(service=service_id, shown=choice == "show_place", by=by, on=on)
        case "capacity":
            news = {"capacity": field(request.POST, "capacity")}
            checking.edit(service=service_id, news=news, by=by, on=on)
        case "close":
            checking.close(service=service_id, by=by, on=on)
        case "take_back":
            checking.take_back(service=service_id, by=by, on=on)
        case _:
            checking.edit(service=service_id, news=_news(request, service_id), by=by, on=on)


def _news(request: HttpRequest, service_id: str) -> dict[str, str]:
    """What the form says otherwise than what is shown."""
    seen = desk.service(service_id)
    shown = {name: str(getattr(seen.service, name, "") or "") for name in EDITED} if seen else {}
    typed = {name: field(request.POST, name) for name in EDITED if name in request.POST}
    return {name: text for name, text in typed.items() if text != shown.get(name)}


def _typed(request: HttpRequest, name: str) -> str:
    return field(request.POST, name) if request.method == "POST" else ""
