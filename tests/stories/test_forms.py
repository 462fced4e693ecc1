"""Forms in the browser: a page that shows at once what is asked now, and one that works without a script."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast
from tests.stories.conftest import DESK, PHONE, WAYS, OpenPage, Way
from tests.stories.keys import Keys

FORM = "/staff/forms/first-contact/"
ASKER, ME = "part-asker", "part-me"


def state_of(page: Page, part: str) -> str:
    return page.locator(f"[data-state-of='{part}']").text_content() or ""


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def whole(request: pytest.FixtureRequest, open_page: OpenPage, cast: Cast) -> Page:
    page = open_page(request.param)
    cast.be("ada", page.context)
    page.goto(f"{FORM}whole/")
    return page


def test_a_part_opens_when_an_answer_asks_for_it_and_folds_when_it_no_longer_does(whole: Page) -> None:
    name = whole.locator("[id='asker-name']")
    expect(name).to_be_hidden()
    assert state_of(whole, ASKER) == "does not apply now"
    whole.get_by_label("Someone else", exact=True).check()
    expect(name).to_be_visible()
    asked = whole.locator("[id='part-asker'] [data-counts]").count()
    assert state_of(whole, ASKER) == f"to do: 0 of {asked} answered"
    name.fill("Ann")
    name.blur()
    assert state_of(whole, ASKER) == f"1 of {asked} answered"
    whole.get_by_label("I do", exact=True).check()
    expect(name).to_be_hidden()
    assert state_of(whole, ASKER) == "does not apply now"
    assert state_of(whole, ME) == "to do: 0 of 4 answered"


def test_the_script_and_the_server_count_the_same(whole: Page) -> None:
    whole.get_by_label("Someone else", exact=True).check()
    whole.get_by_label("Email me").check()
    whole.get_by_label("Email address").fill("ann@example.org")
    whole.get_by_label("Email address").blur()
    told = whole.locator("[data-state-of], [data-total]")
    before = told.all_text_contents()
    whole.get_by_role("button", name="Save", exact=True).click()
    assert told.all_text_contents() == before
    expect(whole.get_by_label("Email address")).to_have_value("ann@example.org")


def test_a_form_on_one_page_is_filled_in_by_keyboard_alone(open_page: OpenPage, cast: Cast) -> None:
    page = open_page(DESK)
    cast.be("ada", page.context)
    page.goto(f"{FORM}whole/#part-help")
    keys = Keys(page)
    keys.tick("Feeling lonely or cut off")
    keys.write("What is happening", "I cannot use a mouse.")
    page.keyboard.press("Tab")
    page.get_by_label("What is happening").focus()
    keys.press("Save and finish")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.get_by_label("What is happening")).to_have_value("I cannot use a mouse.")
    page.locator(".govuk-error-summary a").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "who"


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_enter_in_a_field_saves(open_page: OpenPage, cast: Cast, way: Way) -> None:
    page = open_page(way)
    cast.be("ada", page.context)
    page.goto(f"{FORM}whole/")
    page.locator("#part-me details").evaluate("each => { each.open = true }")
    field = page.locator("[id='me-given']")
    field.fill("Annis")
    field.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("[id='me-given']")).to_have_value("Annis")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nothing_scrolls_sideways_in_the_advisers_list(open_page: OpenPage, cast: Cast, way: Way) -> None:
    page = open_page(way)
    cast.be("ada", page.context)
    page.goto("/staff/requests/")
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('main *')].map(each => each.scrollWidth))"
    )
    assert widest <= way.width
    assert page.get_by_role("row").count() > 1
    expect(page.get_by_role("row").nth(1)).to_contain_text("November")
