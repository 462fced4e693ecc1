"""A person who has only a keyboard, and needs to see where they are."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

MOST_STOPS = 80
# How the place that has the focus looks, with it and without it: its own box, its label's and their pseudo-elements'.
SHOWS_FOCUS = """() => {
    const place = document.activeElement
    const looks = () => [place, ...(place.labels || [])].flatMap(each =>
        [null, '::before', '::after'].map(part => {
            const style = getComputedStyle(each, part)
            return [style.outline, style.boxShadow, style.backgroundColor, style.border, style.color].join()
        })).join()
    const focused = looks()
    const at = [place.selectionStart, place.selectionEnd]
    place.blur()
    const plain = looks()
    place.focus({preventScroll: true, focusVisible: true})
    if (at[0] !== null && at[0] !== undefined) { place.setSelectionRange(...at) }
    return focused !== plain
}"""
# Nothing lies over the middle of its first line: not the end of the window, and not the button that stays in reach.
IN_SIGHT = """() => {
    const place = document.activeElement
    const box = place.getClientRects()[0]
    const inside = (at, least, most) => Math.min(Math.max(at, least), most)
    const x = inside(box.left + box.width / 2, 1, innerWidth - 1)
    const y = inside(box.top + Math.min(box.height / 2, 20), 1, innerHeight - 1)
    const seen = document.elementFromPoint(x, y)
    return place.contains(seen) || [...(place.labels || [])].some(each => each.contains(seen))
}"""
WHERE = "document.activeElement.outerHTML.slice(0, 120)"


@dataclass(frozen=True)
class Keys:
    """Somebody at a keyboard, on one page."""

    page: Page

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until it has the focus; every stop on the way must show where one is."""
        element = wanted.element_handle()
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            self.see_where()
            if self.page.evaluate("each => each === document.activeElement", element):
                return
        raise AssertionError(f"Tab never came to {wanted}")

    def see_where(self) -> None:
        if self.page.evaluate("document.activeElement === document.body"):
            return  # between the end of the page and its beginning
        assert self.page.evaluate(SHOWS_FOCUS), f"no focus to be seen: {self.page.evaluate(WHERE)}"
        assert self.page.evaluate(IN_SIGHT), f"out of sight: {self.page.evaluate(WHERE)}"

    def write(self, label: str, text: str) -> None:
        self.tab_to(self.page.get_by_label(label))
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def tick(self, label: str) -> None:
        self.tab_to(self.page.get_by_label(label))
        self.page.keyboard.press("Space")

    def choose(self, first: str, wanted: str) -> None:
        """In radio buttons: Tab comes to the first, arrows go on, Space chooses."""
        self.tab_to(self.page.get_by_label(first, exact=True))
        self.page.keyboard.press("Space")
        target = self.page.get_by_label(wanted, exact=True)
        for _ in range(10):
            if target.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
            self.see_where()
        assert target.is_checked()

    def press(self, name: str) -> None:
        """Come to a button or a link, and press Enter on it."""
        either = self.page.get_by_role("button", name=name).or_(self.page.get_by_role("link", name=name))
        self.tab_to(either.last)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
