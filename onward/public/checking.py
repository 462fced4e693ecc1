"""Everything that was answered, to be checked and sent; and what no longer applies and will not be."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.casework.answering.seen import Filling
from onward.journey.contact import queries
from onward.public.residents import token
from onward.public.walking import answered
from onward.public.walks import Walk
from onward.questionnaires import pages
from onward.questionnaires.definition import Item
from onward.questionnaires.validity import kept

Shown = list[tuple[Item, list[str]]]


def show_check(request: HttpRequest, walk: Walk, filling: Filling) -> HttpResponse:
    """The last page before sending."""
    context: dict[str, Any] = {
        "walk": walk,
        "pages": [
            (each, answered(each, filling.answers)) for each in pages.pages(filling.form, filling.answers)
        ],
        "left_out": left_out(filling),
        "draft": token(filling.case),
        "key": uuid4(),
        "ring": queries.ring_now(filling.case),
    }
    return render(request, "public/check.html", context)


def left_out(filling: Filling) -> Shown:
    """Answers that no longer apply, because an earlier answer was changed: kept until now, and not sent."""
    sent = kept(filling.form, filling.answers)
    gone = {key: values for key, values in filling.answers.items() if key not in sent}
    return [each for page in filling.form.items if not page.hidden for each in answered(page, gone)]
