"""Addresses that people type for messages: whether they can be one at all. Whose they are, nobody knows."""

import re

_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f]+[.][^@\s.\x00-\x1f\x7f]{2,}")
_LONGEST_EMAIL = 254
_BETWEEN_DIGITS = re.compile(r"[ ().\-]")
_MOBILE = re.compile(r"(?:(?:\+|00)440?|0)(7[0-9]{9})")


def email(typed: str) -> str | None:
    """The address without spaces around it, or None where it cannot be one."""
    tidied = typed.strip()
    return tidied if len(tidied) <= _LONGEST_EMAIL and _EMAIL.fullmatch(tidied) else None


def mobile(typed: str) -> str | None:
    """A mobile number of the United Kingdom as its eleven digits, or None where it cannot be one."""
    found = _MOBILE.fullmatch(_BETWEEN_DIGITS.sub("", typed.strip()))
    return f"0{found.group(1)}" if found else None
