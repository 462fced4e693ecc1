"""The walk in the words of those who walk it: a resident asks and comes back, an adviser decides."""

import re
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page, Route

AWAY = re.compile(r"/leave/$")


@dataclass(frozen=True)
class Tells:
    """What somebody says who asks. `asker` is who asks for another: their name, how they know them, who knows of it."""

    given: str = "Annis"
    family: str = "Bywater"
    born: tuple[str, str, str] | None = ("27", "3", "1950")
    postcode: str = ""
    needs: tuple[str, ...] = ("Feeling lonely or cut off",)
    words: str = "I see nobody from one week to the next.\nI would like company."
    reach: str = "Ring me"
    number: str = "01632 960 001"
    message: str = "No, only talk to me"
    asker: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Asked:
    """What somebody was given who asked."""

    reference: str
    code: str


def ask_for_help(page: Page, tells: Tells = Tells()) -> Asked:
    """The whole way from the first page to the reference and the code."""
    begin(page)
    say_who_needs_help(page, tells)
    say_what_would_help(page, tells)
    say_who_it_is(page, tells)
    say_how_to_reach_them(page, tells)
    return send(page)


def begin(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Start now").click()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and go on").click()


def say_who_needs_help(page: Page, tells: Tells) -> None:
    page.get_by_label("Someone else" if tells.asker else "I do", exact=True).check()
    go_on(page)
    if tells.asker:
        name, relation, knows = tells.asker
        page.get_by_label("Your name").fill(name)
        page.get_by_label(relation).check()
        page.get_by_label(knows, exact=True).check()
        go_on(page)


def say_what_would_help(page: Page, tells: Tells) -> None:
    for need in tells.needs:
        page.get_by_label(need).check()
    page.get_by_label("What is happening").fill(tells.words)
    go_on(page)


def say_who_it_is(page: Page, tells: Tells) -> None:
    page.get_by_label("First name" if not tells.asker else "Their first name").fill(tells.given)
    page.get_by_label("Last name" if not tells.asker else "Their last name").fill(tells.family)
    for part, typed in zip(("Day", "Month", "Year"), tells.born or (), strict=False):
        page.get_by_label(part).fill(typed)
    page.get_by_label("Postcode" if not tells.asker else "Their postcode").fill(tells.postcode)
    go_on(page)


def say_how_to_reach_them(page: Page, tells: Tells) -> None:
    page.get_by_label(tells.reach).check()
    if tells.reach == "Ring me":
        page.get_by_label("Phone number").fill(tells.number)
        page.get_by_label(tells.message, exact=True).check()
    go_on(page)


def send(page: Page) -> Asked:
    page.get_by_role("button", name="Send").click()
    return given(page)


def given(page: Page) -> Asked:
    """The reference and the code that the page shows."""
    return Asked(page.locator("#reference").inner_text(), page.locator("#code").inner_text())


def go_elsewhere(context: BrowserContext) -> None:
    """Let what "Leave this page now" leads to be a page of elsewhere: no story reaches beyond this machine."""
    context.route(AWAY, _elsewhere)


def _elsewhere(route: Route) -> None:
    """The server sends away; a page stands in for the one it names, for a browser here cannot get there."""
    sent = route.fetch(max_redirects=0)
    assert sent.status == 302 and sent.headers["location"].startswith("https://")
    kept = {name: value for name, value in sent.headers.items() if name == "set-cookie"}
    route.fulfill(body="<!doctype html><title>The weather</title>", content_type="text/html", headers=kept)


def come_back(page: Page, asked: Asked) -> None:
    """Look where a request stands, as anybody does who has its reference and code."""
    page.goto("/request/")
    page.get_by_label("Reference").fill(asked.reference)
    page.get_by_label("Code").fill(asked.code)
    page.get_by_role("button", name="See my request").click()


def say_it_is_wrong(page: Page, words: str) -> None:
    page.get_by_role("link", name="Tell us that this is wrong").click()
    page.get_by_label("What is wrong?").fill(words)
    page.get_by_role("button", name="Send").click()


def sign_in_as(page: Page, name: str) -> None:
    page.goto("/staff/choose/")
    page.get_by_role("button", name=name).click()


def row_of(page: Page, reference: str) -> Locator:
    """A request's line in the list that is open."""
    return page.get_by_role("row").filter(has_text=reference)


def open_request(page: Page, reference: str) -> None:
    """From the list of what waits, as an adviser does."""
    page.goto("/staff/requests/")
    row_of(page, reference).get_by_role("link").click()


def make_the_person(page: Page) -> None:
    """On a request: nobody like them is known, so they are made from what was said."""
    page.get_by_role("button", name="Find or make the person").click()
    page.get_by_role("button", name="Make this person").click()


def decide(page: Page, outcome: str, *, reason: str, grounds: str = "", services: int = 0) -> None:
    """On a request: choose, say why, and press the button."""
    page.get_by_role("radio", name=outcome, exact=True).check()
    for number in range(services):
        page.locator("input[name=services]").nth(number).check()
    if grounds:
        page.get_by_label(grounds).check()
    page.get_by_label("Your reason").fill(reason)
    page.get_by_role("button", name="Decide").click()


def advise(
    page: Page, reference: str, *, reason: str = "Here are groups near you.", services: int = 2
) -> None:
    """The commonest decision, from the list to the end."""
    open_request(page, reference)
    decide(
        page,
        "Advice and community",
        reason=reason,
        grounds="There is no appearance of need",
        services=services,
    )


def figures(page: Page) -> dict[str, tuple[int, int]]:
    """Today's figures by outcome: how many came in and stand so, and how many were decided so."""
    page.goto("/staff/figures/today/")
    rows = page.locator("tbody tr").all()
    return {
        row.locator("th").inner_text(): (
            _number(row.locator("td").nth(0).inner_text()),
            _number(row.locator("td").nth(1).inner_text()),
        )
        for row in rows
    }


def _number(text: str) -> int:
    first = text.split()[0]
    return int(first) if first.isdigit() else 0
