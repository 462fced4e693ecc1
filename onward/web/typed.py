"""What people type, made safe to keep: as they wrote it, without what nobody can see."""

import unicodedata
from uuid import UUID

from django.http import QueryDict

_LINES = {"\n", "\t"}
# What nobody sees and what turns a line of text round. Joiners and marks of direction are not among them: languages
# and emoji need those. Nor are letters too new for Python's tables: a telephone may know them already.
_UNWANTED = {
    "\u00ad",
    "\u200b",
    "\ufeff",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2060, 0x2065)),
    *map(chr, range(0x206A, 0x2070)),
    *map(chr, range(0xFFF9, 0xFFFC)),
}


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
    return letter not in _UNWANTED and unicodedata.category(letter) not in ("Cc", "Cs")
