"""A worker's pages: introduce somebody to a service with their consent, and see how it goes."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.introducing import actions, queries, starting, words
from onward.casework.introducing.actions import NotAgreed
from onward.casework.introducing.forms import AnswerForm, IntroductionForm, VersionForm
from onward.casework.introducing.pages import errors_of, typed_of, with_case, wrong_of
from onward.casework.introducing.queries import IntroductionSeen
from onward.casework.messages import queries as outbox
from onward.casework.messages.words import PROBLEMS
from onward.directory.reach import reached
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.rules.introducing import Missing
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.typed import field

_FIELD_OF = {Missing.CONSENT_TO_COME: "consent_on"}


@staff_page(Permission.INTRODUCE)
def new(request: HttpRequest, case: UUID) -> HttpResponse:
    """What the service would be told, and the consent to it; then it is told."""

    def then(reference: str) -> HttpResponse:
        if request.method == "POST":
            return _introduce(request, case, reference)
        told = starting.told_already(case)
        return _show_new(request, case, reference, {**vars(told), "consent_by": "person"})

    return with_case(request, case, then, at_what="introduction")


@staff_page(Permission.INTRODUCE)
def one(request: HttpRequest, introduction: UUID) -> HttpResponse:
    """One introduction: what was told, whether it arrived and was opened, and what the service answered."""
    return _with(request, introduction, lambda seen: _show(request, seen))


@staff_page(Permission.INTRODUCE)
def answer(request: HttpRequest, introduction: UUID) -> HttpResponse:
    """Write down what one heard from the service."""

    def then(seen: IntroductionSeen) -> HttpResponse:
        sent = AnswerForm(request.POST)
        if not sent.is_valid():
            return _show(request, seen, wrong_of(sent))
        return _do(request, seen, "answer", lambda: actions.answer(
            introduction=seen.id, **sent.cleaned_data, by=current(), on=timezone.localdate()
        ))  # fmt: skip

    return _posted(request, introduction, then)


@staff_page(Permission.INTRODUCE)
def take_back(request: HttpRequest, introduction: UUID) -> HttpResponse:
    """The person does not agree any more."""
    return _change(request, introduction, actions.take_back)


@staff_page(Permission.INTRODUCE)
def again(request: HttpRequest, introduction: UUID) -> HttpResponse:
    """Send the service a new link."""
    return _change(request, introduction, actions.send_again)


def _change(request: HttpRequest, introduction: UUID, do: Callable[..., None]) -> HttpResponse:
    def then(seen: IntroductionSeen) -> HttpResponse:
        sent = VersionForm(request.POST)
        if not sent.is_valid():
            return _show(request, seen, wrong_of(sent))
        version = sent.cleaned_data["version"]
        return _do(request, seen, "version", lambda: do(
            introduction=seen.id, version=version, by=current(), on=timezone.localdate()
        ))  # fmt: skip

    return _posted(request, introduction, then)


def _do(request: HttpRequest, seen: IntroductionSeen, place: str, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refused as problem:
        return _show(request, seen, {place: problem.sentence})
    return redirect("introducing:one", introduction=seen.id)


def _introduce(request: HttpRequest, case: UUID, reference: str) -> HttpResponse:
    sent, typed = IntroductionForm(request.POST), typed_of(request)
    if not sent.is_valid():
        return _show_new(request, case, reference, typed, wrong_of(sent))
    try:
        made = actions.introduce(
            case=case,
            service=field(request.POST, "service"),
            told=sent.told(),
            consent=sent.consent(),
            key=sent.cleaned_data["key"],
            by=current(),
            on=timezone.localdate(),
        )
    except NotAgreed as problem:
        wrong = {_FIELD_OF.get(each, each.value): str(words.MISSING[each]) for each in problem.missing}
        return _show_new(request, case, reference, typed, wrong)
    except Refused as problem:
        return _show_new(request, case, reference, typed, {"name": problem.sentence})
    return redirect("introducing:one", introduction=made)


def _show_new(
    request: HttpRequest,
    case: UUID,
    reference: str,
    typed: dict[str, Any],
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    service = reached(field(request.POST, "service") or field(request.GET, "service"))
    if service is None:
        return not_found(request, at_what="service", why="introduce")
    context = {
        "case": case,
        "reference": reference,
        "service": service,
        "can_send": outbox.can_send(),
        "safe_words": starting.safe_words(case),
        "typed": typed,
        "key": typed.get("key") or uuid4(),
        "today": timezone.localdate(),
        "wrong": wrong or {},
        "errors": errors_of(wrong or {}),
    }
    return render(request, "introducing/new.html", context | _WORDS, status=422 if wrong else 200)


def _show(request: HttpRequest, seen: IntroductionSeen, wrong: dict[str, str] | None = None) -> HttpResponse:
    service = reached(seen.service)
    by = {each.by for each in seen.answers} | {seen.recorded_by}
    context = {
        "seen": seen,
        "service": service,
        "late": _is_late(seen, timezone.localdate()),
        "names": records.staff_names(by),
        "problems": PROBLEMS,
        "typed": typed_of(request),
        "key": request.POST.get("key") or uuid4(),
        "wrong": wrong or {},
        "errors": errors_of(wrong or {}),
    }
    return render(request, "introducing/one.html", context | _WORDS, status=422 if wrong else 200)


def _is_late(seen: IntroductionSeen, on: date) -> bool:
    return seen.id in {each.id for each in queries.unheard(on)}


def _posted(
    request: HttpRequest, introduction: UUID, then: Callable[[IntroductionSeen], HttpResponse]
) -> HttpResponse:
    if request.method != "POST":
        return redirect("introducing:one", introduction=introduction)
    return _with(request, introduction, then)


def _with(
    request: HttpRequest, introduction: UUID, then: Callable[[IntroductionSeen], HttpResponse]
) -> HttpResponse:
    """Open the introduction, writing down who looked; refused and found nothing look the same."""
    seen = queries.introduction(introduction)
    if seen is None:
        return not_found(request, at_what="introduction", why="introduce")
    looked(at_what="introduction", why="introduce", case=seen.case)
    return then(seen)


_WORDS: dict[str, Any] = {
    "states": words.STATES,
    "answers": words.STATES,
    "consent_by": words.CONSENT_BY,
    "consent_how": words.CONSENT_HOW,
}
