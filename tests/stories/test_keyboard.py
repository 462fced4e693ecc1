"""Everything can be done with a keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, sign_in
from tests.stories.conftest import DESK, PHONE, OpenPage, Way
from tests.stories.keys import Keys
from tests.stories.raw import Sender
from tests.stories.states import STATES, State
from tests.stories.walk import AWAY, given, go_elsewhere

WITH_ERRORS = [each for each in STATES if each.is_error]
WHOLE_FORM = "main-content"  # where a sentence leads that is about no single field


@pytest.mark.parametrize("way", [DESK, PHONE], ids=["desk", "phone"])
def test_a_resident_asks_an_adviser_decides_and_the_resident_answers_without_a_mouse(
    open_page: OpenPage, way: Way
) -> None:
    resident, adviser = Keys(open_page(way)), Keys(open_page(way))
    _ask(resident)
    asked = given(resident.page)
    sign_in(Sender(adviser.page.request), "ada")
    _decide(adviser, asked.reference)
    resident.page.goto("/request/")
    resident.write("Reference", asked.reference)
    resident.write("Code", asked.code)
    resident.press("See my request")
    resident.press("Tell us that this is wrong")
    resident.write("What is wrong?", "It is not enough.")
    resident.press("Send")
    expect(resident.page.locator("main")).to_contain_text("You told us that this is wrong.")


def _ask(keys: Keys) -> None:
    keys.page.goto("/")
    keys.press("Start now")
    keys.choose("I do", "I do")
    keys.press("Save and go on")
    keys.tick("Feeling lonely or cut off")
    keys.tick("Money, benefits or bills")
    keys.write("What is happening", "I cannot use a mouse.")
    keys.press("Save and go on")
    keys.write("First name", "Keyed")
    keys.write("Last name", "Inn")
    for part, typed in (("Day", "27"), ("Month", "3"), ("Year", "1950")):
        keys.write(part, typed)
    keys.press("Save and go on")
    keys.choose("Ring me", "Email me")
    keys.write("Email address", "keyed@example.com")
    keys.press("Save and go on")
    keys.press("Send")


def _decide(keys: Keys, reference: str) -> None:
    keys.page.goto("/staff/requests/")
    row = keys.page.get_by_role("row").filter(has_text=reference)
    keys.tab_to(row.get_by_role("link"))
    with keys.page.expect_navigation():
        keys.page.keyboard.press("Enter")
    keys.press("Find or make the person")
    keys.press("Make this person")
    keys.choose("Advice and community", "Advice and community")
    for box in (
        keys.page.get_by_label("There is no appearance of need"),
        keys.page.locator("input[name=services]").first,
    ):
        keys.tab_to(box)
        keys.page.keyboard.press("Space")
    keys.write("Your reason", "You told us that you would rather not.")
    keys.press("Decide")
    expect(keys.page.locator("main")).to_contain_text("Decision 1")


@pytest.mark.parametrize(
    ("path", "who"), [("/", "nobody"), ("/help/help/", "began"), ("/staff/requests/", "ada")]
)
def test_the_first_stop_skips_to_the_main_part(page: Page, cast: Cast, path: str, who: str) -> None:
    cast.be(who, page.context)
    page.goto(path)
    page.keyboard.press("Tab")
    Keys(page).see_where()
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().height") > 20
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("state", WITH_ERRORS, ids=[each.name for each in WITH_ERRORS])
def test_what_is_wrong_gets_the_focus_and_leads_to_each_field(page: Page, cast: Cast, state: State) -> None:
    state.open(page, cast)
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    for number in range(summary.get_by_role("link").count()):
        link = summary.get_by_role("link").nth(number)
        name = (link.get_attribute("href") or "").partition("#")[2]
        assert page.locator(f"[id='{name}']").count() == 1, f"{link.inner_text()} leads to no place: #{name}"
        if name == WHOLE_FORM:
            continue
        link.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == name, (
            f"{link.inner_text()} does not come to #{name}"
        )
        Keys(page).see_where()


@pytest.mark.parametrize("way", [DESK, Way(1280, 900, scripts=False)], ids=["scripts", "no-scripts"])
def test_the_leaving_button_leaves(open_page: OpenPage, way: Way) -> None:
    page = open_page(way)
    go_elsewhere(page.context)
    page.goto("/help/about/")
    Keys(page).tab_to(page.get_by_role("button", name="Leave this page now"))
    page.keyboard.press("Enter")
    page.wait_for_url(AWAY)


def test_shift_pressed_three_times_leaves(page: Page) -> None:
    go_elsewhere(page.context)
    page.goto("/help/about/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(AWAY)
