"""Pictures for people: with ONWARD_SCREENSHOTS set, build/screenshots/ has every page, on a desk and a telephone."""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "build" / "screenshots"


def shot(page: Page, name: str) -> None:
    """The whole page as it stands now."""
    if os.environ.get("ONWARD_SCREENSHOTS"):
        width = page.viewport_size["width"] if page.viewport_size else 0
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=FOLDER / f"{re.sub(r'[^a-z]+', '-', name.lower())}-{width}.png", full_page=True)
