"""A worker introduces somebody to a service with their consent; the service answers without an account; all see it."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask, sign_in
from tests.stories.conftest import OpenPage
from tests.stories.raw import NewSender, Sender
from tests.stories.shots import shot
from tests.stories.walk import Asked, come_back

EMAIL = "hello@club.example.org"


@pytest.fixture
def asked(new_sender: NewSender) -> Asked:
    return ask(new_sender(), words="I would like company on Fridays.")


def _give_the_first_service_an_address(page: Page, service: str) -> None:
    """What an editor does who was told it on the telephone."""
    page.goto(f"/staff/directory/services/{service}/")
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_role("button", name="Show this", exact=True).click()


def _link_in_the_email(page: Page) -> str:
    """The address that the club finds in its mailbox, as the demonstration's own service took it."""
    for _ in range(120):
        page.goto("/staff/outbox/")
        found = re.search(r"https?://[\d.:]+(/partners/[\w-]{43}/)", page.content())
        if found:
            return found[1]
        time.sleep(0.5)
    raise AssertionError("no email with a link came")


def test_from_a_workers_page_to_a_clubs_answer_and_back(
    open_page: OpenPage, page: Page, cast: Cast, asked: Asked
) -> None:
    worker, club, resident = page, open_page(), open_page()
    cast.be("ada", worker.context)
    worker.goto(f"/staff/requests/{asked.reference}/")
    worker.get_by_role("link", name="Give services, or introduce").click()
    service = worker.locator("input[name=service]").first.get_attribute("value")
    assert service
    manager = open_page()
    sign_in(Sender(manager.request), "ewa")
    _give_the_first_service_an_address(manager, service)
    shot(worker, "give services")
    worker.get_by_role("link", name="Introduce them").first.click()
    expect(worker.get_by_label("What do they want?")).to_have_value("I would like company on Fridays.")
    worker.get_by_role("button", name="They agree: tell the service").click()
    expect(worker.get_by_role("alert")).to_contain_text("Choose how they agreed")
    worker.get_by_label("On the telephone").check()
    shot(worker, "introduce")
    worker.get_by_role("button", name="They agree: tell the service").click()
    expect(worker.locator("main")).to_contain_text("They were told; no answer yet")

    club.goto(_link_in_the_email(manager))
    expect(club.locator("main")).to_contain_text("I would like company on Fridays.")
    assert "Bywater" not in club.content() and asked.reference not in club.content()
    club.get_by_label("They are on our waiting list").check()
    club.get_by_label("About how many weeks?").fill("3")
    shot(club, "a club answers")
    club.get_by_role("button", name="Tell the council").click()
    expect(club.locator("main")).to_contain_text("about 3 weeks")

    worker.reload()
    expect(worker.locator("main")).to_contain_text("On their waiting list, about 3 weeks")
    come_back(resident, asked)
    expect(resident.locator("main")).to_contain_text("You are on their waiting list.")
    shot(resident, "the person sees it")
    resident.get_by_role("button", name="I do not want them to know").click()
    expect(resident.locator("main")).to_contain_text("They cannot see it any more.")
    club.reload()
    expect(club.get_by_role("heading", level=1)).to_have_text("This link opens nothing now")
