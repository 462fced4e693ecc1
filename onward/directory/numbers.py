"""Telephone numbers as sources write them: spaced, bracketed, with an extension, or with words around them."""

import re

_NUMBER = re.compile(
    r"(?:\+|00)?\(?\d[\d\s().-]{4,22}\d(?:\s*(?:ext|extension|x)\.?\s*\d{1,6})?", re.IGNORECASE
)
_SHORT = re.compile(r"\d{3,6}")  # 999, 111, 116 123 written as one
_FEWEST, _MOST = 3, 15


def number_in(text: str) -> str:
    """The first telephone number in the text, as written but without the words; empty where there is none."""
    found = _NUMBER.search(text) or _SHORT.fullmatch(text.strip())
    if not found:
        return ""
    written = " ".join(found.group().split())
    return written if _FEWEST <= len(digits(written.lower().split("ext")[0])) <= _MOST else ""


def digits(number: str) -> str:
    """What two ways to write one number have in common: `+44 (0)1632 960001` and `01632 960 001`."""
    plain = re.sub(r"\D", "", number.replace("(0)", ""))
    for prefix in ("0044", "44"):
        if plain.startswith(prefix) and len(plain) > len(prefix) + 8:
            return "0" + plain.removeprefix(prefix).removeprefix("0")
    return plain
