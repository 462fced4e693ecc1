"""Asking for help: a short questionnaire, one page at a time, that may be left and come back to."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import actions, queries
from onward.policy.holidays import bank_holidays_near
from onward.public.checking import show_check
from onward.public.residents import as_resident, held, hold, let_go, token
from onward.public.taking import take
from onward.public.walking import At, find, show_first, where_it_stands
from onward.public.walks import REQUEST
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers
from onward.records.principal import acting_as, current
from onward.records.refusals import Refused
from onward.vocabulary.contact import State, Wish
from onward.vocabulary.principals import Principal
from onward.web.here import here
from onward.web.typed import uuid


@as_resident
def begin(request: HttpRequest, case: UUID) -> HttpResponse:
    """A request begins with its first page. One that was sent is let go; one for a call may be written instead."""
    draft = queries.draft(case)
    if draft and draft.state is not State.DRAFT:
        let_go(request)
    elif draft and draft.wish is Wish.RING:
        if request.method != "POST":
            return render(request, "public/instead.html", {"draft": token(case)})
        on = timezone.localdate()
        actions.ask_for(case=case, wish=Wish.ADVICE, council=here(), by=current(), on=on)
    first = pages.pages(REQUEST.form(None), REQUEST.first)[0]
    return redirect(REQUEST.page(first.link_id))


@as_resident
def page(request: HttpRequest, case: UUID, page: str) -> HttpResponse:
    """One page of the questionnaire."""
    at = find(REQUEST, case, page)
    if not isinstance(at, At):
        return at
    return take(request, at) if request.method == "POST" else show_first(request, at)


@as_resident
def check(request: HttpRequest, case: UUID) -> HttpResponse:
    """Everything that was answered, to be checked and sent."""
    filling = REQUEST.filling(case)
    if filling is None:
        return redirect(REQUEST.to("start"))
    if filling.sent_on:
        return redirect(REQUEST.to("sent"))
    if pages.first_unfinished(filling.form, filling.answers, today=timezone.localdate()):
        return where_it_stands(REQUEST, filling)
    if request.method == "POST":
        return _send(request, case)
    hold(request, case)
    return show_check(request, REQUEST, filling)


@as_resident
def sent(request: HttpRequest, case: UUID) -> HttpResponse:
    """It was sent: the reference and the code, what happens next, and services near."""
    tracked = queries.tracked(case)
    if tracked is None:
        return redirect(REQUEST.to("start"))
    context = {
        "tracked": tracked,
        "code": queries.code(case),
        "services": queries.services_for(case)[:3],
        "said": queries.said_of(case),
        "attribution": queries.attribution(),
        "caring": queries.caring(case),
        "ring": queries.ring_now(case),
    }
    return render(request, "public/sent.html", context)


def assessment(request: HttpRequest) -> HttpResponse:
    """Anybody may ask for an assessment (Care Act 2014 s9)."""
    return _wish(request, Wish.ASSESSMENT, "public/assessment.html")


def carer(request: HttpRequest) -> HttpResponse:
    """Anybody who looks after somebody may ask for an assessment of their own (Care Act 2014 s10)."""
    return _wish(request, Wish.CARER_ASSESSMENT, "public/carer.html")


def ring(request: HttpRequest) -> HttpResponse:
    """Anybody may simply ask to be rung."""
    return _wish(request, Wish.RING, "public/ring.html")


def _told_before(request: HttpRequest, case: UUID, wish: Wish) -> Answers:
    """What a carer told when they asked for another in this browser, so that it is told once."""
    before = held(request)
    if wish is not Wish.CARER_ASSESSMENT or before is None or before == case:
        return {}
    with acting_as(Principal.resident(before)):
        return queries.told_as_a_carer(before) if queries.tracked(before) else {}


@as_resident
def _wish(request: HttpRequest, case: UUID, wish: Wish, template: str) -> HttpResponse:
    draft, on = queries.draft(case), timezone.localdate()
    if draft and draft.state is not State.DRAFT:  # what was sent stays; this is a new one
        return render(request, template, {"draft": token(uuid4()), "draft_begun": False})
    if request.method != "POST":
        return render(request, template, {"draft": token(case), "draft_begun": draft is not None})
    if draft:
        actions.ask_for(case=case, wish=wish, council=here(), by=current(), on=on)
    else:
        told = _told_before(request, case, wish)
        actions.begin(case=case, wish=wish, council=here(), key=case, by=current(), on=on, told=told)
    hold(request, case)
    return where_it_stands(REQUEST, REQUEST.filling(case))


def _send(request: HttpRequest, case: UUID) -> HttpResponse:
    on, key = timezone.localdate(), uuid(request.POST, "key")
    if key is None:
        return redirect(REQUEST.to("check"))
    try:
        actions.send(
            case=case,
            council=here(),
            holidays=bank_holidays_near(on),
            key=key,
            by=current(),
            on=on,
            at=timezone.now(),
        )
    except Refused as problem:
        if problem.code != "not_now":
            raise
        # Another window was quicker: what it sent is what is shown.
    hold(request, case)
    return redirect(REQUEST.to("sent"))
