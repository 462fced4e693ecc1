"""The forms in force, and each of them in every shape. Nothing is kept: there is nobody whom it would be about."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.questionnaires.validity import problems
from onward.staff.forms import samples, trying
from onward.staff.forms.found import Form, find, forms
from onward.vocabulary.roles import Permission
from onward.web.access import staff_page
from onward.web.questions import fields
from onward.web.questions.building import questions
from onward.web.questions.captions import caption, may_be_skipped
from onward.web.questions.paper.printing import pdf
from onward.web.questions.paper.styles import STYLES
from onward.web.questions.reading import Change, answered_only, read
from onward.web.questions.summary import summary
from onward.web.questions.whole import whole

Shape = Callable[[HttpRequest, Form], HttpResponse]


@staff_page(Permission.SEE_FORMS)
def listed(request: HttpRequest) -> HttpResponse:
    """Every form in force: since when, whose it is, and what is found wrong with it."""
    return render(request, "staff/forms/listed.html", {"forms": forms()})


@staff_page(Permission.SEE_FORMS)
def form(request: HttpRequest, name: str) -> HttpResponse:
    """One form: what is found wrong with it, and its shapes."""
    found = find(name)
    return render(request, "staff/forms/form.html", {"found": found}) if found else _no_form(request)


@staff_page(Permission.SEE_FORMS)
def shape(request: HttpRequest, name: str, shape: str) -> HttpResponse:
    """One form in one of its shapes."""
    found = find(name)
    if found is None or not (shape in STYLES or shape in _SHAPES):
        return _no_form(request)
    if shape in STYLES:
        return pdf(found.form, STYLES[shape], on=timezone.localdate())
    return _SHAPES[shape](request, found)


def _pages(request: HttpRequest, found: Form) -> HttpResponse:
    form = found.form
    tried = trying.go_on(form, request.POST) if request.method == "POST" else trying.begin(form)
    context: dict[str, object] = {"found": found, "tried": tried, "errors": summary(tried.problems)}
    if tried.page is None:
        said = [Change(key, values, timezone.localdate(), _("you")) for key, values in tried.answers.items()]
        return render(request, "staff/forms/end.html", {**context, "parts": answered_only(read(form, said))})
    context |= {
        "questions": questions(form, tried.page, tried.answers, tried.problems, sent=tried.sent),
        "caption": caption(form, tried.page),
        "may_skip": may_be_skipped(tried.page),
    }
    return render(request, "staff/forms/page.html", context, status=422 if tried.problems else 200)


def _whole(request: HttpRequest, found: Form) -> HttpResponse:
    form, today = found.form, timezone.localdate()
    sent = fields.sent(form.items, request.POST) if request.method == "POST" else None
    answers = fields.merged(form.items, samples.unseen(form), sent.answers if sent else {})
    wrong = (
        problems(form, answers, today=today) if sent and "finish" in request.POST and not sent.changed else []
    )
    context = {
        "found": found,
        "whole": whole(form, answers, wrong, sent=sent),
        "errors": summary(wrong),
        "finished": "finish" in request.POST and not wrong,
    }
    return render(request, "staff/forms/whole.html", context, status=422 if wrong else 200)


def _reading(request: HttpRequest, found: Form) -> HttpResponse:
    parts = read(found.form, samples.changes(found.form, timezone.localdate()))
    return render(request, "staff/forms/reading.html", {"found": found, "parts": parts})


def _no_form(request: HttpRequest) -> HttpResponse:
    return render(request, "problems/no_page.html", status=404)


_SHAPES: dict[str, Shape] = {"pages": _pages, "whole": _whole, "reading": _reading}
