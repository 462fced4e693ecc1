"""The whole walk: a resident asks, an adviser decides, the resident is told and may say that it is wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.conftest import DESK, OpenPage, Way
from tests.stories.walk import (
    Asked,
    Tells,
    advise,
    ask_for_help,
    come_back,
    decide,
    figures,
    make_the_person,
    open_request,
    row_of,
    say_it_is_wrong,
    sign_in_as,
)

A_DAY = re.compile(r"by the end of (Mon|Tues|Wednes|Thurs|Fri)day \d{1,2} [A-Z][a-z]+ \d{4}")
WRONG = "The person says it is wrong"


def test_a_resident_asks_an_adviser_decides_and_the_resident_says_it_is_wrong(
    open_page: OpenPage, way: Way
) -> None:
    resident, adviser, manager = open_page(way), open_page(way), open_page(way)
    tells = Tells(given="Walker", family=f"Way {way.width}{way.scripts}", postcode="QQ1 1AA")
    sign_in_as(manager, "Ewa Evenkeel")
    before = figures(manager)

    asked = _ask_and_be_told_what_happens_next(resident, tells)
    _read_make_the_person_and_decide(adviser, asked, tells)
    _see_the_decision_and_say_it_is_wrong(resident, asked)

    open_request(adviser, asked.reference)
    expect(adviser.locator("main")).to_contain_text(WRONG)
    expect(adviser.locator("main")).to_contain_text("I asked for company, not a list.")
    adviser.goto("/staff/requests/")
    expect(row_of(adviser, asked.reference)).to_contain_text(WRONG)
    after = figures(manager)
    assert after["Advice and community"][1] == before["Advice and community"][1] + 1
    assert after["Waiting for a decision"][0] == before["Waiting for a decision"][0] + 1
    manager.get_by_role("link", name=re.compile("came in today")).click()
    expect(row_of(manager, asked.reference)).to_contain_text(WRONG)


@pytest.mark.parametrize("way", [DESK, Way(360, 740, scripts=False)], ids=["desk", "phone-without-scripts"])
def test_somebody_asks_for_another_who_agrees(open_page: OpenPage, way: Way) -> None:
    resident, adviser = open_page(way), open_page(way)
    asker = ("Nell Niece", "I am family or their partner", "Yes, and they agree")
    asked = ask_for_help(resident, Tells(given="Uncle", family=f"Agreeing {way.width}", asker=asker))
    sign_in_as(adviser, "Ada Answerwell")
    open_request(adviser, asked.reference)
    expect(adviser.get_by_role("heading", level=1)).to_contain_text("Uncle Agreeing")
    expect(adviser.locator("main")).to_contain_text("Nell Niece")
    advise(adviser, asked.reference, reason="He may like the bowls club.")
    come_back(resident, asked)
    expect(resident.locator("main")).to_contain_text("He may like the bowls club.")


def test_somebody_who_asks_for_another_without_agreement_is_told_only_that_it_was_looked_at(
    open_page: OpenPage,
) -> None:
    resident, adviser = open_page(), open_page()
    asker = ("Nosy Neighbour", "I am a friend or neighbour", "No")
    asked = ask_for_help(resident, Tells(given="Private", family="Person", asker=asker))
    sign_in_as(adviser, "Ada Answerwell")
    advise(adviser, asked.reference, reason="She manages well and told us so.")
    come_back(resident, asked)
    told = resident.locator("main")
    expect(told).to_contain_text("We have read it")
    for kept_back in ("She manages well", "Advice", "advice", "What could help", "Private", "Person"):
        expect(told).not_to_contain_text(kept_back)


def _ask_and_be_told_what_happens_next(page: Page, tells: Tells) -> Asked:
    asked = ask_for_help(page, tells)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", asked.reference)
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", asked.code)
    expect(page.locator("ol")).to_contain_text(A_DAY)
    services = page.locator("#services > li")
    expect(services).to_have_count(3)
    for number in range(3):
        expect(services.nth(number).locator("strong")).not_to_be_empty()
    return asked


def _read_make_the_person_and_decide(page: Page, asked: Asked, tells: Tells) -> None:
    sign_in_as(page, "Ada Answerwell")
    open_request(page, asked.reference)
    expect(page.locator("main")).to_contain_text("I see nobody from one week to the next.")
    expect(page.locator("main")).to_contain_text("QQ1 1AA")
    make_the_person(page)
    expect(page.get_by_role("link", name=f"{tells.given} {tells.family}")).to_be_visible()
    decide(
        page,
        "Advice and community",
        reason="You manage well. Here are two groups near you.",
        grounds="There is no appearance of need",
        services=2,
    )
    expect(page.locator("main")).to_contain_text("Decision 1: Advice and community")
    expect(page.locator("main")).to_contain_text("Ada Answerwell")


def _see_the_decision_and_say_it_is_wrong(page: Page, asked: Asked) -> None:
    come_back(page, asked)
    told = page.locator("main")
    expect(told).to_contain_text("We have some advice, and services that could help.")
    expect(told).to_contain_text("You manage well. Here are two groups near you.")
    expect(told.locator("li.onward-service")).to_have_count(2)
    say_it_is_wrong(page, "I asked for company, not a list.")
    expect(told).to_contain_text("You told us that this is wrong.")
