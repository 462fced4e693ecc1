"""Asking somebody by voice or from a paper slip how it went: the same three questions, written down by one of us."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering import reach
from onward.casework.answering.forms import SIX_WEEKS, in_force
from onward.casework.followup import actions, queries, words
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import problems
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.followup import NotAsked
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.here import here
from onward.web.questions import fields
from onward.web.questions.building import questions
from onward.web.questions.summary import summary
from onward.web.typed import field, uuid

Errors = list[dict[str, str]]


@staff_page(Permission.DECIDE_CONTACTS)
def follow_up(request: HttpRequest, case: UUID) -> HttpResponse:
    """The questions, and what they say."""
    reference = records.reference_seen(case)
    if reference is None or not queries.may_answer(case):
        return not_found(request, at_what="follow-up", why="read_follow_up")
    looked(at_what="follow-up", why="read_follow_up", case=case)
    on = timezone.localdate()
    form = in_force(SIX_WEEKS, on)
    if request.method != "POST":
        return _show(request, case, reference, form, {})
    given = fields.sent(form.items, request.POST).answers
    if problems(form, given, today=on):
        return _show(request, case, reference, form, given)
    actions.answer(
        case=case,
        given=given,
        keep_months=here().keep_drafts_months,
        key=uuid(request.POST, "key") or uuid4(),
        by=current(),
        on=on,
    )
    return redirect("promises:promises")


@staff_page(Permission.DECIDE_CONTACTS)
def do_not_ask(request: HttpRequest, case: UUID) -> HttpResponse:
    """They have died, or asked us not to ask."""
    reference = records.reference_seen(case)
    if reference is None or not queries.may_answer(case):
        return not_found(request, at_what="follow-up", why="read_follow_up")
    because, on = field(request.POST, "because"), timezone.localdate()
    try:
        chosen = NotAsked(because) if because in set(NotAsked) else NotAsked.CAME_BACK
        actions.do_not_ask(case=case, because=chosen, by=current(), on=on)
    except Refused as problem:
        form = in_force(SIX_WEEKS, on)
        return _show(request, case, reference, form, {}, [{"text": problem.sentence, "href": "#because"}])
    return redirect("promises:promises")


def _show(
    request: HttpRequest,
    case: UUID,
    reference: str,
    form: Questionnaire,
    given: Answers,
    refused: Errors | None = None,
) -> HttpResponse:
    (page,) = form.items
    sent = request.method == "POST" and not refused
    wrong = problems(form, given, today=timezone.localdate()) if sent else []
    context = {
        "case": case,
        "reference": reference,
        "who": reach.of(case),
        "page": page,
        "questions": questions(form, page, given, wrong),
        "errors": refused or summary(wrong),
        "reasons": {each: words.NOT_ASKED[each] for each in actions.BY_HAND},
        "key": uuid4(),
    }
    return render(request, "followup/follow_up.html", context, status=422 if context["errors"] else 200)
