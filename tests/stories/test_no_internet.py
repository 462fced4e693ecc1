"""`no_internet`: Gwen, 68, phones, then fills in paper. The same questions, outcome and place in the queue."""

import io
import re

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.stories.cast import Cast
from tests.stories.conftest import OpenPage
from tests.stories.shots import shot
from tests.stories.walk import Tells, ask_for_help, begin, open_request, row_of, sign_in_as

ONLINE = Tells(given="Online", family="Asker", words="I see nobody from one week to the next.")
QUESTIONS = re.compile(r"\b(\d+\.\d+)\s")


def test_the_telephone_and_paper_lead_to_the_same_place(page: Page, open_page: OpenPage, cast: Cast) -> None:
    online = ask_for_help(open_page(), ONLINE)
    sign_in_as(page, "Ada Answerwell")
    gwen = _rings(page)
    _paper_has_the_same_questions(page, gwen)
    _paper_comes_back(page, gwen)
    page.goto("/staff/requests/")
    theirs, hers = row_of(page, online.reference), row_of(page, gwen)
    promised = [each.get_by_role("cell").first.inner_text() for each in (theirs, hers)]
    assert promised[0] == promised[1]
    expect(hers).to_contain_text("By telephone")
    shot(page, "no internet: the list")
    open_request(page, gwen)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gwen Papertrail")
    expect(page.locator("main")).to_contain_text("We have your request, Letter")
    _is_written_to_by_post(open_page(), gwen)
    expect(page.locator("main")).to_contain_text("My niece Non writes this for me.")
    page.get_by_label("Advice and community").check()
    expect(page.locator("main")).to_contain_text("Services to send")


def _rings(page: Page) -> str:
    """She rings; Ada writes down what she says first, and the line is bad."""
    page.get_by_role("link", name="Write a request for somebody").click()
    page.get_by_label("By telephone").check()
    page.get_by_role("button", name="Go on to the questions").click()
    page.get_by_label("I do", exact=True).check()
    page.get_by_label("Feeling lonely or cut off").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Feeling lonely or cut off")).to_be_checked()
    shot(page, "no internet: the telephone")
    found = re.search(r"requests/([0-9A-Z-]+)/form", page.url)
    assert found
    return found[1]


def _paper_has_the_same_questions(page: Page, gwen: str) -> None:
    """The form that is posted to her has her reference, and the numbers of the page that Ada reads from."""
    link = page.get_by_role("link", name="large", exact=True).get_attribute("href")
    assert link
    paper = PdfReader(io.BytesIO(page.request.get(link).body()))
    text = "\n".join(each.extract_text() for each in paper.pages)
    assert gwen in text
    on_page = set(QUESTIONS.findall(page.locator(".onward-whole__questions").inner_text()))
    on_paper = set(QUESTIONS.findall(text))
    assert on_paper
    assert on_page <= on_paper


def _paper_comes_back(page: Page, gwen: str) -> None:
    page.goto("/staff/requests/")
    page.get_by_role("link", name=gwen).click()
    page.get_by_label("What is happening").first.fill("My niece Non writes this for me. I miss company.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#me-given").fill("Gwen")
    page.locator("#me-family").fill("Papertrail")
    page.get_by_label("Write to me").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#address").fill("1 Made-up Row\nLarkmoor\nQQ1 5LR")
    page.get_by_role("button", name="Save and finish").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gwen Papertrail")


def _is_written_to_by_post(page: Page, gwen: str) -> None:
    """What others read in a text or an email she has in a letter, in the words of the same wording."""
    sign_in_as(page, "Ewa Evenkeel")
    page.goto("/staff/outbox/")
    row_of(page, gwen).get_by_role("link").click()
    shot(page, "no internet: the letter in the outbox")
    link = page.get_by_role("link", name="The letter, to look at and to print").get_attribute("href")
    assert link
    letter = PdfReader(io.BytesIO(page.request.get(link).body()))
    text = "\n".join(each.extract_text() for each in letter.pages)
    for said in (gwen, "Gwen Papertrail", "QQ1 5LR", "We have what you sent us", "We aim to answer by"):
        assert said in text


def test_anybody_can_print_the_form_without_giving_a_name(page: Page) -> None:
    begin(page)
    page.goto("/")
    page.get_by_role("link", name="Fill it in on paper").click()
    shot(page, "paper")
    for link in page.locator("main a[href$='.pdf']").all():
        answer = page.request.get(str(link.get_attribute("href")))
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.body().startswith(b"%PDF")
