"""Two windows, two presses, two advisers, and the browser's own buttons: one thing happens, and no words are lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.stories.cast import Cast, ask, asked_of, decide, write
from tests.stories.conftest import OpenPage, Way
from tests.stories.raw import NewSender
from tests.stories.walk import (
    Tells,
    ask_for_help,
    begin,
    go_on,
    say_how_to_reach_them,
    say_what_would_help,
    say_who_it_is,
    say_who_needs_help,
)

TELLS = Tells(given="Twice", family="Over")
# The form of the page, sent twice at the same moment; gives the addresses at which both ended.
SEND_TWICE = """async changed => {
    const form = [...document.querySelectorAll('main form')].at(-1)
    const send = own => {
        const body = new URLSearchParams(new FormData(form))
        Object.entries(own).forEach(([name, value]) => body.set(name, value))
        return fetch(form.action || location.href, {method: 'POST', body})
    }
    const answers = await Promise.all([send({}), send(changed)])
    return Promise.all(answers.map(async each => [each.status, each.url, await each.text()]))
}"""


def look(page: Page, way: str) -> None:
    """The browser's own button: "back" or "forward"."""
    page.wait_for_load_state()
    with page.expect_navigation():
        page.evaluate(f"history.{way}()")


def test_two_windows_with_different_answers_keep_both_until_one_is_chosen(page: Page) -> None:
    begin(page)
    say_who_needs_help(page, TELLS)
    other = page.context.new_page()
    other.goto("/help/help/")
    say_what_would_help(page, Tells(words="From the first window."))
    other.get_by_label("Money, benefits or bills").check()
    other.get_by_label("What is happening").fill("From the second window.")
    go_on(other)
    main = other.locator("main")
    expect(main).to_contain_text("You answered this in another window too.")
    expect(main).to_contain_text("From the first window.")
    expect(other.get_by_label("What is happening")).to_have_value("From the second window.")
    go_on(other)
    other.goto("/help/help/")
    expect(other.get_by_label("What is happening")).to_have_value("From the second window.")


def test_two_windows_on_the_very_first_page_are_each_taken(page: Page) -> None:
    page.goto("/help/about/")
    other = page.context.new_page()
    other.goto("/help/about/")
    say_who_needs_help(page, TELLS)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would you like help with?")
    say_who_needs_help(other, Tells(asker=("Nell", "I work with them", "No")))
    expect(other.get_by_role("heading", level=1)).to_have_text("What would you like help with?")


def test_back_after_each_page_shows_what_was_answered(page: Page) -> None:
    begin(page)
    for say in (say_who_needs_help, say_what_would_help, say_who_it_is, say_how_to_reach_them):
        before = page.url
        say(page, TELLS)
        after = page.url
        assert after != before
        look(page, "back")
        assert page.url == before
        assert (
            page.locator("input:checked").count() or page.get_by_label("First name").input_value() == "Twice"
        )
        go_on(page)
        assert page.url == after
    expect(page.locator("main")).to_contain_text("Twice")


def test_back_after_sending_sends_nothing_again_and_begins_nothing_twice(page: Page, cast: Cast) -> None:
    asked = ask_for_help(page, Tells(given="Backward", family="Glance"))
    look(page, "back")
    assert page.get_by_role("button", name="Send", exact=True).count() == 0
    listed = cast.sender("ada").get("/staff/requests/").text
    assert listed.count(asked.reference) == 2  # its link and its line


def test_forward_again_after_looking_back_shows_the_reference_again(page: Page) -> None:
    asked = ask_for_help(page, TELLS)
    look(page, "back")
    look(page, "forward")
    assert asked.reference in page.locator("main").inner_text()


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({}, id="one form"),
        pytest.param(
            {"key": "00000000-0000-4000-8000-000000000001"},
            id="two windows",
        ),
    ],
)
def test_two_sends_at_the_same_moment_are_one_request(
    page: Page, cast: Cast, new_sender: NewSender, changed: dict[str, str]
) -> None:
    resident = new_sender()
    write(resident, given="Doubled")
    resident.lend(page.context)
    page.goto("/help/check/")
    before = cast.sender("ada").get("/staff/requests/").text.count("Doubled")
    answers = page.evaluate(SEND_TWICE, changed)
    asked = asked_of(resident.get("/help/sent/"))
    assert cast.sender("ada").get("/staff/requests/").text.count("Doubled") == before + 1
    assert [(status, asked.reference in text) for status, _, text in answers] == [(200, True), (200, True)]


def test_a_double_click_without_scripts_sends_once(
    open_page: OpenPage, cast: Cast, new_sender: NewSender
) -> None:
    resident, page = new_sender(), open_page(Way(1280, 900, scripts=False))
    write(resident, given="Clicked")
    resident.lend(page.context)
    page.goto("/help/check/")
    page.get_by_role("button", name="Send").dblclick()
    page.wait_for_url("**/help/sent/")
    assert cast.sender("ada").get("/staff/requests/").text.count("Clicked") == 1


def test_two_advisers_decide_the_same_request_and_the_second_keeps_their_words(
    open_page: OpenPage, cast: Cast, new_sender: NewSender
) -> None:
    asked, ewa = ask(new_sender()), open_page()
    cast.be("ewa", ewa.context)
    ewa.goto(f"/staff/requests/{asked.reference}/")
    decide(cast.sender("ada"), asked.reference, reason="Ada was first.")
    ewa.get_by_label("Urgent help before assessment").check()
    ewa.get_by_label("Your reason").fill("Words that Ewa wrote.")
    ewa.get_by_role("button", name="Decide").click()
    main = ewa.locator("main")
    expect(main).to_contain_text("This request was already decided.")
    expect(main).to_contain_text("Ada was first.")
    expect(main).to_contain_text("Words that Ewa wrote.")
    expect(main).not_to_contain_text("Decision 2")


def test_somebody_is_matched_while_another_decides_and_the_second_press_is_enough(
    open_page: OpenPage, cast: Cast, new_sender: NewSender
) -> None:
    asked, ewa = ask(new_sender()), open_page()
    cast.be("ewa", ewa.context)
    ewa.goto(f"/staff/requests/{asked.reference}/")
    cast.sender("ada").fill(f"/staff/requests/{asked.reference}/person/")
    ewa.get_by_label("Urgent help before assessment").check()
    ewa.get_by_label("Your reason").fill("Words that Ewa wrote.")
    ewa.get_by_role("button", name="Decide").click()
    expect(ewa.get_by_role("alert")).to_contain_text("Somebody else changed this while you had it open.")
    expect(ewa.get_by_label("Urgent help before assessment")).to_be_checked()
    ewa.get_by_role("button", name="Decide").click()
    expect(ewa.locator("main")).to_contain_text("Decision 1: Urgent help before assessment")


def test_two_presses_at_the_same_moment_decide_once_make_one_person_and_object_once(
    page: Page, cast: Cast, new_sender: NewSender
) -> None:
    resident, ada = new_sender(), cast.sender("ada")
    asked = ask(resident, family="Single")
    cast.be("ada", page.context)
    page.goto(f"/staff/requests/{asked.reference}/person/")
    page.evaluate(SEND_TWICE, {})
    again = ask(new_sender(), family="Single")
    alike = ada.get(f"/staff/requests/{again.reference}/person/").text
    assert len(re.findall(r"It is this person<span[^>]*> Annis Single", alike)) == 1
    page.goto(f"/staff/requests/{asked.reference}/")
    page.get_by_label("Urgent help before assessment").check()
    page.get_by_label("Your reason").fill("Once is enough.")
    page.evaluate(SEND_TWICE, {})
    shown = ada.get(f"/staff/requests/{asked.reference}/").text
    assert (shown.count("Decision 1"), shown.count("Decision 2")) == (1, 0)
    resident.lend(page.context)
    page.goto("/request/wrong/")
    page.get_by_label("What is wrong?").fill("Said once.")
    page.evaluate(SEND_TWICE, {})
    assert ada.get(f"/staff/requests/{asked.reference}/").text.count("Said once.") == 1
