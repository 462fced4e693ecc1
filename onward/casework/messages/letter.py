"""A letter as a tagged PDF (PDF/UA-1): the person's address where the window of an envelope shows it, the council's own
beside it, the words, and how to have them in another way.

It is made anew from the words that were kept whenever it is looked at, handed over or printed.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.policy.councils import Council
from onward.policy.letters import Window, window
from onward.vocabulary.messages import Format
from onward.web.here import council_code, here
from onward.web.paper.compiling import compiled
from onward.web.paper.glyphs import FAMILIES, printable
from onward.web.questions.paper.styles import EASY, LARGE, STANDARD

LAYOUT = Path(__file__).with_name("letter.typ")
_STYLES = {Format.PLAIN: STANDARD, Format.LARGE_PRINT: LARGE, Format.EASY_READ: EASY}
_HEADING, _ITEM = "# ", "- "


class Written(Protocol):
    """A letter in words. `to` has a line each for the address, `body` is as `policy.messages` says."""

    @property
    def to(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def queued_on(self) -> date: ...


def pdf(letter: Written) -> bytes:
    """The letter as this council sends it."""
    return printed(letter, council=here(), window=window(council_code()))


def printed(letter: Written, *, council: Council, window: Window) -> bytes:
    """The PDF. A letter that no font has is printed as �."""
    with translation.override(letter.language):
        data, _lost = printable(_data(letter, council, window))
    return compiled(LAYOUT, data, on=letter.queued_on)


def _data(letter: Written, council: Council, window: Window) -> dict[str, Any]:
    return {
        "title": letter.subject,
        "council": council.name,
        "colour": council.colour,
        "lang": letter.language.partition("-")[0],
        "fonts": list(FAMILIES),
        "size": _STYLES[Format(letter.format)].size,
        "window": vars(window),
        "to": letter.to.splitlines(),
        "from": [council.name, *council.address, *_reached(council)],
        "date": date_format(letter.queued_on, "j F Y"),
        "blocks": list(_blocks(letter.body)),
        "formats": _formats(council),
    }


def _reached(council: Council) -> list[str]:
    return ["", _("Telephone %(number)s") % {"number": council.telephone}] if council.telephone else []


def _formats(council: Council) -> list[str]:
    """How to have the letter in another way, which is for whoever sends it to see to (Equality Act 2010 s20)."""
    asked = _(
        "Would you like this in large print, easy words, Braille or another language, or read out to you?"
    )
    if council.telephone:
        return [asked, _("Ask us for it on %(number)s. It is free.") % {"number": council.telephone}]
    return [asked, _("Ask anyone who works for us. It is free.")]


def _blocks(body: str) -> Iterator[dict[str, Any]]:
    """Paragraphs, headings and lists, each with its lines."""
    for part in body.split("\n\n"):
        lines = [each for each in part.splitlines() if each.strip()]
        if not lines:
            continue
        if lines[0].startswith(_HEADING):
            yield {"kind": "heading", "text": lines[0].removeprefix(_HEADING)}
        elif all(each.startswith(_ITEM) for each in lines):
            yield {"kind": "list", "lines": [each.removeprefix(_ITEM) for each in lines]}
        else:
            yield {"kind": "paragraph", "lines": lines}
