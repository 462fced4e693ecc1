"""Asking for help: a short questionnaire, one page at a time, that may be left and come back to in this browser."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import actions, queries
from onward.journey.contact.answers import form
from onward.policy.holidays import bank_holidays_near
from onward.public.residents import as_resident, hold, let_go, token
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import Problem, problems
from onward.records.codes import code_of
from onward.records.principal import current
from onward.records.refusals import Stale
from onward.vocabulary.contact import State, Wish
from onward.web import question_page
from onward.web.here import here
from onward.web.typed import number, uuid


def begin(request: HttpRequest) -> HttpResponse:
    """A new request begins with its first page; one that was sent is let go."""
    return redirect("public:page", page=pages.pages(form(), {"wish": (Wish.ADVICE,)})[0].link_id)


@as_resident
def page(request: HttpRequest, case: UUID, page: str) -> HttpResponse:
    """One page of the questionnaire."""
    asked = next((each for each in form().items if each.link_id == page and not each.hidden), None)
    if asked is None:
        raise Http404
    draft = queries.draft(case)
    if draft and draft.state is not State.DRAFT:
        return _after_sending(request)
    answers = draft.answers if draft else {"wish": (Wish.ADVICE.value,)}
    if asked not in pages.pages(form(), answers):
        return _where_it_stands(answers)
    if request.method != "POST":
        return _show(request, case, asked, answers, version=draft.version if draft else 0)
    return _take(request, case, asked, draft)


@as_resident
def check(request: HttpRequest, case: UUID) -> HttpResponse:
    """Everything that was answered, to be checked and sent."""
    draft = queries.draft(case)
    if draft is None:
        return redirect("public:help")
    if draft.state is not State.DRAFT:
        return _after_sending(request)
    if pages.first_unfinished(form(), draft.answers, today=timezone.localdate()):
        return _where_it_stands(draft.answers)
    if request.method == "POST":
        return _send(request, case)
    hold(request, case)
    shown = [(each, _answered(each, draft.answers)) for each in pages.pages(form(), draft.answers)]
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
            "code": code_of(case),
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
    if draft and draft.state is not State.DRAFT:
        let_go(request)
        return redirect(request.path)
    if request.method != "POST":
        return render(request, template, {"draft": token(case), "draft_begun": draft is not None})
    if draft:
        actions.ask_for(case=case, wish=wish, by=current(), on=timezone.localdate())
    else:
        actions.begin(case=case, wish=wish, key=case, by=current(), on=timezone.localdate())
    hold(request, case)
    begun = queries.draft(case)
    return _where_it_stands(begun.answers if begun else {})


def _take(request: HttpRequest, case: UUID, asked: Item, draft: queries.Draft | None) -> HttpResponse:
    """Keep what was answered on a page and go on; or show it again, as typed, with what is wrong."""
    seen = number(request.POST, "version")
    if draft is None:
        draft = _begin(case)
        seen = draft.version
    hold(request, case)
    given = question_page.given(asked, request.POST)
    answers = {**_elsewhere(asked, draft.answers), **given}
    wrong = problems(form(), answers, today=timezone.localdate(), within=asked)
    if wrong:
        return _show(request, case, asked, answers, version=seen, wrong=wrong)
    if _changed_in_another_tab(asked, draft, given, seen):
        return _show(request, case, asked, answers, version=draft.version, other=draft.answers)
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
        return _show(request, case, asked, answers, version=seen, other=draft.answers)
    return _go_on(request, asked, answers)


def _begin(case: UUID) -> queries.Draft:
    actions.begin(case=case, wish=Wish.ADVICE, key=case, by=current(), on=timezone.localdate())
    begun = queries.draft(case)
    assert begun is not None  # noqa: S101 (it was begun a line above)
    return begun


def _go_on(request: HttpRequest, asked: Item, answers: Answers) -> HttpResponse:
    if request.POST.get("return") == "check":
        return _where_it_stands(answers)
    following = pages.after(form(), answers, asked)
    return redirect("public:page", page=following.link_id) if following else redirect("public:check")


def _send(request: HttpRequest, case: UUID) -> HttpResponse:
    on, key = timezone.localdate(), uuid(request.POST, "key")
    if key is None:
        return redirect("public:check")
    actions.send(
        case=case,
        council=here(),
        holidays=bank_holidays_near(on),
        key=key,
        by=current(),
        on=on,
        at=timezone.now(),
    )
    hold(request, case)
    return redirect("public:sent")


def _show(
    request: HttpRequest,
    case: UUID,
    asked: Item,
    answers: Answers,
    *,
    version: int,
    wrong: list[Problem] | None = None,
    other: Answers | None = None,
) -> HttpResponse:
    earlier = pages.before(form(), answers, asked)
    context = {
        "page": asked,
        "questions": question_page.questions(asked, answers, wrong or []),
        "errors": question_page.summary(wrong or []),
        "other": [(item, shown) for item, shown in _answered(asked, other)] if other else [],
        "back": earlier,
        "draft": token(case),
        "version": version,
        "about_me": asked.link_id != "them",
        "return_to": "check" if "check" in (request.GET.get("return"), request.POST.get("return")) else "",
    }
    return render(request, "public/page.html", context, status=422 if wrong else 409 if other else 200)


def _answered(asked: Item, answers: Answers) -> list[tuple[Item, list[str]]]:
    return [
        (item, question_page.shown_answer(item, answers[item.link_id]))
        for item in asked.walk()
        if item.asks and answers.get(item.link_id)
    ]


def _elsewhere(asked: Item, answers: Answers) -> dict[str, tuple[str, ...]]:
    on_page = {item.link_id for item in asked.walk()}
    return {link_id: values for link_id, values in answers.items() if link_id not in on_page}


def _changed_in_another_tab(asked: Item, draft: queries.Draft, given: Answers, seen: int) -> bool:
    """Whether this page was answered otherwise since it was opened here; other pages do not matter."""
    stored = {
        item.link_id: draft.answers[item.link_id] for item in asked.walk() if item.link_id in draft.answers
    }
    return draft.version != seen and bool(stored) and stored != given


def _where_it_stands(answers: Answers) -> HttpResponse:
    """The first page that still needs something, or the last check."""
    unfinished = pages.first_unfinished(form(), answers, today=timezone.localdate())
    return redirect("public:page", page=unfinished.link_id) if unfinished else redirect("public:check")


def _after_sending(request: HttpRequest) -> HttpResponse:
    """It was sent already. A second send shows what the first brought; a new beginning is a new request."""
    if request.method == "POST":
        return redirect("public:sent")
    let_go(request)
    return redirect("public:help")
