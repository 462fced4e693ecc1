"""What a state of a page is, and what is often done there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.stories.cast import Cast

Do = Callable[[Page, Cast], object]


@dataclass(frozen=True)
class State:
    """`name` is the page and, after a colon, its state. `do` is what is done there once it is open."""

    name: str
    path: str
    who: str = "nobody"
    do: Do | None = None
    public: bool = True

    @property
    def page(self) -> str:
        return self.name.partition(":")[0]

    @property
    def is_error(self) -> bool:
        return "errors" in self.name

    def open(self, page: Page, cast: Cast) -> None:
        cast.be(self.who, page.context)
        page.goto(cast.path(self.path))
        if self.do:
            self.do(page, cast)
            page.wait_for_load_state()  # what a press brought is all there


def press(name: str) -> Do:
    return lambda page, _: page.get_by_role("button", name=name).click()


def choose(label: str) -> Do:
    return lambda page, _: page.get_by_label(label).check()


def follow(*names: str) -> Do:
    """Go on by these links, one after another."""

    def do(page: Page, _: Cast) -> None:
        for name in names:
            page.get_by_role("link", name=name).first.click()

    return do


def follow_and_press(button: str, *names: str) -> Do:
    def do(page: Page, cast: Cast) -> None:
        follow(*names)(page, cast)
        page.get_by_role("button", name=button).click()

    return do
