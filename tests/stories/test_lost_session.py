"""The session is gone when the button is pressed: what was typed is there to be sent again, and one goes on."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask
from tests.stories.cast import decide as decide_by_form
from tests.stories.conftest import OpenPage, Way
from tests.stories.raw import NewSender
from tests.stories.walk import (
    Tells,
    come_back,
    decide,
    given,
    say_how_to_reach_them,
    say_it_is_wrong,
    say_what_would_help,
    say_who_it_is,
    say_who_needs_help,
    sign_in_as,
)

KEPT = "What you typed is still here"
ENOUGH = 3
LOST = ["sessionid", "everything"]


def lose(page: Page, what: str = "everything") -> None:
    """The session alone, or every cookie."""
    if what == "sessionid":
        page.context.clear_cookies(name="sessionid")
    else:
        page.context.clear_cookies()


def send_again(page: Page) -> int:
    """Press until it is taken, signing in where that is asked; gives how many presses it took."""
    for presses in range(ENOUGH + 1):
        if page.get_by_role("heading", level=1).inner_text() != KEPT:
            return presses
        if page.get_by_role("link", name="Sign in again").count():
            with page.context.expect_page() as opened:
                page.get_by_role("link", name="Sign in again").click()
            sign_in_as(opened.value, "Ada Answerwell")
            page.get_by_role("button", name="I have signed in").click()
        else:
            page.get_by_role("button", name="Send it again").click()
    raise AssertionError(f"not taken after {ENOUGH} presses")


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_resident_loses_the_session_on_every_page_and_still_sends_their_request(
    open_page: OpenPage, cast: Cast, what: str, scripts: bool
) -> None:
    page = open_page(Way(360, 740, scripts=scripts))
    tells = Tells(given="Losing", family="Patience", words="Typed while the session ended.")
    page.goto("/help/about/")
    for say in (say_who_needs_help, say_what_would_help, say_who_it_is, say_how_to_reach_them):
        lose(page, what)
        say(page, tells)
        if say is say_what_would_help and what == "everything":
            expect(page.locator("main")).to_contain_text(tells.words)
        assert send_again(page) <= 1
    lose(page, what)
    page.get_by_role("button", name="Send").click()
    assert send_again(page) <= 1
    asked = given(page)
    shown = cast.sender("ada").get(f"/staff/requests/{asked.reference}/").text
    for said in ("Losing", "Patience", tells.words, tells.number):
        assert said in shown


@pytest.mark.parametrize("what", LOST)
@pytest.mark.parametrize(
    ("path", "button", "leads_to"),
    [
        ("/ring-me/", "Ask for a call", "/help/ring/"),
        ("/assessment/", "Ask for an assessment", "/help/about/"),
    ],
)
def test_a_call_or_an_assessment_is_asked_for_although_the_session_is_lost(
    page: Page, what: str, path: str, button: str, leads_to: str
) -> None:
    page.goto(path)
    lose(page, what)
    page.get_by_role("button", name=button).click()
    send_again(page)
    assert page.url.endswith(leads_to)


def test_somebody_comes_back_to_their_request_although_the_session_is_lost(
    page: Page, new_sender: NewSender
) -> None:
    asked = ask(new_sender())
    page.goto("/request/")
    lose(page)
    page.get_by_label("Reference").fill(asked.reference)
    page.get_by_label("Code").fill(asked.code)
    page.get_by_role("button", name="See my request").click()
    send_again(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(asked.reference)


@pytest.mark.parametrize("what", LOST)
def test_somebody_says_that_it_is_wrong_although_the_session_is_lost(
    page: Page, cast: Cast, new_sender: NewSender, what: str
) -> None:
    asked = ask(new_sender())
    decide_by_form(cast.sender("ada"), asked.reference)
    come_back(page, asked)
    page.get_by_role("link", name="Tell us that this is wrong").click()
    page.get_by_label("What is wrong?").fill("Words that took an hour.")
    lose(page, what)
    page.get_by_role("button", name="Send").click()
    send_again(page)
    if "/request/status/" not in page.url:
        come_back(page, asked)
        say_it_is_wrong(page, "")
    assert "Words that took an hour." in cast.sender("ada").get(f"/staff/requests/{asked.reference}/").text


@pytest.mark.parametrize("what", LOST)
def test_an_adviser_is_signed_out_while_deciding_and_signs_in_and_sends_it_again(
    open_page: OpenPage, new_sender: NewSender, what: str
) -> None:
    asked, page = ask(new_sender()), open_page()
    sign_in_as(page, "Ada Answerwell")
    page.goto(f"/staff/requests/{asked.reference}/")
    lose(page, what)
    decide(page, "Urgent help before assessment", reason="Words that took an hour.")
    expect(page.get_by_role("heading", level=1)).to_have_text(KEPT)
    expect(page.locator("main")).to_contain_text("Words that took an hour.")
    send_again(page)
    expect(page.locator("main")).to_contain_text("Decision 1: Urgent help before assessment")
    expect(page.locator("main")).to_contain_text("Words that took an hour.")


def test_an_adviser_who_signed_in_again_says_so_and_sends_it(
    open_page: OpenPage, new_sender: NewSender
) -> None:
    asked, page = ask(new_sender()), open_page()
    sign_in_as(page, "Ada Answerwell")
    page.goto(f"/staff/requests/{asked.reference}/")
    lose(page, "sessionid")
    decide(page, "Urgent help before assessment", reason="Words that took an hour.")
    assert send_again(page) == 2  # signing in made a new proof; the second page carries it


def test_an_adviser_is_signed_out_while_making_a_person(open_page: OpenPage, new_sender: NewSender) -> None:
    asked, page = ask(new_sender()), open_page()
    sign_in_as(page, "Ada Answerwell")
    page.goto(f"/staff/requests/{asked.reference}/person/")
    page.get_by_label("First name").fill("Retyped")
    lose(page)
    page.get_by_role("button", name="Make this person").click()
    expect(page.locator("main")).to_contain_text("Retyped")
    send_again(page)
    expect(page.get_by_role("link", name="Retyped Bywater")).to_be_visible()


def test_a_password_is_never_shown(page: Page) -> None:
    page.goto("/staff/sign-in/")
    page.get_by_label("User name").fill("ada")
    page.get_by_label("Password", exact=True).fill("a secret that nobody may see")
    lose(page)
    page.get_by_role("button", name="Sign in", exact=True).click()
    assert "a secret that nobody may see" not in page.locator("body").inner_text()


def test_what_is_kept_is_shown_in_words(page: Page) -> None:
    page.goto("/help/help/")
    lose(page)
    say_what_would_help(page, Tells())
    kept = page.locator("main")
    expect(kept).to_contain_text("What is happening")
    expect(kept).to_contain_text("Feeling lonely or cut off")
    expect(kept).not_to_contain_text("csrfmiddlewaretoken")
