"""The huddle by keyboard: each request is decided, and the first answer to the next is one press of Tab away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask
from tests.stories.conftest import DESK, OpenPage, Way
from tests.stories.huddle_states import HUDDLE, end
from tests.stories.keys import Keys
from tests.stories.raw import NewSender

TOGETHER = 3


@pytest.fixture
def page(open_page: OpenPage, cast: Cast, new_sender: NewSender) -> Page:
    """Ada, with some requests more to decide."""
    for _ in range(TOGETHER):
        ask(new_sender())
    opened = open_page(Way(DESK.width, DESK.height, scripts=False))
    cast.be("ada", opened.context)
    opened.goto(HUDDLE)
    end(opened, cast)
    return opened


def test_requests_are_decided_one_after_another_by_keyboard(page: Page, cast: Cast) -> None:
    keys = Keys(page)
    keys.press("Begin")
    seen = set()
    for _ in range(TOGETHER):
        seen.add(page.title())
        keys.choose("Advice and community", "Urgent help before assessment")
        keys.write("Your reason", "She has no heating.")
        keys.press("Decide")
        expect(page).to_have_url(re.compile(r"/huddle/(\?at=[\w-]+#decide)?$"))
    assert len(seen) == TOGETHER
    end(page, cast)


def test_who_sees_it_otherwise_is_kept_while_the_decision_is_half_written(page: Page, cast: Cast) -> None:
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Your reason").fill("Half written.")
    page.get_by_text("Somebody here sees it otherwise").click()
    page.get_by_label("Who?").select_option(index=1)
    page.get_by_label("What do they think?").fill("She fell twice last month.")
    page.get_by_role("button", name="Keep that").click()
    expect(page.locator("main")).to_contain_text("She fell twice last month.")
    expect(page.get_by_label("Your reason")).to_have_value("Half written.")
    end(page, cast)
