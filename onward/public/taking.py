"""Taking what was answered on a page: kept, kept as typed, skipped, or shown again with what is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from onward.casework.answering import actions
from onward.casework.answering.seen import Filling
from onward.public.residents import hold
from onward.public.walking import At, following, show, where_it_stands
from onward.questionnaires.answers import Answers
from onward.questionnaires.validity import problems
from onward.records.principal import current
from onward.records.refusals import Refused, Stale
from onward.web import typed
from onward.web.here import here
from onward.web.questions import fields
from onward.web.questions.captions import may_be_skipped
from onward.web.questions.fields import Sent

# Fields of the page that are no answers.
_OURS = frozenset(
    {"csrfmiddlewaretoken", "draft", "version", "return", "autosave", "skip", "later", "finish"}
)


def take(request: HttpRequest, at: At) -> HttpResponse:
    """Keep what was answered and go where the person chose to; or show the page again, as typed."""
    seen = typed.number(request.POST, "version") if at.filling else None
    filling = at.walk.begun(at.case)
    at = At(at.walk, at.case, at.asked, filling)
    hold(request, at.case)
    if "autosave" in request.POST:
        return _keep_typed(request, at, filling)
    sent = Sent(at.on_it) if _skips(request, at) else fields.sent((at.asked,), request.POST)
    return _take(request, at, filling, sent, seen=filling.version if seen is None else seen)


def _take(request: HttpRequest, at: At, filling: Filling, sent: Sent, *, seen: int) -> HttpResponse:
    # What is not shown again is not lost by being left as it was.
    given = {**{key: at.on_it[key] for key in at.private if key in at.on_it}, **sent.answers}
    answers = at.with_these(given)
    if sent.changed:
        return show(request, at, answers, version=seen, sent=sent)
    wrong = problems(filling.form, answers, today=timezone.localdate(), within=at.asked)
    if wrong and "later" in request.POST:
        _keep_typed(request, at, filling)
        return redirect(at.walk.to("later"))
    if wrong:
        return show(request, at, answers, version=seen, wrong=wrong, sent=sent)
    if _changed_in_another_tab(at, filling, given, seen):
        return show(request, at, answers, version=filling.version, other=filling.answers, sent=sent)
    try:
        _save(at, filling, given)
    except Stale:  # the other tab was quicker by a moment
        return show(request, at, answers, version=seen, other=filling.answers, sent=sent)
    return _go_on(request, at)


def _go_on(request: HttpRequest, at: At) -> HttpResponse:
    saved = at.walk.begun(at.case)
    if "later" in request.POST:
        return redirect(at.walk.to("later"))
    if "finish" in request.POST or request.POST.get("return") == "check":
        return where_it_stands(at.walk, saved)
    return following(at.walk, saved, at.asked)


def _save(at: At, filling: Filling, given: Answers) -> None:
    actions.answer(
        case=at.case,
        name=at.walk.name,
        page=at.asked.link_id,
        given=given,
        version=filling.version,
        keep_months=here().keep_drafts_months,
        by=current(),
        on=timezone.localdate(),
    )


def _keep_typed(request: HttpRequest, at: At, filling: Filling) -> HttpResponse:
    """What is typed is kept while it is typed. Where it cannot be, nothing is lost: it is on the page still."""
    names = [name for name in request.POST if name not in _OURS and name not in at.private]
    as_typed = {name: list(typed.fields(request.POST, name)) for name in names}
    try:
        actions.keep_typed(
            case=filling.case,
            name=at.walk.name,
            page=at.asked.link_id,
            typed=as_typed,
            by=current(),
            on=timezone.localdate(),
        )
    except Refused:
        return HttpResponse(status=409)
    # A page whose form begins with this is told the version that it now has before it.
    return HttpResponse(status=204, headers={"X-Onward-Version": str(filling.version)})


def _skips(request: HttpRequest, at: At) -> bool:
    """Whether the page is left as it is; only one on which nothing must be answered can be."""
    return "skip" in request.POST and may_be_skipped(at.asked)


def _changed_in_another_tab(at: At, filling: Filling, given: Answers, seen: int) -> bool:
    """Whether this page was answered otherwise since it was opened here; other pages do not matter."""
    stored = At(at.walk, at.case, at.asked, filling).on_it
    return filling.version != seen and bool(stored) and stored != given
