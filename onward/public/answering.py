"""One page of the questionnaire: shown, taken, and shown again where something is wrong, as it was typed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import actions, queries
from onward.journey.contact.answers import form
from onward.journey.contact.seen import Draft
from onward.public.residents import hold, token
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import Problem, problems
from onward.records.principal import current
from onward.records.refusals import Stale
from onward.vocabulary.contact import Wish
from onward.web.questions import captions, fields
from onward.web.questions.building import questions
from onward.web.questions.fields import Sent
from onward.web.questions.summary import summary
from onward.web.questions.words import shown_answer
from onward.web.typed import number


def take(request: HttpRequest, case: UUID, asked: Item, draft: Draft | None) -> HttpResponse:
    """Keep what was answered on a page and go on; or show it again, as typed, with what is wrong."""
    seen = number(request.POST, "version")
    if draft is None:
        draft = _begin(case)
        seen = draft.version
    hold(request, case)
    sent = fields.sent((asked,), request.POST)
    given = sent.answers
    answers = fields.merged((asked,), draft.answers, given)
    if sent.changed:
        return show(request, case, asked, answers, version=seen, sent=sent)
    wrong = problems(form(), answers, today=timezone.localdate(), within=asked)
    if wrong:
        return show(request, case, asked, answers, version=seen, wrong=wrong, sent=sent)
    if _changed_in_another_tab(asked, draft, given, seen):
        return show(request, case, asked, answers, version=draft.version, other=draft.answers, sent=sent)
    try:
        actions.answer(
            case=case,
            page=asked.link_id,
            given=given,
            version=draft.version,
            by=current(),
            on=timezone.localdate(),
        )
    except Stale:  # the other tab was quicker by a moment
        return show(request, case, asked, answers, version=seen, other=draft.answers, sent=sent)
    return _go_on(request, asked, answers)


def _begin(case: UUID) -> Draft:
    actions.begin(case=case, wish=Wish.ADVICE, key=case, by=current(), on=timezone.localdate())
    begun = queries.draft(case)
    assert begun is not None  # noqa: S101 (it was begun a line above)
    return begun


def _go_on(request: HttpRequest, asked: Item, answers: Answers) -> HttpResponse:
    if request.POST.get("return") == "check":
        return where_it_stands(answers)
    following = pages.after(form(), answers, asked)
    return redirect("public:page", page=following.link_id) if following else redirect("public:check")


def show(
    request: HttpRequest,
    case: UUID,
    asked: Item,
    answers: Answers,
    *,
    version: int,
    wrong: list[Problem] | None = None,
    other: Answers | None = None,
    sent: Sent | None = None,
) -> HttpResponse:
    earlier = pages.before(form(), answers, asked)
    context = {
        "page": asked,
        "caption": captions.caption(form(), asked),
        "questions": questions(form(), asked, answers, wrong or (), sent=sent),
        "errors": summary(wrong or ()),
        "other": [(item, shown) for item, shown in answered(asked, other)] if other else [],
        "back": earlier,
        "draft": token(case),
        "version": version,
        "about_me": asked.link_id != "them",
        "return_to": "check" if "check" in (request.GET.get("return"), request.POST.get("return")) else "",
    }
    return render(request, "public/page.html", context, status=422 if wrong else 409 if other else 200)


def answered(asked: Item, answers: Answers) -> list[tuple[Item, list[str]]]:
    return [
        (item, shown_answer(item, answers[item.link_id]))
        for item in asked.walk()
        if item.asks and answers.get(item.link_id)
    ]


def _changed_in_another_tab(asked: Item, draft: Draft, given: Answers, seen: int) -> bool:
    """Whether this page was answered otherwise since it was opened here; other pages do not matter."""
    stored = {
        item.link_id: draft.answers[item.link_id] for item in asked.walk() if item.link_id in draft.answers
    }
    return draft.version != seen and bool(stored) and stored != given


def where_it_stands(answers: Answers) -> HttpResponse:
    """The first page that still needs something, or the last check."""
    unfinished = pages.first_unfinished(form(), answers, today=timezone.localdate())
    return redirect("public:page", page=unfinished.link_id) if unfinished else redirect("public:check")
