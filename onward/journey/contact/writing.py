"""A form on one page, for whoever writes it with or for somebody: on the telephone, from paper, face to face."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering import actions as answering
from onward.casework.answering import queries as answered
from onward.casework.answering.forms import FIRST_CONTACT, NEEDS
from onward.casework.answering.seen import Filling
from onward.journey.contact import actions, queries
from onward.journey.contact.seen import Held
from onward.journey.contact.telling import offers
from onward.policy.holidays import bank_holidays_near
from onward.questionnaires.answers import Answers
from onward.questionnaires.issues import Wrong
from onward.questionnaires.validity import Problem, problems
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.references import LONGEST, tidy
from onward.vocabulary.roles import Permission
from onward.web import typed
from onward.web.access import looked, not_found, staff_page
from onward.web.here import here
from onward.web.questions import fields
from onward.web.questions.fields import Sent
from onward.web.questions.summary import summary
from onward.web.questions.whole import whole

# Fields of the page that are no answers.
_OURS = frozenset({"csrfmiddlewaretoken", "version", "key", "autosave", "save", "finish", "add", "remove"})
_ALL = ""  # the one page of a form that is shown whole


@dataclass(frozen=True)
class Writing:
    """A form in the hands of a member of staff."""

    held: Held
    name: str
    filling: Filling


@staff_page(Permission.DECIDE_CONTACTS)
def form(request: HttpRequest, reference: str, questionnaire: str) -> HttpResponse:
    """The whole form on one page: begun where it was not, saved as often as one likes, sent when it is finished."""
    held = queries.held(tidy(reference))
    if held is None or questionnaire != (NEEDS if held.sent else FIRST_CONTACT):
        return not_found(request, at_what=f"request {reference[:LONGEST]}", why="write_form")
    looked(at_what="form", why="write_form", case=held.case)
    filling = answered.filling(held.case, questionnaire) or _begun(request, held, questionnaire)
    if filling is None:
        return render(
            request, "contact/begin_form.html", {"held": held, "name": questionnaire, "key": uuid4()}
        )
    if filling.sent_on:
        return redirect("contact:told", reference=held.reference, questionnaire=questionnaire)
    writing = Writing(held, questionnaire, filling)
    return _take(request, writing) if request.method == "POST" else _show_first(request, writing)


def _begun(request: HttpRequest, held: Held, name: str) -> Filling | None:
    """A further form of a request begins on a button, never by being looked at."""
    if request.method != "POST" or "begin" not in request.POST:
        return None
    answering.begin(
        case=held.case,
        name=name,
        keep_months=here().keep_drafts_months,
        key=typed.uuid(request.POST, "key") or uuid4(),
        by=current(),
        on=timezone.localdate(),
    )
    return answered.filling(held.case, name)


def _take(request: HttpRequest, writing: Writing) -> HttpResponse:
    if "begin" in request.POST:
        return redirect("contact:form", reference=writing.held.reference, questionnaire=writing.name)
    if "autosave" in request.POST:
        return _keep_typed(request, writing)
    sent = fields.sent(writing.filling.form.items, request.POST)
    answers = fields.merged(writing.filling.form.items, writing.filling.answers, sent.answers)
    if sent.changed:
        return _show(request, writing, answers, sent=sent)
    wrong = problems(writing.filling.form, answers, today=timezone.localdate())
    # Half a form may be saved; what cannot be an answer may not.
    stops = wrong if "finish" in request.POST else [each for each in wrong if each.wrong is not Wrong.MISSING]
    if stops:
        _keep_typed(request, writing)
        return _show(request, writing, answers, wrong=stops, sent=sent)
    try:
        _save(request, writing, sent.answers)
        return _finish(request, writing) if "finish" in request.POST else _again(writing)
    except Refused as problem:
        return _show(request, writing, answers, sent=sent, refused=problem.sentence)


def _save(request: HttpRequest, writing: Writing, given: Answers) -> None:
    answering.answer(
        case=writing.held.case,
        name=writing.name,
        page=_ALL,
        given=given,
        version=typed.number(request.POST, "version"),
        keep_months=here().keep_drafts_months,
        by=current(),
        on=timezone.localdate(),
    )


def _finish(request: HttpRequest, writing: Writing) -> HttpResponse:
    case, key, on = writing.held.case, typed.uuid(request.POST, "key") or uuid4(), timezone.localdate()
    if writing.held.sent:
        actions.send_more(case=case, name=writing.name, key=key, by=current(), on=on)
    else:
        actions.send(
            case=case,
            council=here(),
            holidays=bank_holidays_near(on),
            key=key,
            by=current(),
            on=on,
            at=timezone.now(),
        )
    return redirect("contact:request", reference=writing.held.reference)


def _again(writing: Writing) -> HttpResponse:
    return redirect("contact:form", reference=writing.held.reference, questionnaire=writing.name)


def _keep_typed(request: HttpRequest, writing: Writing) -> HttpResponse:
    as_typed = {name: list(typed.fields(request.POST, name)) for name in request.POST if name not in _OURS}
    try:
        answering.keep_typed(
            case=writing.held.case,
            name=writing.name,
            page=_ALL,
            typed=as_typed,
            by=current(),
            on=timezone.localdate(),
        )
    except Refused:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


def _show_first(request: HttpRequest, writing: Writing) -> HttpResponse:
    """As it was saved; or as it was typed and not saved, by whoever left it so."""
    filling = writing.filling
    as_typed = filling.typed.get(_ALL)
    if not as_typed:
        return _show(request, writing, filling.answers)
    sent = fields.sent(filling.form.items, fields.as_sent(as_typed))
    answers = fields.merged(filling.form.items, filling.answers, sent.answers)
    return _show(request, writing, answers, sent=sent, unsaved=True)


def _show(
    request: HttpRequest,
    writing: Writing,
    answers: Answers,
    *,
    wrong: list[Problem] | None = None,
    sent: Sent | None = None,
    refused: str = "",
    unsaved: bool = False,
) -> HttpResponse:
    filling = writing.filling
    errors = [{"text": refused, "href": "#main-content"}] if refused else summary(wrong or ())
    context: dict[str, Any] = {
        "held": writing.held,
        "safe": queries.safe(writing.held.case),
        "name": writing.name,
        "filling": filling,
        "whole": whole(filling.form, answers, wrong or (), offers=offers(filling), sent=sent),
        "errors": errors,
        "unsaved": unsaved,
        "version": filling.version,
        "key": uuid4(),
    }
    status = 409 if refused else 422 if wrong else 200
    return render(request, "contact/form.html", context, status=status)
