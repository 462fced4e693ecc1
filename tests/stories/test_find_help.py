"""Somebody finds help: by words, narrowed, out of a dead end; says what is wrong; and the editor reads it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast
from tests.stories.conftest import OpenPage, Way
from tests.stories.shots import shot

pytestmark = pytest.mark.usefixtures("cast")


def look_for(page: Page, words: str, near: str = "") -> None:
    page.goto("/services/")
    page.get_by_label("What are you looking for?").fill(words)
    page.get_by_label("Near where?").fill(near)
    page.get_by_role("button", name="Search").click()


def narrow(page: Page, **chosen: str) -> None:
    """Choose more, and search again."""
    if not page.get_by_label("How old is the person?").is_visible():
        page.get_by_text("More choices").click()
    if "km" in chosen:
        page.get_by_label("How far away?").select_option(chosen["km"])
    if "access" in chosen:
        page.get_by_label(chosen["access"]).check()
    page.get_by_role("button", name="Search").click()


def number_found(page: Page) -> int:
    said = page.locator("h2#found").inner_text()
    number = re.match(r"(\d+) places? found", said)
    return int(number[1]) if number else 0


def test_somebody_finds_a_lunch_club_and_says_that_it_has_closed(
    open_page: OpenPage, cast: Cast, way: Way
) -> None:
    page = open_page(way)
    look_for(page, "lunch club", "Beck End")
    many = number_found(page)
    assert many > 1
    expect(page.get_by_role("img", name="Map of the places found")).to_be_visible()
    shot(page, "find help found")
    narrow(page, km="10", access="a hearing loop")
    fewer = number_found(page)
    assert 0 < fewer < many
    narrow(page, access="parking for disabled people")
    narrow(page, access="sign language (BSL)")
    expect(page.locator("h2#found")).to_have_text("Nothing found with all these choices")
    expect(page.get_by_text("What is nearest to you")).to_be_visible()
    page.locator("#ways-out a").first.click()
    assert number_found(page) > 0
    first = page.locator("#services h3 a").first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    shot(page, "a service")
    page.get_by_role("link", name="This is wrong, or has closed").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what is wrong")
    page.get_by_label("It has closed").check()
    page.get_by_label("What should it say?").fill(f"Seen at {way.width}: a note on the door.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Thank you.")
    editor = open_page(way)
    cast.be("edie", editor.context)
    editor.goto("/staff/directory/")
    told = editor.locator(".onward-service", has_text=f"Seen at {way.width}").first
    expect(told).to_contain_text(name)
    told.get_by_role("button", name="Taken care of").click()
    expect(editor.locator("main")).not_to_contain_text(f"Seen at {way.width}: a note")


def test_a_place_that_several_are_called_is_asked_for(page: Page) -> None:
    look_for(page, "", "village hall")
    page.locator("#choices a").first.click()
    expect(page.get_by_label("Near where?")).to_have_value(re.compile(r"^Village Hall \(QQ"))
    expect(page.locator("#choices")).to_have_count(0)
    expect(page.locator("#services li").first).to_contain_text("near you")
