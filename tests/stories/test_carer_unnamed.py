"""`carer_unnamed`: Amina, 52, cares for her mother and works. She does not call herself a carer, and is seen as one."""

from playwright.sync_api import Page, expect

from tests.stories.shots import shot
from tests.stories.walk import (
    Asked,
    Tells,
    begin,
    given,
    go_on,
    open_request,
    say_how_to_reach_them,
    say_who_it_is,
    send,
    sign_in_as,
)

AMINA = Tells(
    given="Zainab",
    family="Madeup",
    born=None,
    words="My mum forgets the stove. I work in the mornings and I am so tired.",
    asker=("Amina Madeup", "I am family or their partner", "Yes, and they agree"),
)


def test_she_is_seen_as_a_carer_and_asks_for_an_assessment_of_her_own(page: Page) -> None:
    asked = _asks_for_her_mother(page)
    _is_told_that_there_is_help_for_her(page)
    own = _asks_for_herself(page)
    assert own.reference != asked.reference
    sign_in_as(page, "Ada Answerwell")
    open_request(page, asked.reference)
    expect(page.locator("main")).to_contain_text("Whoever asked appears to be a carer")
    expect(page.locator("main")).to_contain_text("Care Act 2014 s10")
    shot(page, "carer unnamed: the adviser")
    open_request(page, own.reference)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Amina Madeup: A carer’s assessment")


def _asks_for_her_mother(page: Page) -> Asked:
    begin(page)
    page.get_by_label("Someone else", exact=True).check()
    go_on(page)
    assert AMINA.asker
    name, relation, knows = AMINA.asker
    page.get_by_label("Your name").fill(name)
    page.get_by_label(relation).check()
    page.get_by_label("Yes, most days or every week").check()
    page.get_by_label(knows, exact=True).check()
    go_on(page)
    page.get_by_label("Memory or getting confused").check()
    page.get_by_label("What is happening").fill(AMINA.words)
    go_on(page)
    say_who_it_is(page, AMINA)
    say_how_to_reach_them(page, AMINA)
    return send(page)


def _is_told_that_there_is_help_for_her(page: Page) -> None:
    expect(page.get_by_role("heading", name="Help for you too")).to_be_visible()
    expect(page.locator("main")).to_contain_text("You told us that you help someone with everyday things.")
    expect(page.locator("main")).to_contain_text("You can ask for an assessment for yourself at any time.")
    shot(page, "carer unnamed: help for you too")


def _asks_for_herself(page: Page) -> Asked:
    """What she told about herself is there already."""
    page.get_by_role("link", name="Ask for a carer’s assessment").click()
    shot(page, "carer unnamed: ask")
    page.get_by_role("button", name="Ask for a carer’s assessment").click()
    page.get_by_label("First name").fill("Amina")
    page.get_by_label("Last name").fill("Madeup")
    go_on(page)
    expect(page.get_by_label("Phone number")).to_have_value(AMINA.number)
    go_on(page)
    send(page)
    return given(page)
