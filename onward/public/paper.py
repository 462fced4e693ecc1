"""The same forms on paper: to fill in by hand, and what was told so far, to keep or to put right."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.journey.contact import queries
from onward.policy.meanings import private
from onward.public.residents import as_resident
from onward.public.walks import WALKS, Walk
from onward.questionnaires.answers import place
from onward.web.questions.paper.printing import pdf
from onward.web.questions.paper.styles import STYLES, Style


def choose(request: HttpRequest) -> HttpResponse:
    """Which form, and how large: anybody may print one, or ask for one by post."""
    return render(request, "public/paper.html", {"walks": WALKS.values(), "styles": STYLES.values()})


def blank(request: HttpRequest, name: str, style: str) -> HttpResponse:
    """A form to fill in by hand. Its questions have the same numbers as everywhere."""
    walk, how = WALKS.get(name), _style(style)
    if walk is None:
        raise Http404
    return pdf(walk.form(None), how, on=timezone.localdate(), answers=walk.first)


@as_resident
def own(request: HttpRequest, case: UUID, walk: Walk, style: str) -> HttpResponse:
    """What somebody told so far, but for what could bring them into danger where others read it."""
    how, filling, draft = _style(style), walk.filling(case), queries.draft(case)
    if filling is None or draft is None or filling.sent_on:
        return redirect(walk.to("start"))
    hidden = {item.link_id for item in filling.form.walk() if item.meaning in private()}
    answers = {key: values for key, values in filling.answers.items() if place(key)[0] not in hidden}
    return pdf(filling.form, how, on=timezone.localdate(), answers=answers, reference=draft.reference)


def _style(name: str) -> Style:
    if name not in STYLES:
        raise Http404
    return STYLES[name]
