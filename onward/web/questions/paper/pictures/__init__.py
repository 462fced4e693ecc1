"""Our own pictograms for easy read, drawn as lines. A form names one by a code of the system `…/codes/picture`."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def pictures() -> frozenset[str]:
    """The names of all that there are."""
    return frozenset(each.stem for each in FOLDER.glob("*.svg"))


def picture(name: str) -> str:
    """The name where there is such a picture; empty where there is none."""
    return name if name in pictures() else ""
