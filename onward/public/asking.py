"""Asking for help: a short questionnaire, one page at a time, that may be left and come back to in this browser."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import actions, queries
from onward.journey.contact.answers import form
from onward.policy.holidays import bank_holidays_near
from onward.public.answering import answered, show, take, where_it_stands
from onward.public.residents import as_resident, hold, let_go, token
from onward.questionnaires import pages
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.contact import State, Wish
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
        actions.ask_for(case=case, wish=Wish.ADVICE, by=current(), on=timezone.localdate())
    return redirect("public:page", page=pages.pages(form(), {"wish": (Wish.ADVICE,)})[0].link_id)


@as_resident
def page(request: HttpRequest, case: UUID, page: str) -> HttpResponse:
    """One page of the questionnaire."""
    asked = next((each for each in form().items if each.link_id == page and not each.hidden), None)
    if asked is None:
        raise Http404
    draft = queries.draft(case)
    if draft and draft.state is not State.DRAFT:
        return redirect("public:sent")
    answers = draft.answers if draft else {"wish": (Wish.ADVICE.value,)}
    if asked not in pages.pages(form(), answers):
        return where_it_stands(answers)
    if request.method != "POST":
        return show(request, case, asked, answers, version=draft.version if draft else 0)
    return take(request, case, asked, draft)


@as_resident
def check(request: HttpRequest, case: UUID) -> HttpResponse:
    """Everything that was answered, to be checked and sent."""
    draft = queries.draft(case)
    if draft is None:
        return redirect("public:help")
    if draft.state is not State.DRAFT:
        return redirect("public:sent")
    if pages.first_unfinished(form(), draft.answers, today=timezone.localdate()):
        return where_it_stands(draft.answers)
    if request.method == "POST":
        return _send(request, case)
    hold(request, case)
    shown = [(each, answered(each, draft.answers)) for each in pages.pages(form(), draft.answers)]
    return render(request, "public/check.html", {"pages": shown, "draft": token(case), "key": uuid4()})


@as_resident
def sent(request: HttpRequest, case: UUID) -> HttpResponse:
    """It was sent: the reference and the code, what happens next, and services near."""
    tracked = queries.tracked(case)
    if tracked is None:
        return redirect("public:help")
    draft = queries.draft(case)
    services = queries.services_for(case)[:3]
    return render(
        request,
        "public/sent.html",
        {
            "tracked": tracked,
            "code": queries.code(case),
            "services": services,
            "said": draft and queries.said_of(draft),
            "attribution": queries.attribution(),
        },
    )


def assessment(request: HttpRequest) -> HttpResponse:
    """Anybody may ask for an assessment (Care Act 2014 s9)."""
    return _wish(request, Wish.ASSESSMENT, "public/assessment.html")


def ring(request: HttpRequest) -> HttpResponse:
    """Anybody may simply ask to be rung."""
    return _wish(request, Wish.RING, "public/ring.html")


@as_resident
def _wish(request: HttpRequest, case: UUID, wish: Wish, template: str) -> HttpResponse:
    draft = queries.draft(case)
    if draft and draft.state is not State.DRAFT:  # what was sent stays; this is a new one
        return render(request, template, {"draft": token(uuid4()), "draft_begun": False})
    if request.method != "POST":
        return render(request, template, {"draft": token(case), "draft_begun": draft is not None})
    if draft:
        actions.ask_for(case=case, wish=wish, by=current(), on=timezone.localdate())
    else:
        actions.begin(case=case, wish=wish, key=case, by=current(), on=timezone.localdate())
    hold(request, case)
    begun = queries.draft(case)
    return where_it_stands(begun.answers if begun else {})


def _send(request: HttpRequest, case: UUID) -> HttpResponse:
    on, key = timezone.localdate(), uuid(request.POST, "key")
    if key is None:
        return redirect("public:check")
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
    return redirect("public:sent")
