"""Other ways to ask, at any moment; coming back with a code; and what an adviser is warned of."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, asked_of, write
from tests.stories.conftest import OpenPage
from tests.stories.raw import NewSender
from tests.stories.walk import (
    Asked,
    Tells,
    ask_for_help,
    begin,
    come_back,
    go_on,
    say_how_to_reach_them,
    say_what_would_help,
    say_who_it_is,
    say_who_needs_help,
    send,
)

TELLS = Tells(given="Midway", family="Changer", words="Said before changing my mind.")
PAGES = ("help/about", "help/help", "help/me", "help/safe", "help/check", "services", "request", "ring-me")
REFUSED = "We could not find a request with that reference and code."


def just_ring(page: Page) -> Asked:
    page.get_by_role("link", name="Just ring me").click()
    page.get_by_role("button", name="Ask for a call").click()
    page.get_by_label("Your phone number").fill("01632 960 002")
    page.get_by_label("Yes", exact=True).check()
    go_on(page)
    return send(page)


def test_just_ring_me_needs_a_number_and_nothing_else(page: Page, cast: Cast) -> None:
    page.goto("/")
    asked = just_ring(page)
    expect(page.locator("ol")).to_contain_text("We aim to ring you by the end of")
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{asked.reference}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A call")
    expect(page.locator("main")).to_contain_text("01632 960 002")


def test_just_ring_me_in_the_middle_keeps_what_was_answered_until_it_is_sent(page: Page) -> None:
    begin(page)
    say_who_needs_help(page, TELLS)
    say_what_would_help(page, TELLS)
    page.get_by_role("link", name="Just ring me").click()
    expect(page.locator("main")).to_contain_text("What you told us already is kept.")
    page.get_by_role("button", name="Ask for a call").click()
    page.get_by_role("link", name="Ask for an assessment").click()
    page.get_by_role("button", name="Ask for an assessment").click()
    page.goto("/help/help/")
    expect(page.get_by_label("What is happening")).to_have_value(TELLS.words)


def test_just_ring_me_in_the_middle_tells_the_adviser_what_was_answered(page: Page, cast: Cast) -> None:
    begin(page)
    say_who_needs_help(page, TELLS)
    say_what_would_help(page, TELLS)
    asked = just_ring(page)
    assert TELLS.words in cast.sender("ada").get(f"/staff/requests/{asked.reference}/").text


def test_somebody_who_asked_to_be_rung_may_change_their_mind_and_write_instead(page: Page) -> None:
    page.goto("/ring-me/")
    page.get_by_role("button", name="Ask for a call").click()
    begin(page)
    page.get_by_role("button", name="Tell us here instead").click()
    expect(page.get_by_label("I do", exact=True)).to_be_visible()


@pytest.mark.parametrize("at", PAGES)
def test_an_assessment_is_asked_for_from_any_page_and_keeps_what_was_answered(
    page: Page, new_sender: NewSender, at: str
) -> None:
    resident = new_sender()
    write(resident, words=TELLS.words)
    resident.lend(page.context)
    page.goto(f"/{at}/")
    page.get_by_role("link", name="Ask for an assessment", exact=True).first.click()
    page.get_by_role("button", name="Ask for an assessment").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check and send")
    expect(page.locator("main")).to_contain_text(TELLS.words)


def test_the_adviser_sees_that_an_assessment_was_asked_for(page: Page, cast: Cast) -> None:
    page.goto("/assessment/")
    page.get_by_role("button", name="Ask for an assessment").click()
    say_who_needs_help(page, TELLS)
    say_what_would_help(page, TELLS)
    say_who_it_is(page, TELLS)
    say_how_to_reach_them(page, TELLS)
    asked = send(page)
    cast.be("ada", page.context)
    page.goto("/staff/requests/")
    expect(page.get_by_role("row").filter(has_text=asked.reference)).to_contain_text("An assessment")


def test_an_answer_may_be_changed_from_the_last_check(page: Page) -> None:
    begin(page)
    for say in (say_who_needs_help, say_what_would_help, say_who_it_is, say_how_to_reach_them):
        say(page, TELLS)
    page.get_by_role("link", name="Change About you").click()
    page.get_by_label("First name").fill("Altered")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check and send")
    expect(page.locator("main")).to_contain_text("Altered")


@pytest.mark.parametrize(
    ("tells", "warning", "told"),
    [
        (Tells(message="No, only talk to me"), "Do not leave a message.", "We will not leave a message."),
        (Tells(reach="Do not contact me"), "Do not contact this person.", "We will not contact you."),
    ],
    ids=["no message", "no contact"],
)
def test_what_is_not_safe_is_said_to_the_resident_and_warned_of_to_the_adviser(
    page: Page, cast: Cast, tells: Tells, warning: str, told: str
) -> None:
    asked = ask_for_help(page, tells)
    expect(page.locator("ol")).to_contain_text(told)
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{asked.reference}/")
    expect(page.locator(".govuk-warning-text")).to_contain_text(warning)


def test_where_a_message_is_safe_nobody_is_warned(page: Page, cast: Cast) -> None:
    asked = ask_for_help(page, Tells(message="Yes"))
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{asked.reference}/")
    assert page.locator(".govuk-warning-text").count() == 0


def test_a_wrong_code_is_refused_and_what_was_typed_is_still_there(page: Page, new_sender: NewSender) -> None:
    asked = _sent(new_sender)
    come_back(page, Asked(asked.reference, "0000-0000"))
    expect(page.get_by_role("alert")).to_contain_text(REFUSED)
    expect(page.get_by_label("Reference")).to_have_value(asked.reference)
    come_back(page, asked)
    expect(page.get_by_role("heading", level=1)).to_contain_text(asked.reference)


def test_five_wrong_codes_lock_the_request_even_to_the_right_one(page: Page, new_sender: NewSender) -> None:
    asked = _sent(new_sender)
    for number in range(5):
        come_back(page, Asked(asked.reference, f"0000-000{number}"))
    come_back(page, asked)
    expect(page.get_by_role("alert")).to_contain_text(REFUSED)


def test_the_code_alone_opens_nothing_without_its_reference(
    open_page: OpenPage, new_sender: NewSender
) -> None:
    page, asked, other = open_page(), _sent(new_sender), _sent(new_sender)
    come_back(page, Asked(other.reference, asked.code))
    expect(page.get_by_role("alert")).to_contain_text(REFUSED)


def _sent(new_sender: NewSender) -> Asked:
    resident = new_sender()
    write(resident)
    return asked_of(resident.fill("/help/check/"))
