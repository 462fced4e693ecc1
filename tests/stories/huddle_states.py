"""The states of the huddle: before it begins, with one request, and with what is wrong."""

from playwright.sync_api import Page

from tests.stories.cast import Cast
from tests.stories.state import State

HUDDLE = "/staff/requests/huddle/"


def end(page: Page, _: Cast) -> None:
    """Whatever another state began is over."""
    ending = page.get_by_role("button", name="End the huddle")
    if ending.count():
        ending.click()
        page.goto(page.url.split("/staff/")[0] + HUDDLE)


def begin(page: Page, cast: Cast) -> None:
    """It goes on, with one request to decide."""
    begins = page.get_by_role("button", name="Begin")
    if begins.count():
        begins.click()


def _decide_nothing(page: Page, cast: Cast) -> None:
    begin(page, cast)
    page.get_by_role("button", name="Decide").click()


def _say_nothing(page: Page, cast: Cast) -> None:
    begin(page, cast)
    page.get_by_text("Somebody here sees it otherwise").click()
    page.get_by_role("button", name="Keep that").click()


HUDDLE_STAFF = (
    State("huddle: before", HUDDLE, "ada", end),
    State("huddle: one request", HUDDLE, "ada", begin),
    State("huddle: errors", HUDDLE, "ada", _decide_nothing),
    State("huddle: errors of an opinion", HUDDLE, "ada", _say_nothing),
)
