"""Somebody was introduced to a service: what they agreed that it is told, and how the service says how it goes."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.introducing import actions, queries
from onward.casework.introducing.forms import AnswerForm
from onward.casework.introducing.pages import errors_of, wrong_of
from onward.casework.introducing.queries import Introduced
from onward.casework.introducing.words import ANSWERS
from onward.casework.links.queries import LinkSeen
from onward.records.principal import current
from onward.records.refusals import Refused

Wrong = dict[str, str]


def page(request: HttpRequest, link: LinkSeen) -> HttpResponse:
    """Show it, or take an answer. Every look is written down."""
    seen = queries.held(link.about)
    if seen is None or link.case is None:
        return render(request, "partners/closed.html", status=404)
    actions.note_look(case=link.case)
    wrong = _answer(request, seen) if request.method == "POST" else None
    if wrong == {}:
        return redirect(request.path)
    return _show(request, seen, wrong or {})


def _answer(request: HttpRequest, seen: Introduced) -> Wrong:
    """Take an answer; gives what is wrong with it, by field."""
    sent = AnswerForm(request.POST)
    if not sent.is_valid():
        return wrong_of(sent)
    try:
        actions.answer(introduction=seen.id, **sent.cleaned_data, by=current(), on=timezone.localdate())
    except Refused as problem:
        return {"words" if problem.code in ("no_words", "too_long") else "answer": problem.sentence}
    return {}


def _show(request: HttpRequest, seen: Introduced, wrong: Wrong) -> HttpResponse:
    context = {
        "seen": seen,
        "answers": ANSWERS,
        "typed": request.POST.dict(),
        "key": request.POST.get("key") or uuid4(),
        "wrong": wrong,
        "errors": errors_of(wrong),
    }
    return render(request, "partners/introduced.html", context, status=422 if wrong else 200)
