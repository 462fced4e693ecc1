"""A form that is left is gone on with: by its writer on another phone, or with an adviser on the telephone."""

from playwright.sync_api import Page, expect

from tests.stories.cast import Cast
from tests.stories.conftest import PHONE, OpenPage
from tests.stories.shots import shot
from tests.stories.walk import Tells, begin, come_back, given, go_on, say_who_needs_help, sign_in_as

HALF = Tells(words="I fell in the bath. The phone rings now and")


def _leaves(page: Page) -> None:
    begin(page)
    say_who_needs_help(page, HALF)
    page.get_by_label("What is happening").fill(HALF.words)
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your form is saved")
    shot(page, "stopping for now")


def test_what_was_left_is_there_on_another_phone_as_it_was_typed(page: Page, open_page: OpenPage) -> None:
    _leaves(page)
    left = given(page)
    page.get_by_role("button", name="Forget my form").click()
    other = open_page(PHONE)
    come_back(other, left)
    expect(other.get_by_label("What is happening")).to_have_value(HALF.words)
    expect(other.locator("main")).to_contain_text("It is not saved yet")
    other.get_by_label("Moving around at home, or falls").check()
    go_on(other)
    expect(other.get_by_role("heading", level=1)).to_have_text("About you")


def test_an_adviser_goes_on_with_it_while_the_person_is_on_the_phone(page: Page, open_page: OpenPage) -> None:
    _leaves(page)
    left = given(page)
    ada = open_page()
    sign_in_as(ada, "Ada Answerwell")
    expect(ada.locator("main")).not_to_contain_text(left.reference)
    ada.get_by_role("link", name="Go on with somebody’s form").click()
    ada.get_by_label("Reference").fill(left.reference)
    ada.get_by_label("Code").fill("WRNG-CDDE")
    ada.get_by_role("button", name="Open their form").click()
    expect(ada.get_by_role("alert")).to_contain_text("could not find a request")
    ada.get_by_label("Code").fill(left.code)
    ada.get_by_role("button", name="Open their form").click()
    expect(ada.get_by_label("I do", exact=True)).to_be_checked()
    ada.get_by_label("Moving around at home, or falls").check()
    ada.get_by_role("button", name="Save", exact=True).click()
    shot(ada, "taken over")
    page.goto("/help/help/")
    expect(page.get_by_label("Moving around at home, or falls")).to_be_checked()


def test_what_is_typed_is_kept_by_itself(page: Page, cast: Cast) -> None:
    begin(page)
    say_who_needs_help(page, HALF)
    page.clock.install()
    page.get_by_label("What is happening").fill(HALF.words)
    with page.expect_response(lambda answer: answer.request.method == "POST") as kept:
        page.clock.run_for(11_000)
    assert kept.value.status == 204
    page.reload()
    expect(page.get_by_label("What is happening")).to_have_value(HALF.words)
