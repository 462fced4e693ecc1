"""How did it go? Three questions on one page, six weeks after advice. “Look again” asks for an assessment."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering.forms import SIX_WEEKS, in_force
from onward.casework.followup import actions, queries
from onward.public.residents import as_resident, hold, token
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import Problem, problems
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.web.here import here
from onward.web.questions import fields
from onward.web.questions.building import questions
from onward.web.questions.summary import summary
from onward.web.typed import uuid


@as_resident
def six_weeks(request: HttpRequest, case: UUID) -> HttpResponse:
    """The questions, and the thanks."""
    if not queries.may_answer(case):
        return redirect("public:status")
    form = in_force(SIX_WEEKS, timezone.localdate())
    if request.method != "POST":
        return _show(request, case, form, {})
    given = fields.sent(form.items, request.POST).answers
    wrong = problems(form, given, today=timezone.localdate())
    if wrong:
        return _show(request, case, form, given, wrong)
    try:
        actions.answer(
            case=case,
            given=given,
            keep_months=here().keep_drafts_months,
            key=uuid(request.POST, "key") or uuid4(),
            by=current(),
            on=timezone.localdate(),
        )
    except Refused as problem:
        if problem.code != "not_now":
            raise
    hold(request, case)
    return redirect("public:status")


def _show(
    request: HttpRequest, case: UUID, form: Questionnaire, given: Answers, wrong: list[Problem] | None = None
) -> HttpResponse:
    (page,) = form.items
    context = {
        "page": page,
        "questions": questions(form, page, given, wrong or ()),
        "errors": summary(wrong or ()),
        "draft": token(case),
        "key": uuid4(),
    }
    return render(request, "public/six_weeks.html", context, status=422 if wrong else 200)
