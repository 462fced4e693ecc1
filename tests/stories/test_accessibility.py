"""WCAG 2.2 AA on every page in every state, as far as a machine can see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.cast import Cast
from tests.stories.conftest import DESK, PHONE, Way, new_context
from tests.stories.shots import shot
from tests.stories.site import Site
from tests.stories.states import PUBLIC, STATES, State
from tests.stories.watching import Watch

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Two things that the GOV.UK components do knowingly, after tests with people who use a screen reader:
# radios that bring questions say so with aria-expanded, and a back link stands before the main part.
KNOWN = (("aria-allowed-attr", 'class="govuk-radios__input"'), ("region", 'class="govuk-back-link"'))
NARROW = 320  # 1280 at 400%
# WCAG 1.4.12: what somebody may set for themselves without losing anything.
SPACING = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                           word-spacing: 0.16em !important }
                       p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(each => {
    const style = getComputedStyle(each)
    // What is typed into a field may be longer than the field: it scrolls there.
    const hidden = each.closest('.govuk-visually-hidden, .govuk-skip-link, svg, [hidden], input') !== null
    const cut = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY)
    return !hidden && cut && each.clientWidth > 1
        && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
}).map(each => each.outerHTML.slice(0, 120))"""
WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.onward-scroll'))
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 4)"""


@dataclass(frozen=True)
class Shown:
    """A page in one of its states."""

    state: State
    page: Page


@pytest.fixture(scope="module")
def eyes(browser: Browser, site: Site) -> Iterator[tuple[Page, Watch]]:
    watch = Watch()
    context = watch.over(new_context(browser, site))
    context.add_init_script(path=AXE)  # before the page's own policy on scripts applies
    yield context.new_page(), watch
    context.close()


@pytest.fixture(scope="module")
def titles() -> dict[str, set[str]]:
    """The pages by their titles, as they are shown one after another."""
    return {}


@pytest.fixture(scope="module", params=STATES, ids=[each.name for each in STATES])
def shown(
    request: pytest.FixtureRequest, eyes: tuple[Page, Watch], cast: Cast, titles: dict[str, set[str]]
) -> Iterator[Shown]:
    state: State = request.param
    page, watch = eyes
    page.set_viewport_size({"width": DESK.width, "height": DESK.height})
    state.open(page, cast)
    titles.setdefault(page.title().removeprefix("Error: "), set()).add(state.page)
    yield Shown(state, page)
    faults, watch.faults[:] = list(watch.faults), []
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("way", [DESK, PHONE], ids=["desk", "phone"])
def test_no_violation_of_wcag_or_of_best_practice(shown: Shown, way: Way) -> None:
    shown.page.set_viewport_size({"width": way.width, "height": way.height})
    shot(shown.page, shown.state.name)
    found = shown.page.evaluate(
        "tags => axe.run({runOnly: tags, resultTypes: ['violations'], preload: false})", TAGS
    )
    broken = [line for each in found["violations"] for line in _told(each)]
    assert not broken, "\n".join(broken)


def _told(violation: dict[str, Any]) -> list[str]:
    """One line for each element that breaks the rule, but for what the GOV.UK components do knowingly."""
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]}"
        for node in violation["nodes"]
        if not any(violation["id"] == rule and part in node["html"] for rule, part in KNOWN)
    ]


def test_it_has_a_title_a_language_one_heading_and_says_error_first(shown: Shown) -> None:
    page, state = shown.page, shown.state
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == 1
    assert page.title().endswith("Larkmoor Council")
    assert page.title().startswith("Error: ") == state.is_error, page.title()
    assert (page.locator(".govuk-error-summary").count() == 1) == state.is_error


def test_every_problem_says_what_and_what_to_do(shown: Shown) -> None:
    for line in shown.page.locator(".govuk-error-summary__list li").all_inner_texts():
        assert 3 <= len(line.split()) <= 40, line
        assert not {"invalid", "required", "field", "valid"} & set(line.lower().split()), line


def test_nothing_scrolls_sideways_at_four_hundred_per_cent(shown: Shown) -> None:
    page = shown.page
    page.set_viewport_size({"width": NARROW, "height": 256})
    zoom = page.context.new_cdp_session(page)
    for scale in (1, 4):
        size = {"width": NARROW, "height": 225, "deviceScaleFactor": scale, "mobile": False}
        zoom.send("Emulation.setDeviceMetricsOverride", size)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        assert width <= NARROW, f"{width} wide, because of {page.evaluate(WIDER)}"
    zoom.detach()


@pytest.mark.parametrize("width", [DESK.width, NARROW])
def test_wider_spacing_of_text_cuts_nothing_off(shown: Shown, width: int) -> None:
    page = shown.page
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(SPACING)
    try:
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, page.evaluate(WIDER)
        assert page.evaluate(CLIPPED) == []
    finally:
        page.evaluate("document.adoptedStyleSheets = []")


@pytest.mark.parametrize("shown", PUBLIC, ids=[each.name for each in PUBLIC], indirect=True)
def test_every_public_page_can_be_left_at_once_and_leads_to_a_call_and_an_assessment(shown: Shown) -> None:
    page = shown.page
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    leave = page.get_by_role("button", name="Leave this page now").bounding_box()
    assert leave
    assert 0 <= leave["y"] <= PHONE.height - leave["height"]
    for name in ("Just ring me", "Ask for an assessment"):
        assert page.get_by_role("link", name=name, exact=True).first.is_visible()


def test_no_two_pages_have_the_same_title(titles: dict[str, set[str]]) -> None:
    if len(titles) < len({each.page for each in STATES}) / 2:
        pytest.skip("the titles are gathered while every page is shown: run the whole module")
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}
