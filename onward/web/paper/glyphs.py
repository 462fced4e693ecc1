"""The fonts of what is printed, and which letters they have. A letter that none has is printed
as a sign, and a note says so."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from fontTools.ttLib import TTFont

# The first has every letter of English and its neighbours, and was drawn for people with low vision.
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
)
MISSING = "�"
_UNSEEN = frozenset("\n\t")


class NoFonts(Exception):
    """The fonts are not where they should be."""


@cache
def fonts() -> typst.Fonts:
    """The fonts of this installation and no other: what is printed looks the same everywhere."""
    folder = _folder()
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    if missing := set(FAMILIES) - set(found.families()):
        raise NoFonts(
            f"{folder} lacks {', '.join(sorted(missing))}. Run `make setup`, or copy build/fonts to it."
        )
    return found


def printable(data: Any) -> tuple[Any, bool]:
    """The same data with a sign for each letter that no font has, and whether there was one."""
    if isinstance(data, str):
        text = "".join(each if each in _UNSEEN or ord(each) in _known() else MISSING for each in data)
        return text, text != data
    if isinstance(data, Mapping):
        found = {name: printable(each) for name, each in data.items()}
        return {name: each for name, (each, _) in found.items()}, any(lost for _, lost in found.values())
    if isinstance(data, list):
        listed = [printable(each) for each in data]
        return [each for each, _ in listed], any(lost for _, lost in listed)
    return data, False


@cache
def _known() -> frozenset[int]:
    return frozenset(code for path in _folder().glob("*Regular.ttf") for code in _codes(path))


def _codes(path: Path) -> list[int]:
    with TTFont(path, lazy=True) as font:
        return list(font.getBestCmap())


def _folder() -> Path:
    return Path(settings.ONWARD_FONTS)
