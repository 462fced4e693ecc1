"""The states of the ready reckoner, and what Bert tells it."""

from playwright.sync_api import Page

from tests.stories.cast import Cast
from tests.stories.state import State, press

ADDRESS = "/what-would-i-pay/"


def tell_berts_money(page: Page, _: Cast) -> None:
    """Bert is 71, owns his home and lives there with his wife, and has £19,400 of savings."""
    page.get_by_label("How old are you?").fill("71")
    page.get_by_role("group", name="Do you have a husband, wife or partner?").get_by_label("Yes").check()
    page.get_by_role("group", name="Do you own your home?").get_by_label("Yes").first.check()
    page.get_by_label("What could you sell it for").fill("£240,000")
    page.get_by_label("My husband, wife or partner").check()
    page.get_by_label("How much do you have in savings of your own").fill("£19,400")
    page.get_by_label("State Pension", exact=True).check()
    page.locator("#pay-state-pension").fill("815.40")
    page.locator("#pay-state-pension-unit").select_option("£ every 4 weeks")
    page.locator("#pay-care-home").fill("900")
    page.locator("#pay-care-at-home").fill("240")
    page.get_by_role("button", name="See what I might pay").click()


def _say_that_nobody_lives_there(page: Page, cast: Cast) -> None:
    tell_berts_money(page, cast)
    press("What if my partner did not live there?")(page, cast)


RECKONER = (
    State("what would I pay: empty", ADDRESS),
    State("what would I pay: errors", ADDRESS, do=press("See what I might pay")),
    State("what you might pay", ADDRESS, do=tell_berts_money),
    State("what you might pay: supposed", ADDRESS, do=_say_that_nobody_lives_there),
)
