"""`unsafe_phone`: Hana, 34, lives with a man who reads her phone, and asks for help for her disabled mother."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.conftest import OpenPage, Way
from tests.stories.shots import shot
from tests.stories.walk import (
    AWAY,
    Asked,
    Tells,
    begin,
    decide,
    given,
    go_elsewhere,
    go_on,
    open_request,
    row_of,
    say_what_would_help,
    say_who_it_is,
    say_who_needs_help,
    sign_in_as,
)

HIS = "He reads my phone and opens my post. Only this email is mine."
MINE = "hana.elsewhere@example.org"
HANA = Tells(
    given="Vera",
    family="Quietly",
    born=None,
    words="My mum cannot use her legs. I lift her.",
    asker=("Hana Quietly", "I am family or their partner", "Yes, and they agree"),
)


def test_nothing_is_sent_where_he_would_see_it_and_a_worker_knows(open_page: OpenPage) -> None:
    hers = open_page()
    asked = _asks_for_her_mother(hers, HANA)
    ada = open_page()
    sign_in_as(ada, "Ada Answerwell")
    _a_worker_knows_before_anything_else(ada, asked)
    _cannot_write_to_her_phone(ada)
    open_request(ada, asked.reference)
    decide(ada, "Safeguarding concern", reason="She is afraid of the man she lives with.")
    ewa = open_page()
    sign_in_as(ewa, "Ewa Evenkeel")
    _the_outbox_holds_it_all(ewa, asked)


def test_whoever_asked_not_to_be_contacted_finds_the_answer_and_is_sent_nothing(open_page: OpenPage) -> None:
    hers, tells = open_page(), Tells(given="Hana", family="Notcontacted")
    begin(hers)
    for say in (say_who_needs_help, say_what_would_help, say_who_it_is):
        say(hers, tells)
    hers.get_by_label("Do not contact me").check()
    go_on(hers)
    hers.get_by_role("button", name="Send").click()
    asked = given(hers)
    ada = open_page()
    sign_in_as(ada, "Ada Answerwell")
    expect(row_of(ada, asked.reference)).to_contain_text("Do not contact")
    open_request(ada, asked.reference)
    expect(ada.locator("main")).to_contain_text("Do not contact this person")
    ada.get_by_role("link", name="Write to them").click()
    _writes(ada, "Please ring us", "Text", "07700 900 001")
    expect(ada.locator("main")).to_contain_text("They asked us not to contact them")
    expect(ada.get_by_role("button", name="Send it")).to_have_count(0)
    shot(ada, "unsafe phone: no message")


def test_one_press_leaves_and_back_shows_nothing_of_it(open_page: OpenPage, way: Way) -> None:
    hers = open_page(way)
    go_elsewhere(hers.context)
    begin(hers)
    say_who_needs_help(hers, HANA)
    say_what_would_help(hers, HANA)
    hers.get_by_role("button", name="Leave this page now").click()
    hers.wait_for_url(AWAY)
    assert "sessionid" not in {each["name"] for each in hers.context.cookies()}
    hers.go_back()
    for told in ("lift her", "Hana Quietly", "Quietly"):
        expect(hers.locator("body")).not_to_contain_text(told)
        assert told not in hers.content()
    hers.goto("/help/help/")
    assert "lift her" not in hers.content()


@pytest.mark.parametrize("path", ["/", "/services/", "/request/", "/paper/", "/carer/", "/nowhere/"])
def test_every_page_for_the_public_can_be_left_at_once(page: Page, path: str) -> None:
    go_elsewhere(page.context)
    page.goto(path)
    page.get_by_role("button", name="Leave this page now").click()
    page.wait_for_url(AWAY)


def _asks_for_her_mother(page: Page, tells: Tells) -> Asked:
    begin(page)
    for say in (say_who_needs_help, say_what_would_help, say_who_it_is):
        say(page, tells)
    expect(page.locator("main")).to_contain_text("If someone checks your phone, email or post")
    page.get_by_label("Email me").check()
    page.get_by_label("Email address").fill(MINE)
    page.get_by_label("Is there anything we should know").fill(HIS)
    shot(page, "unsafe phone: asked what is safe")
    go_on(page)
    page.get_by_role("button", name="Send").click()
    return given(page)


def _a_worker_knows_before_anything_else(page: Page, asked: Asked) -> None:
    expect(row_of(page, asked.reference)).to_contain_text("Read first how to reach them")
    shot(page, "unsafe phone: the list")
    open_request(page, asked.reference)
    main = page.locator("main")
    expect(main).to_contain_text("Read this before you ring, write or visit")
    expect(main).to_contain_text(HIS)
    expect(main).to_contain_text("Reach them by email only. Do not ring.")
    email = page.locator(".govuk-summary-list__row").filter(has_text=MINE)
    expect(email).to_contain_text("Read the warning first")
    expect(main).to_contain_text("They wrote something about how to reach them safely. Read it first.")
    shot(page, "unsafe phone: the request")
    page.get_by_role("link", name="Who said what, and when").click()
    expect(page.locator("main")).to_contain_text("Read this before you ring")


def _cannot_write_to_her_phone(page: Page) -> None:
    page.go_back()
    page.get_by_role("link", name="Write to them").click()
    _writes(page, "Please ring us", "Text", "07700 900 001")
    expect(page.locator("main")).to_contain_text("They asked to be reached in another way.")
    expect(page.get_by_role("button", name="Send it")).to_have_count(0)
    _writes(page, "Please ring us", "Email", MINE)
    expect(page.get_by_role("button", name="Write it, to be looked at")).to_be_visible()
    shot(page, "unsafe phone: what would go")


def _writes(page: Page, what: str, by: str, to: str) -> None:
    page.get_by_label(what, exact=True).check()
    page.get_by_label(by, exact=True).check()
    page.get_by_label("To which number or address?").fill(to)
    page.get_by_role("button", name="Show what would go").click()


def _the_outbox_holds_it_all(page: Page, asked: Asked) -> None:
    page.goto("/staff/outbox/")
    rows = row_of(page, asked.reference)
    expect(rows).to_have_count(2)
    for row in rows.all():
        expect(row).to_contain_text("Held")
        expect(row).to_contain_text("Read it first.")
    shot(page, "unsafe phone: the outbox")
    for taken in page.locator(".onward-service").all():
        expect(taken).not_to_contain_text(MINE)
