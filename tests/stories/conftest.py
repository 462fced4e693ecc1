"""The site, the browser, and pages on a desk and a telephone, with scripts and without.

Every page is watched: whatever it complains of, or any answer of 500, fails its test.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.stories import site as sites
from tests.stories.cast import Cast, gather
from tests.stories.raw import NewSender, Sender
from tests.stories.site import Site
from tests.stories.watching import Watch

NO_BROWSER = (
    "The stories in tests/stories need Chromium: install it (on Debian: sudo apt-get install chromium), "
    "then run them again."
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 150
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # no story reaches beyond this machine


@dataclass(frozen=True)
class Way:
    """How somebody uses it: on which screen, and whether scripts run there."""

    width: int
    height: int
    scripts: bool = True


DESK, PHONE = Way(1280, 900), Way(360, 740)
WAYS = {
    "desk": DESK,
    "phone": PHONE,
    "desk-without-scripts": Way(1280, 900, scripts=False),
    "phone-without-scripts": Way(360, 740, scripts=False),
}


class OpenPage(Protocol):
    """A page in a browser of its own: its own cookies, and nobody signed in."""

    def __call__(self, way: Way = DESK, **options: Any) -> Page: ...


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A browser that hangs fails its story, and does not hold up everything after it."""

    def hangs(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"nothing happened for {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def program() -> str:
    """The browser; without one the stories are skipped, and in CI they fail."""
    found = next((path for each in BROWSERS if (path := shutil.which(each))), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(NO_BROWSER)
    return found or pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def site(program: str) -> Iterator[Site]:
    """The product, started once for every story."""
    with sites.running() as made:
        yield made


# For the package and not the session: while Playwright runs, Django takes this thread for an asynchronous one.
@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright, program: str) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=program, args=[*FLAGS, ONLY_HERE])
    yield launched
    launched.close()


@pytest.fixture(scope="package")
def new_sender(playwright: Playwright, site: Site) -> NewSender:
    """Somebody new who sends forms without a browser."""
    return lambda: Sender(playwright.request.new_context(base_url=site.address, timeout=20_000))


@pytest.fixture(scope="package")
def cast(new_sender: NewSender) -> Cast:
    """Everybody, each where their story has come to. A story that moves one of them on brings its own."""
    return gather(new_sender)


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """Opens pages; when the test ends they are closed, and what they complained of fails it."""
    contexts: list[BrowserContext] = []
    watch = Watch()

    def opened(way: Way = DESK, **options: Any) -> Page:
        context = watch.over(new_context(browser, site, way, **options))
        contexts.append(context)
        return context.new_page()

    yield opened
    for each in contexts:
        each.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def way(request: pytest.FixtureRequest) -> Way:
    """Each way that somebody may use it."""
    chosen: Way = request.param
    return chosen


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """One page at a desk."""
    return open_page()


def new_context(browser: Browser, site: Site, way: Way = DESK, **options: Any) -> BrowserContext:
    """A browser of its own, as somebody in England has it."""
    made = browser.new_context(
        base_url=site.address,
        viewport={"width": way.width, "height": way.height},
        java_script_enabled=way.scripts,
        locale="en-GB",
        timezone_id="Europe/London",
        **options,
    )
    made.set_default_timeout(10_000)
    return made
