"""Addresses that people type for messages: whether they can be one at all. Whose they are, nobody knows."""

import re

from onward.vocabulary import postcodes

_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f]+[.][^@\s.\x00-\x1f\x7f]{2,}")
_LONGEST_EMAIL = 254
_BETWEEN_DIGITS = re.compile(r"[ ().\-]")
_BETWEEN_LINES = re.compile(r"[\n,]+")
_FEWEST_LINES, _MOST_LINES, _LONGEST_LINE = 3, 7, 40
_MOBILE = re.compile(r"(?:(?:\+|00)440?|0)(7[0-9]{9})")


def email(typed: str) -> str | None:
    """The address without spaces around it, or None where it cannot be one."""
    tidied = typed.strip()
    return tidied if len(tidied) <= _LONGEST_EMAIL and _EMAIL.fullmatch(tidied) else None


def mobile(typed: str) -> str | None:
    """A mobile number of the United Kingdom as its eleven digits, or None where it cannot be one."""
    found = _MOBILE.fullmatch(_BETWEEN_DIGITS.sub("", typed.strip()))
    return f"0{found.group(1)}" if found else None


def block(typed: str) -> str | None:
    """An address for the post as its lines, whoever it is to first and a postcode of the United Kingdom last; or None
    where it cannot be one.

    Three to seven lines of at most 40 letters, which is what a window envelope shows and GOV.UK Notify prints. Commas
    part lines too; more lines than that are joined again, the place at the end stays.
    """
    lines = [" ".join(each.split()) for each in _BETWEEN_LINES.split(typed)]
    lines = [each for each in lines if each]
    if not lines or (postcode := _postcode_at_end(lines)) is None:
        return None
    lines = _joined([*lines[:-1], *postcode])
    fits = _FEWEST_LINES <= len(lines) <= _MOST_LINES and max(map(len, lines)) <= _LONGEST_LINE
    return "\n".join(lines) if fits else None


def _postcode_at_end(lines: list[str]) -> list[str] | None:
    """The last line as a postcode, with what stands before it on a line of its own."""
    words = lines[-1].split()
    for number in (2, 1):
        if postcode := postcodes.tidy("".join(words[-number:])):
            before = " ".join(words[:-number])
            return [before, postcode] if before else [postcode]
    return None


def _joined(lines: list[str]) -> list[str]:
    """The shortest neighbours put on one line until there are few enough; the first and the last stay alone."""
    while len(lines) > _MOST_LINES:
        at = min(range(1, len(lines) - 2), key=lambda each: len(lines[each]) + len(lines[each + 1]))
        lines = [*lines[:at], f"{lines[at]}, {lines[at + 1]}", *lines[at + 2 :]]
    return lines
