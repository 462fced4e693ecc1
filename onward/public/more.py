"""Telling us more: the self-assessment written after a request was sent, and finished when one likes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering import actions, queries
from onward.casework.answering.seen import Fact, Filling
from onward.journey.contact import actions as sending
from onward.journey.contact import queries as contacts
from onward.public.checking import show_check
from onward.public.offering import source
from onward.public.residents import as_resident, hold, token
from onward.public.taking import take
from onward.public.walking import At, find, first_to_ask, show_first, where_it_stands
from onward.public.walks import MORE
from onward.questionnaires import pages
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.contact import State
from onward.web.here import here
from onward.web.questions.words import shown_answer
from onward.web.typed import number, uuid


@as_resident
def begin(request: HttpRequest, case: UUID) -> HttpResponse:
    """What it is for, and that it is written together; it begins on a button."""
    draft = contacts.draft(case)
    if draft is None or draft.state is State.DRAFT:
        return render(request, "public/more_later.html", {"draft_begun": draft is not None})
    filling = MORE.filling(case)
    if filling and filling.sent_on:
        return redirect(MORE.to("sent"))
    if request.method != "POST":
        return render(request, "public/more.html", {"begun": filling, "draft": token(case)})
    hold(request, case)
    filling = MORE.begun(case)
    if queries.agreed(filling, queries.told(filling)):
        return redirect("public:more-known")
    return where_it_stands(MORE, filling)


@as_resident
def known(request: HttpRequest, case: UUID) -> HttpResponse:
    """What was told already, to be confirmed all at once; what was told differently is asked on its own page."""
    filling = MORE.filling(case)
    if filling is None or filling.sent_on:
        return redirect(MORE.to("start"))
    found = queries.agreed(filling, queries.told(filling))
    if request.method == "POST" and "confirm" in request.POST:
        hold(request, case)
        return _confirm(request, filling)
    if request.method == "POST" or not found:
        return redirect(MORE.page(pages.pages(filling.form, filling.answers)[0].link_id))
    rows = [(filling.form.item(key), _shown(filling, key, each), source(each)) for key, each in found.items()]
    return render(
        request, "public/known.html", {"rows": rows, "draft": token(case), "version": filling.version}
    )


@as_resident
def page(request: HttpRequest, case: UUID, page: str) -> HttpResponse:
    """One page of it."""
    if MORE.filling(case) is None:
        return redirect(MORE.to("start"))
    at = find(MORE, case, page)
    if not isinstance(at, At):
        return at
    return take(request, at) if request.method == "POST" else show_first(request, at)


@as_resident
def check(request: HttpRequest, case: UUID) -> HttpResponse:
    """Everything that was answered, to be checked and sent. Much of it may be empty."""
    filling = MORE.filling(case)
    if filling is None:
        return redirect(MORE.to("start"))
    if filling.sent_on:
        return redirect(MORE.to("sent"))
    if pages.first_unfinished(filling.form, filling.answers, today=timezone.localdate()):
        return where_it_stands(MORE, filling)
    if request.method == "POST":
        return _send(request, case)
    hold(request, case)
    return show_check(request, MORE, filling)


@as_resident
def sent(request: HttpRequest, case: UUID) -> HttpResponse:
    """It was sent: what happens next."""
    filling, tracked = MORE.filling(case), contacts.tracked(case)
    if filling is None or filling.sent_on is None or tracked is None:
        return redirect(MORE.to("start"))
    context = {
        "filling": filling,
        "tracked": tracked,
        "caring": contacts.caring(case),
        "ring": contacts.ring_now(case),
    }
    return render(request, "public/more_sent.html", context)


def _confirm(request: HttpRequest, filling: Filling) -> HttpResponse:
    keys = [key for key in request.POST.getlist("right") if key in filling.form.by_link_id]
    actions.confirm(
        case=filling.case,
        name=MORE.name,
        keys=keys,
        version=number(request.POST, "version"),
        keep_months=here().keep_drafts_months,
        by=current(),
        on=timezone.localdate(),
    )
    now = MORE.begun(filling.case)
    return first_to_ask(MORE, now, pages.pages(now.form, now.answers)[0])


def _send(request: HttpRequest, case: UUID) -> HttpResponse:
    key = uuid(request.POST, "key")
    if key is None:
        return redirect(MORE.to("check"))
    try:
        sending.send_more(case=case, name=MORE.name, key=key, by=current(), on=timezone.localdate())
    except Refused as problem:
        if problem.code != "not_now":
            raise
        # Another window was quicker: what it sent is what is shown.
    hold(request, case)
    return redirect(MORE.to("sent"))


def _shown(filling: Filling, key: str, fact: Fact) -> list[str]:
    return shown_answer(filling.form.item(key), fact.values)
