"""Promises kept: somebody asks to be rung, is rung in the end, and agrees to another day on their own page."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.stories.conftest import DESK, PHONE, OpenPage, Way
from tests.stories.shots import shot
from tests.stories.walk import Asked, come_back, given, sign_in_as

NO_SCRIPTS = Way(1280, 900, scripts=False)


def asks_to_be_rung(page: Page) -> Asked:
    page.goto("/ring-me/")
    page.get_by_role("button", name="Ask for a call").click()
    page.get_by_label("Your phone number").fill("01632 960 321")
    page.get_by_label("What should we call you?").fill("Prue")
    page.get_by_label("No, only talk to me", exact=True).check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Send").click()
    return given(page)


@pytest.mark.parametrize("way", [DESK, PHONE, NO_SCRIPTS], ids=["desk", "phone", "without-scripts"])
def test_a_call_is_promised_asked_for_another_day_agreed_to_and_kept(open_page: OpenPage, way: Way) -> None:
    resident, adviser = open_page(way), open_page(way)
    asked = asks_to_be_rung(resident)
    come_back(resident, asked)
    expect(resident.locator("main")).to_contain_text("What we promised you")
    expect(resident.locator("main")).to_contain_text("To ring you by the end of")
    shot(resident, "promises: what was promised")
    sign_in_as(adviser, "Ada Answerwell")
    adviser.get_by_role("link", name="Promises", exact=True).click()
    expect(adviser.get_by_role("heading", level=1)).to_have_text("Promises")
    shot(adviser, "promises: the list")
    _asks_for_another_day(adviser, asked)
    resident.goto("/request/status/")
    resident.get_by_role("button", name="Yes, that day is fine").click()
    expect(resident.locator("main")).to_contain_text("You agreed to another day.")
    shot(resident, "promises: agreed")
    _rings_and_reaches(adviser, asked)
    resident.goto("/request/status/")
    expect(resident.locator("main")).to_contain_text("We did this.")


def _open(page: Page, asked: Asked) -> None:
    page.goto(f"/staff/requests/{asked.reference}/")
    page.locator("main").get_by_role("link", name="A call,").last.click()


def _asks_for_another_day(page: Page, asked: Asked) -> None:
    _open(page, asked)
    shot(page, "promises: one")
    page.locator("#ask-due_on").fill(f"{date.today() + timedelta(days=30):%d/%m/%Y}")
    page.get_by_role("button", name="Ask them").click()
    _open(page, asked)
    expect(page.locator("main")).to_contain_text("Asked for another day")


def _rings_and_reaches(page: Page, asked: Asked) -> None:
    """By keyboard alone: the number, and one press."""
    _open(page, asked)
    expect(page.locator("main")).to_contain_text("01632 960 321")
    expect(page.locator("main")).to_contain_text("Do not leave a message")
    page.get_by_role("button", name="I reached them").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Promises")
    page.goto(f"/staff/requests/{asked.reference}/")
    expect(page.locator("main")).to_contain_text("Kept")


def test_anybody_may_know_how_long_things_take(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="See how long things take now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How long things take now")
    shot(page, "promises: how long")


def test_the_manager_sees_promises_and_what_held(page: Page) -> None:
    sign_in_as(page, "Ewa Evenkeel")
    page.goto("/staff/figures/promises/")
    shot(page, "promises: by week")
    page.goto("/staff/figures/six-weeks/")
    shot(page, "promises: held at six weeks")
    expect(page.locator("main")).to_contain_text("Closed with advice")
