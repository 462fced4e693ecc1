"""Pictures for people: with ONWARD_SCREENSHOTS set, build/screenshots/ has every page, on a desk and a telephone."""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "build" / "screenshots"


def shot(page: Page, name: str) -> None:
    """The whole page as it stands now, in a window as high as the page: what stays in reach is then at its end."""
    if os.environ.get("ONWARD_SCREENSHOTS") and (size := page.viewport_size):
        FOLDER.mkdir(parents=True, exist_ok=True)
        height = int(page.evaluate("document.scrollingElement.scrollHeight"))
        page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
        page.screenshot(path=FOLDER / f"{re.sub(r'[^a-z]+', '-', name.lower())}-{size['width']}.png")
        page.set_viewport_size(size)
