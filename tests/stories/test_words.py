"""Public pages in plain English: about the reading age of eleven."""

from playwright.sync_api import Page

from tests.reading_age import MOST_GRADE, grade
from tests.stories.cast import Cast
from tests.stories.states import PUBLIC

PAGES = [each for each in PUBLIC if not each.is_error]
MANY = 30  # fewer words in sentences than this say little about how hard a page is to read
# What the page itself says: no directory entry, and nothing that somebody typed. A heading, a label or a line of a
# list is a sentence of its own.
SENTENCES = """() => {
    const leave = '#services, .onward-service, .onward-words, .onward-code, input, textarea, svg, script'
    const lines = []
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
    let block = null
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement
        if (!node.textContent.trim() || holder.closest(leave) || !holder.checkVisibility()) { continue }
        let around = holder
        while (getComputedStyle(around).display.startsWith('inline')) { around = around.parentElement }
        if (around === block) { lines[lines.length - 1] += node.textContent } else { lines.push(node.textContent) }
        block = around
    }
    return lines.map(line => line.replace(/\\s+/g, ' ').trim())
}"""


def test_the_public_pages_read_at_the_age_of_eleven(page: Page, cast: Cast) -> None:
    grades: dict[str, float] = {}
    for state in PAGES:
        state.open(page, cast)
        page.locator("main").wait_for()
        lines: list[str] = page.evaluate(SENTENCES)
        grades[f"{state.name}, the whole page"] = grade(lines)
        sentences = [line for line in lines if line.endswith((".", "?", "!"))]
        if sum(len(line.split()) for line in sentences) >= MANY:
            grades[f"{state.name}, its sentences"] = grade(sentences)
    told = "\n".join(
        f"{each:5.1f}  {name}" for name, each in sorted(grades.items(), key=lambda each: -each[1])
    )
    assert max(grades.values()) <= MOST_GRADE, told
