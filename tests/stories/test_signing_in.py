"""Olu looks after how he signs in: a passkey is added, shown again and removed, with a browser's virtual key."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.stories.conftest import DESK, FLAGS, ONLY_HERE, OpenPage, Way
from tests.stories.site import Site
from tests.stories.watching import Watch

# The browser's own virtual key: it is touched, and knows its holder, without anybody.
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
ADDED = "I have written them down"


@pytest.fixture
def page_with_a_key(playwright: Playwright, program: str, site: Site) -> Iterator[Page]:
    """Passkeys belong to a name: here localhost, which a browser of its own may reach."""
    arguments = [*FLAGS, f"{ONLY_HERE}, EXCLUDE localhost"]
    browser = playwright.chromium.launch(executable_path=program, args=arguments)
    context = browser.new_context(base_url=site.address.replace("127.0.0.1", "localhost"), locale="en-GB")
    watch = Watch()
    page = watch.over(context).new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield page
    browser.close()
    assert not watch.faults, "\n".join(watch.faults)


def be_olu(page: Page) -> None:
    page.goto("/staff/choose/")
    page.get_by_role("button", name="Olu Otherward").click()
    page.get_by_role("link", name="Your account").click()


def test_a_passkey_is_added_shown_again_and_removed(page_with_a_key: Page) -> None:
    page = page_with_a_key
    be_olu(page)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What you call it").fill("My laptop")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("link", name=ADDED)).to_be_visible()
    expect(page.locator("main code")).to_have_count(10)
    page.goto("/staff/account/passkeys/again/?next=/staff/account/codes/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes for when it is lost")
    expect(page.locator("main code")).to_have_count(0)
    page.goto("/staff/account/")
    expect(page.locator("main")).to_contain_text("My laptop")
    page.get_by_role("link", name=re.compile("Remove ?: My laptop")).click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.locator("main")).not_to_contain_text("My laptop")
    expect(page.locator("main")).to_contain_text("A second factor was changed")


def test_without_scripts_a_passkey_is_not_offered_and_an_app_is(open_page: OpenPage) -> None:
    page = open_page(Way(DESK.width, DESK.height, scripts=False))
    be_olu(page)
    page.goto("/staff/account/passkeys/")
    expect(page.get_by_role("button", name="Add it")).to_be_hidden()
    page.get_by_role("link", name="Set up an app that shows codes").click()
    expect(page.get_by_role("img")).to_be_visible()
    page.get_by_label("Code", exact=True).fill("000000")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("That is not the code")
