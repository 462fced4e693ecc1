"""Every shape of a form says the same, in the same order, under the same numbers; and nothing in it becomes markup."""

import io
import re
import unicodedata
from datetime import date
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from pypdf.generic import DictionaryObject, IndirectObject

from onward.policy.councils import council
from onward.policy.questionnaires import questionnaires
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.web.paper.glyphs import MISSING, printable
from onward.web.questions.building import questions
from onward.web.questions.captions import caption
from onward.web.questions.paper.printing import BLANK, printed
from onward.web.questions.paper.styles import LARGE, STANDARD, STYLES, Style
from onward.web.questions.reading import Change, read
from onward.web.questions.whole import whole
from tests.web.browser import drawn
from tests.web.forms import TRAPS, forms, forms_and_answers

TODAY = date(2026, 11, 22)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
WHOLE = '{% from "components/whole_form.html" import whole_form %}{{ whole_form(whole) }}'
READING = '{% from "components/read_form.html" import read_form %}{{ read_form(parts) }}'
PAGE = '{% from "components/questions.html" import questions as ask %}{{ ask(all) }}'
FormAndAnswers = tuple[Questionnaire, Answers]


def on_paper(form: Questionnaire, style: Style = STANDARD, answers: Answers = BLANK) -> pypdf.PdfReader:
    made = printed(form, style, council=council("larkmoor"), on=TODAY, answers=answers)
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(pdf: pypdf.PdfReader) -> str:
    pages = " ".join(re.sub(r"[^\n]*Page \d+ / \d+", "", page.extract_text()) for page in pdf.pages)
    return " ".join(pages.split())


def said(form: Questionnaire, answers: Answers) -> list[Change]:
    return [Change(key, values, TODAY, "Ada") for key, values in answers.items()]


def in_order(form: Questionnaire, text: str, *, paper: bool = False) -> list[str]:
    """The numbers of the form whose number and text stand in a text one after another, in the form's order."""
    found, at = [], 0
    packed = re.sub(r"\s", "", text)
    for link_id, number in numbers(form).items():
        if paper and runs_from_the_right(form, link_id):
            continue
        wanted = re.sub(r"\s", "", number + form.item(link_id).text)
        place = packed.find(wanted, at)
        if place >= 0:
            found.append(number)
            at = place + len(wanted)
    return found


@UNHURRIED
@given(forms_and_answers())
def test_every_shape_has_the_same_numbers_and_texts_in_the_same_order(both: FormAndAnswers) -> None:
    form, answers = both
    wanted = list(numbers(form).values())
    assert in_order(form, drawn(WHOLE, whole=whole(form, answers)).text) == wanted
    assert in_order(form, drawn(READING, parts=read(form, said(form, answers))).text) == wanted
    for style in STYLES.values():
        assert in_order(form, text_of(on_paper(form, style, answers)), paper=True) == on_paper_found(form)


def on_paper_found(form: Questionnaire) -> list[str]:
    """What can be found in the text of a PDF: words that run from the right are taken out of it differently."""
    return [number for link_id, number in numbers(form).items() if not runs_from_the_right(form, link_id)]


def runs_from_the_right(form: Questionnaire, link_id: str) -> bool:
    return any(unicodedata.bidirectional(each) in ("R", "AL") for each in form.item(link_id).text)


@UNHURRIED
@given(forms(conditions=False))
def test_the_pages_one_after_another_are_the_whole_form(form: Questionnaire) -> None:
    pages = [f"{caption(form, page)} {_page(form, page)}" for page in form.items]
    assert in_order(form, " ".join(pages)) == list(numbers(form).values())


def _page(form: Questionnaire, page: Item) -> str:
    number = numbers(form)[page.link_id]
    return f"{number} {page.text} {drawn(PAGE, all=questions(form, page, {})).text}"


@UNHURRIED
@given(forms_and_answers())
def test_what_was_typed_is_never_markup(both: FormAndAnswers) -> None:
    form, answers = both
    typed = {value for values in answers.values() for value in values if value in TRAPS and value.isascii()}
    texts = re.sub(r"\s", "", drawn(READING, parts=read(form, said(form, answers))).text)
    paper = re.sub(r"\s", "", text_of(on_paper(form, LARGE, answers)))
    for each in typed:
        assert re.sub(r"\s", "", each) in texts
        assert re.sub(r"\s", "", each) in paper


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("form", questionnaires(), ids=lambda form: form.url.rsplit("/", 1)[-1])
def test_paper_is_tagged_and_says_its_language_and_title(form: Questionnaire, style: Style) -> None:
    pdf = on_paper(form, style)
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == form.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    tags = set(_tags(root["/StructTreeRoot"]))
    assert {"/H1", "/P"} <= tags
    assert {str(page["/Tabs"]) for page in pdf.pages} == {"/S"}


def _tags(node: object) -> list[str]:
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        return [tag for each in node for tag in _tags(each)]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + _tags(node.get("/K"))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_no_letter_of_large_print_is_smaller_than_sixteen_points(style: Style) -> None:
    sizes: set[float] = set()
    form = questionnaires()[0]

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * matrix[3]), 1))

    for page in on_paper(form, style).pages:
        page.extract_text(visitor_text=look)
    assert min(sizes) >= (10 if style is STANDARD else 16)


def test_every_script_can_be_printed_and_a_letter_that_no_font_has_is_a_sign() -> None:
    (form,) = [each for each in questionnaires() if each.url.endswith("first-contact")]
    words = "Łukasz Привет Ελένη مرحبا ਪੰਜਾਬੀ ગુજરાતી বাংলা தமிழ் हिन्दी"
    assert printable(words) == (words, False)
    assert printable("李 and 🎉\ue000") == (f"{MISSING} and {MISSING}{MISSING}", True)
    text = text_of(on_paper(form, STANDARD, {"words": (f"{words} 李 🎉",)}))
    assert "Some letters cannot be printed here" in text
    assert "Some letters" not in text_of(on_paper(form, STANDARD, {"words": (words,)}))
