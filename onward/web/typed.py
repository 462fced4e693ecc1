"""What people type, made safe to keep: as they wrote it, without what nobody can see."""

import unicodedata
from uuid import UUID

from django.http import QueryDict

_LINES = {"\n", "\t"}
# Marks of direction and joiners belong to people's languages and emoji; other unseen characters do not.
_WANTED_FORMATS = set("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")


def tidy(text: str) -> str:
    """One way of ending lines; no control characters; no white space around."""
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in _LINES or _seen(letter)
    ).strip()


def field(data: QueryDict, name: str) -> str:
    """The tidied text of one field; empty where it was not sent."""
    return tidy(data.get(name) or "")


def fields(data: QueryDict, name: str) -> tuple[str, ...]:
    """The tidied texts of a field that may have several, empty ones left out."""
    return tuple(text for value in data.getlist(name) if (text := tidy(value)))


def number(data: QueryDict, name: str) -> int:
    """A whole number of our own that a form carries; 0 where it is none."""
    text = data.get(name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def uuid(data: QueryDict, name: str) -> UUID | None:
    """A key of our own that a form carries; None where it is none."""
    try:
        return UUID(data.get(name) or "")
    except ValueError:
        return None


def _seen(letter: str) -> bool:
    return letter in _WANTED_FORMATS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
