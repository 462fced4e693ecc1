"""What an adviser runs into who decides: what is still missing, a changed mind, and what is never shown."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask
from tests.stories.conftest import OpenPage
from tests.stories.raw import NewSender
from tests.stories.walk import come_back, decide, make_the_person


@pytest.fixture
def adviser(page: Page, cast: Cast, new_sender: NewSender) -> Page:
    """Ada, with a new request open."""
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{ask(new_sender()).reference}/")
    return page


def test_a_safeguarding_decision_shows_nothing_of_it_to_whoever_holds_the_code(
    open_page: OpenPage, page: Page, cast: Cast, new_sender: NewSender
) -> None:
    asked, resident = ask(new_sender()), open_page()
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{asked.reference}/")
    decide(page, "Safeguarding concern", reason="Her son takes her money.")
    come_back(resident, asked)
    expect(resident.locator("main")).to_contain_text("We have read it")
    whole = resident.content().lower()
    for kept_back in ("safeguarding", "her son", "money", "concern"):
        assert kept_back not in whole


def test_an_assessment_needs_the_person_to_be_known_first(adviser: Page) -> None:
    decide(adviser, "Assessment", reason="It sounds hard.")
    expect(adviser.get_by_role("alert")).to_contain_text("First say who the person is")
    expect(adviser.get_by_label("Your reason")).to_have_value("It sounds hard.")
    make_the_person(adviser)
    decide(adviser, "Assessment", reason="It sounds hard.")
    expect(adviser.locator("main")).to_contain_text("Decision 1: Assessment")


def test_the_reason_is_still_there_after_making_the_person(adviser: Page) -> None:
    decide(adviser, "Assessment", reason="It sounds hard.")
    make_the_person(adviser)
    assert adviser.get_by_label("Your reason").input_value() == "It sounds hard."


def test_a_changed_mind_is_no_dead_end(adviser: Page) -> None:
    adviser.get_by_label("Advice and community").check()
    adviser.locator("input[name=services]").first.check()
    adviser.get_by_label("There is no appearance of need").check()
    decide(adviser, "Urgent help before assessment", reason="She has no heat.")
    assert "Decision 1: Urgent help before assessment" in adviser.locator("main").inner_text()


def test_closing_with_advice_needs_its_grounds(adviser: Page) -> None:
    decide(adviser, "Advice and community", reason="Try these.", services=1)
    expect(adviser.get_by_role("alert")).to_contain_text("Say that there is no appearance of need")
    expect(adviser.locator("input[name=services]").first).to_be_checked()
    expect(adviser.get_by_label("Your reason")).to_have_value("Try these.")


def test_a_decision_may_be_made_again_once_the_person_says_it_is_wrong(page: Page, cast: Cast) -> None:
    cast.be("ada", page.context)
    page.goto(cast.path("/staff/requests/{questioned}/"))
    expect(page.locator("main")).to_contain_text("It is not what I asked for.")
    expect(page.get_by_role("button", name="Decide")).to_be_visible()
