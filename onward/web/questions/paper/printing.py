"""Prints a questionnaire as a tagged PDF (PDF/UA-1), in standard print, large print or easy read."""

from datetime import date
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.policy.councils import Council
from onward.questionnaires.answers import Answers, place
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.pages import possible
from onward.web.here import here
from onward.web.paper.compiling import compiled
from onward.web.paper.glyphs import FAMILIES, printable
from onward.web.questions.paper import wording
from onward.web.questions.paper.lines import Lines
from onward.web.questions.paper.styles import STANDARD, Style
from onward.web.questions.words import say

TEMPLATE = Path(__file__).with_name("form.typ")
BLANK: Answers = {}


def pdf(
    form: Questionnaire,
    style: Style = STANDARD,
    *,
    on: date,
    answers: Answers = BLANK,
    reference: str = "",
) -> HttpResponse:
    """The form as a file to print: to be filled in by hand or, with `answers`, to be kept or put right.

    Parts that the answers to hidden questions rule out are left out; the numbers of the others stay.
    """
    name = slugify(form.title) or "form"
    return HttpResponse(
        printed(form, style, council=here(), on=on, answers=answers, reference=reference),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}-{style.name}.pdf"'},
    )


def printed(
    form: Questionnaire,
    style: Style,
    *,
    council: Council,
    on: date,
    answers: Answers = BLANK,
    reference: str = "",
) -> bytes:
    """The PDF. It is tagged, and names its language and title. No text in it can be markup: all of it is data."""
    data, lost = printable(_data(form, style, council, answers, reference))
    if lost:
        data["intro"].append(
            _("Some letters cannot be printed here. They are shown as �, and are kept as written.")
        )
    return compiled(TEMPLATE, data, on=on)


def _data(
    form: Questionnaire, style: Style, council: Council, answers: Answers, reference: str
) -> dict[str, Any]:
    lines = Lines(form, style, answers)
    filled = any(not form.item(place(key)[0]).hidden for key in answers)
    return {
        "title": say(form.title),
        "council": council.name,
        "colour": council.colour,
        "lang": (get_language() or "en").partition("-")[0],
        "fonts": list(FAMILIES),
        "size": style.size,
        "easy": style.easy,
        "version": form.version,
        "reference": reference,
        "intro": wording.intro(style, council, filled=filled),
        "send": wording.send(council),
        "words": wording.words(),
        "parts": [lines.part(page) for page in possible(form, answers)],
    }
