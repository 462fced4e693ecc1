"""The reckoner's page: the questions, and what comes of them. Answers travel in the form and are kept nowhere."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from onward.policy.charging import ENGLAND
from onward.policy.charging_councils import policy
from onward.public.reckoning import form as asked
from onward.public.reckoning.showing import shown
from onward.public.reckoning.supposing import Suppose, suppose
from onward.public.reckoning.working import answers as work_out
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import Problem, kept
from onward.web.here import council_code
from onward.web.questions import fields
from onward.web.questions.building import questions
from onward.web.questions.fields import Sent
from onward.web.questions.summary import summary

CHANGE, SUPPOSE = "change", "suppose"
_OURS = frozenset({"csrfmiddlewaretoken", "back", CHANGE, SUPPOSE})


def reckoner(request: HttpRequest) -> HttpResponse:
    """The questions; what they come to; or the questions again, with what is wrong or to be changed."""
    form, on = asked.form(), timezone.localdate()
    if request.method != "POST":
        return _ask(request, form, {})
    sent = fields.sent(form.items, request.POST)
    if CHANGE in request.POST:
        return _ask(request, form, sent.answers, sent=sent)
    given = kept(form, sent.answers, today=on)
    if wrong := asked.wrong(form, given, on):
        return _ask(request, form, sent.answers, wrong, sent)
    return _show(request, given)


def _ask(
    request: HttpRequest,
    form: Questionnaire,
    given: Answers,
    wrong: Sequence[Problem] = (),
    sent: Sent | None = None,
) -> HttpResponse:
    (page,) = form.items
    context = {
        "page": page,
        "questions": questions(form, page, given, wrong, sent=sent),
        "errors": summary(wrong),
    }
    return render(request, "public/reckoner.html", context, status=422 if wrong else 200)


def _show(request: HttpRequest, given: Answers) -> HttpResponse:
    supposed = Suppose.read(request.POST.get(SUPPOSE))
    as_supposed = suppose(given, supposed)
    found = work_out(as_supposed, policy(council_code() or ENGLAND), timezone.localdate())
    context: dict[str, Any] = {
        **shown(found, as_supposed),
        "carried": _carried(request.POST),
        "supposed": supposed,
        "may_suppose": Suppose.other(given) if supposed is None else None,
    }
    return render(request, "public/reckoned.html", context)


def _carried(data: QueryDict) -> list[tuple[str, str]]:
    """What was answered, as fields of the next form."""
    return [(name, value) for name, values in data.lists() if name not in _OURS for value in values]
