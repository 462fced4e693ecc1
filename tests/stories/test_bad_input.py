"""Whatever is typed or sent: no page breaks, nothing runs, nothing is lost, and what is wrong is said."""

import re
from collections.abc import Sequence
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import SAFE, Cast, asked_of, decide, make_person, write
from tests.stories.raw import SUMMARY, Answer, NewSender

TEXTS = {
    "a script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "a template": "{{ 7*7 }} {% if x %} ${7*7} #{7*7} %(name)s %s",
    "quotes": 'O\'Brien "& Söhne" &amp; &lt;b&gt; \\n',
    "other alphabets": "Żółć Đặng ქართული हिन्दी 李雷 ไทย",
    "right to left": "مرحبا بالعالم שלום",
    "emoji": "👩🏽‍🦽 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏿",
}
# Every page with a form: who may open it, and what is typed there in words.
FORMS = {
    "/help/asker/": ("began-other", ["asker-name"]),
    "/help/help/": ("began", ["words"]),
    "/help/me/": ("began", ["me-given", "me-family", "me-postcode"]),
    "/help/them/": ("began-other", ["them-given", "them-family", "them-postcode"]),
    "/help/safe/": ("began", ["phone", "mobile", "email", "address", "safe-words"]),
    "/help/ring/": ("ringing", ["ring-phone", "ring-name"]),
    "/request/wrong/": ("advised", ["objection"]),
    "/staff/requests/{tried}/": ("ada", ["reason"]),
    "/staff/requests/{tried}/person/": ("ada", ["given_name", "family_name", "born_on", "postcode"]),
}
MAY_BE_EMPTY = {"/help/about/": ("nobody", ["who"]), "/request/": ("nobody", ["reference", "code"])}
FIELDS = [(path, who, name) for path, (who, names) in FORMS.items() for name in names]
WAYS_TO_BE_REACHED = {"phone": "phone", "mobile": "text", "email": "email", "address": "letter"}


@pytest.mark.parametrize("path", [*FORMS, *MAY_BE_EMPTY])
def test_a_form_sent_empty_says_what_is_missing(cast: Cast, path: str) -> None:
    who, names = {**FORMS, **MAY_BE_EMPTY}[path]
    answer = cast.sender(who).fill(cast.path(path), *((name, "") for name in names))
    assert answer.status == 422
    assert SUMMARY in answer.text
    assert "<title>Error: " in re.sub(r"\s+", " ", answer.text)


@pytest.mark.parametrize(("path", "who", "name"), FIELDS)
def test_a_hundred_thousand_letters_are_shown_again_with_what_to_do(
    cast: Cast, path: str, who: str, name: str
) -> None:
    much = "much " * 20_000
    answer = cast.sender(who).fill(cast.path(path), *_with(name, much))
    assert answer.status == 422
    assert SUMMARY in answer.text
    assert much.strip() in answer.text, "what was typed is lost"


@pytest.mark.parametrize(("path", "who", "name"), FIELDS)
def test_letters_that_nobody_can_see_break_nothing(cast: Cast, path: str, who: str, name: str) -> None:
    sender = cast.sender(who)
    for typed in ("\0", "A\0B\x07C\x1b[31m", "\ufeff\u202e\u200b", "\ud7ff\ufffe\uffff"):
        answer = sender.fill(
            cast.path(path), *_with(name, typed), ("outcome", "no such"), ("contact-by", "no")
        )
        assert answer.status in (200, 422)


@pytest.mark.parametrize("typed", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_typed_is_shown_as_text_to_everybody(
    page: Page, cast: Cast, new_sender: NewSender, typed: str
) -> None:
    resident, ada = new_sender(), cast.sender("ada")
    write(resident, given=typed, words=typed)
    check = resident.fill("/help/safe/", *SAFE, ("safe-words", typed))
    assert _seen(check).count(typed) == 3
    asked = asked_of(resident.fill("/help/check/"))
    person = make_person(ada, asked.reference)
    decide(ada, asked.reference, reason=typed)
    resident.fill("/request/wrong/", ("objection", typed))
    cast.be("ada", page.context)
    shown = {
        "/staff/requests/": 1,
        f"/staff/requests/{asked.reference}/": 6,
        f"/staff/requests/{asked.reference}/person/": 1,
        f"/staff/people/{person}/": 1,
    }
    for path, times in shown.items():
        page.goto(path)
        assert page.locator("main").inner_text().count(typed) >= times, path
    resident.lend(page.context)
    page.goto("/request/status/")
    expect(page.locator("main")).to_contain_text(typed)


@pytest.mark.parametrize("typed", ["🩷 🫨", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"], ids=["newer emoji", "the flag of Wales"])
def test_emoji_of_a_newer_telephone_are_kept(new_sender: NewSender, typed: str) -> None:
    assert typed in _seen(write(new_sender(), words=f"I feel {typed} today"))


@pytest.mark.parametrize(
    ("day", "month", "year", "says"),
    [
        ("31", "2", "2024", "real date"),
        ("27", "3", "50", "real date"),
        ("27", "3", "2999", "still to come"),
        ("27", "3", "1850", "too long ago"),
        ("ten", "May", "nineteen", "real date"),
        ("27", "", "", "real date"),
        ("", "", "1950", "real date"),
        ("0", "0", "0000", "real date"),
        ("²", "٣", "1950", "real date"),
        ("1-2", "3", "1950", "real date"),
        ("9" * 500, "3", "1950", "real date"),
    ],
)
def test_a_date_that_cannot_be_is_shown_again_as_it_was_typed(
    cast: Cast, day: str, month: str, year: str, says: str
) -> None:
    typed = [("me-born-day", day), ("me-born-month", month), ("me-born-year", year)]
    answer = cast.sender("began").fill("/help/me/", ("me-given", "A"), ("me-family", "B"), *typed)
    assert answer.status == 422
    assert "Date of birth: " in answer.text
    assert says in answer.text
    shown = [pair for pair in answer.form.pairs if pair[0].startswith("me-born")]
    assert _without_noughts(shown) == _without_noughts(typed)


@pytest.mark.parametrize("typed", ["nowhere", "M33", "12345", "M33 2RPP", "ÄÖ1 1AA", "M33 2R<b>", "😀"])
def test_a_wrong_postcode_is_shown_again_with_what_one_looks_like(cast: Cast, typed: str) -> None:
    answer = cast.sender("began").fill(
        "/help/me/", ("me-given", "A"), ("me-family", "B"), ("me-postcode", typed)
    )
    assert answer.status == 422
    assert "Postcode: check it. It should look like M33 2RP" in answer.text
    assert ("me-postcode", typed) in answer.form.pairs
    search = cast.sender("nobody").get(f"/services/?words=lunch&postcode={typed}")
    assert SUMMARY in search.text


@pytest.mark.parametrize("typed", ["m332rp", " M33  2RP ", "M33-2RP", "m33.2rp"])
def test_a_postcode_may_be_written_any_way(new_sender: NewSender, cast: Cast, typed: str) -> None:
    resident = new_sender()
    write(resident)
    resident.fill("/help/me/", ("me-postcode", typed))
    asked = asked_of(resident.fill("/help/check/"))
    assert "M33 2RP" in cast.sender("ada").get("/staff/requests/").text
    assert asked.reference


def _with(name: str, typed: str) -> list[tuple[str, str]]:
    """The field, and the choice that brings it where one does."""
    brought = WAYS_TO_BE_REACHED.get(name, "phone")
    return (
        [(name, typed), ("contact-by", brought)]
        if name in (*WAYS_TO_BE_REACHED, "safe-words")
        else [(name, typed)]
    )


def _without_noughts(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Dates with and without noughts in front are the same to whoever typed them."""
    return [(name, value.lstrip("0")) for name, value in pairs]


def _seen(answer: Answer) -> str:
    """The text of a page's main part, as it is read."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))
