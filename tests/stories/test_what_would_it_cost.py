"""Bert, 71, wants to know what a care home would cost before he asks: in five minutes, and without giving his name."""

from playwright.sync_api import Page, expect

from tests.stories.cast import Cast
from tests.stories.conftest import OpenPage, Way
from tests.stories.reckoner_states import tell_berts_money
from tests.stories.shots import shot


def line_by_line(page: Page) -> list[str]:
    """The steps of a care home for good."""
    return page.locator("#care_home ol li").all_inner_texts()


def test_bert_sees_what_a_care_home_would_cost_and_why(open_page: OpenPage, way: Way, cast: Cast) -> None:
    page = open_page(way)
    page.goto("/")
    page.get_by_role("link", name="See what care might cost you").click()
    expect(page.get_by_text("We do not ask who you are.")).to_be_visible()
    shot(page, "what would I pay")
    tell_berts_money(page, cast)
    expect(page.get_by_role("heading", level=1)).to_have_text("What you might pay")
    expect(page.locator("#charges")).to_contain_text("In a care home for good")
    told = line_by_line(page)
    assert any("You have £19,400.00 of your own." in each for each in told)
    assert any("Your home does not count while your partner lives in it." in each for each in told)
    # £203.85 of State Pension and £21 for his savings, less the £31.80 that he keeps.
    assert any("You pay £193.05 a week. The council pays £706.95." in each for each in told)
    expect(page.get_by_role("img", name="Pounds left of your savings")).to_be_visible()
    expect(page.locator("#pointers")).to_contain_text("Attendance Allowance")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= way.width
    shot(page, "what you might pay")
    page.get_by_role("button", name="What if my partner did not live there?").click()
    expect(page.locator("#supposed")).to_contain_text("did not live in your home")
    assert any("Your home counts as" in each for each in line_by_line(page))
    shot(page, "what you might pay alone")
    page.get_by_role("button", name="Go back to what I told you").click()
    assert line_by_line(page) == told
    page.get_by_role("button", name="Change my answers").click()
    expect(page.get_by_label("How much do you have in savings of your own")).to_have_value("19400")
    assert not page.context.cookies() or {each["name"] for each in page.context.cookies()} == {"csrftoken"}
