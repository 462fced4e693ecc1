"""Walking through a form: which page is shown, with what on it, and where it leads."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.answering import queries
from onward.casework.answering.seen import Filling
from onward.policy.meanings import private
from onward.public.offering import offers
from onward.public.residents import token
from onward.public.walks import Walk
from onward.questionnaires import pages
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import Problem
from onward.web.questions import captions, fields
from onward.web.questions.building import questions
from onward.web.questions.fields import Sent
from onward.web.questions.summary import summary
from onward.web.questions.words import shown_answer


@dataclass(frozen=True)
class At:
    """A page of a form as somebody stands before it. `filling` is None where nothing was saved yet."""

    walk: Walk
    case: UUID
    asked: Item
    filling: Filling | None

    @property
    def answers(self) -> Answers:
        return self.filling.answers if self.filling else self.walk.first

    @property
    def private(self) -> frozenset[str]:
        """The questions of this page whose answers are not shown again: somebody else may come back to it."""
        return frozenset(item.link_id for item in self.asked.walk() if item.meaning in private())

    @property
    def on_it(self) -> dict[str, tuple[str, ...]]:
        """The answers on this page."""
        elsewhere = self.with_these({})
        return {key: tuple(values) for key, values in self.answers.items() if key not in elsewhere}

    def with_these(self, given: Answers) -> dict[str, tuple[str, ...]]:
        """The answers on other pages, and these on this one."""
        return fields.merged((self.asked,), self.answers, given)


def find(walk: Walk, case: UUID, link_id: str) -> At | HttpResponse:
    """The page of this name; or where to go instead, where it does not apply or all was sent."""
    filling = walk.filling(case)
    if filling and filling.sent_on:
        return redirect(walk.to("sent"))
    form, answers = walk.form(filling), filling.answers if filling else walk.first
    asked = next((each for each in form.items if each.link_id == link_id and not each.hidden), None)
    if asked is None:
        raise Http404
    if asked not in pages.pages(form, answers):
        return where_it_stands(walk, filling)
    return At(walk, case, asked, filling)


def where_it_stands(walk: Walk, filling: Filling | None) -> HttpResponse:
    """The first page that still needs something, or the last check."""
    answers = filling.answers if filling else walk.first
    unfinished = pages.first_unfinished(walk.form(filling), answers, today=timezone.localdate())
    return redirect(walk.page(unfinished.link_id) if unfinished else walk.to("check"))


def following(walk: Walk, filling: Filling, asked: Item) -> HttpResponse:
    """The next page on which anything is left to tell, or the last check."""
    return first_to_ask(walk, filling, pages.after(filling.form, filling.answers, asked))


def first_to_ask(walk: Walk, filling: Filling, page: Item | None) -> HttpResponse:
    """This page or the first after it that was not told before and confirmed, or the last check."""
    confirmed = queries.confirmed(filling)
    settled = queries.settled(filling) if confirmed else frozenset()
    while page:
        here = {item.link_id for item in page.walk() if item.asks}
        if not (here & confirmed and here <= settled):
            return redirect(walk.page(page.link_id))
        page = pages.after(filling.form, filling.answers, page)
    return redirect(walk.to("check"))


def show_first(request: HttpRequest, at: At) -> HttpResponse:
    """As it was answered; or as it was typed and not saved, when somebody comes back to it."""
    typed = at.filling.typed.get(at.asked.link_id) if at.filling else None
    answers = at.with_these(fields.given(at.asked, fields.as_sent(typed))) if typed else at.answers
    version = at.filling.version if at.filling else 0
    return show(request, at, answers, version=version, unsaved=bool(typed))


def show(
    request: HttpRequest,
    at: At,
    answers: Answers,
    *,
    version: int,
    wrong: list[Problem] | None = None,
    other: Answers | None = None,
    sent: Sent | None = None,
    unsaved: bool = False,
) -> HttpResponse:
    """The page with these answers. `sent` is what just came with it; `other` what another window saved meanwhile."""
    form = at.walk.form(at.filling)
    context: dict[str, Any] = {
        "walk": at.walk,
        "page": at.asked,
        "caption": captions.caption(form, at.asked),
        "questions": questions(
            form,
            at.asked,
            shown_again(at, answers, sent),
            wrong or (),
            offers=offers(at.filling),
            sent=sent,
        ),
        "errors": summary(wrong or ()),
        "other": answered(at.asked, other) if other else [],
        "unsaved": unsaved,
        "back": pages.before(form, answers, at.asked),
        "draft": token(at.case),
        "version": version,
        "about_me": at.asked.link_id != "them",
        "may_skip": captions.may_be_skipped(at.asked),
        "return_to": "check" if "check" in (request.GET.get("return"), request.POST.get("return")) else "",
    }
    return render(request, "public/page.html", context, status=422 if wrong else 409 if other else 200)


def shown_again(at: At, answers: Answers, sent: Sent | None) -> Answers:
    """The answers without those that are private; what was typed just now is the typist's own."""
    return answers if sent else {key: values for key, values in answers.items() if key not in at.private}


def answered(asked: Item, answers: Answers) -> list[tuple[Item, list[str]]]:
    """What was answered on a page, in words."""
    return [
        (item, _in_words(item, answers[item.link_id]))
        for item in asked.walk()
        if item.asks and answers.get(item.link_id)
    ]


def _in_words(item: Item, values: tuple[str, ...]) -> list[str]:
    if item.meaning in private():
        return [_("You answered this. We do not show it here, in case someone else looks.")]
    return shown_answer(item, values)
