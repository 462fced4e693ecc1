"""Amounts of money in what a program sent: each fault is a sentence that says what, where, and what to do."""

from typing import Any

from onward.vocabulary.money import pence
from onward.vocabulary.told import Refused
from onward.vocabulary.told import Told as Plain

MOST_A_WEEK = 10_000_000  # £100,000: more is a slip of the point
MOST_CAPITAL = 100_000_000_00

BLANK = (
    '{where} is blank. Is that nothing? Then write "0", or leave it out. If it is not known, find out first.'
)
COMMAS = '{where} is {given!r}. Leave out the commas: write it like "1234.50".'
POUND = '{where} is {given!r}. Leave out the pound sign: write it like "1234.50".'
NEGATIVE = "{where} is {given}, and an amount cannot be less than nothing."
NO_AMOUNT = (
    '{where} is {given!r}, and must be an amount in pounds like "72.65", with at most two digits of pence.'
)
HUGE = "{where} is {given}, more than £{most:,}. Is a point missing?"


class Told(Plain):
    """An object that was sent, with amounts of money in it."""

    def amount(self, name: str, most: int = MOST_A_WEEK) -> int:
        """Pence; 0 where nothing was said."""
        return amount(self.raw(name), self.place(name), most) if self.has(name) else 0


def amount(given: Any, where: str, most: int) -> int:
    """An amount in pence, from words or a plain number. Refused for everything else, each with its own sentence."""
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        raise Refused(NO_AMOUNT.format(where=where, given=given))
    said = str(given).strip()
    if not said:
        raise Refused(BLANK.format(where=where))
    try:
        found = pence(said)
    except ValueError:
        raise Refused(_fault(said).format(where=where, given=said)) from None
    if found > most:
        raise Refused(HUGE.format(where=where, given=said, most=most // 100))
    return found


def _fault(said: str) -> str:
    if "£" in said:
        return POUND
    if "," in said:
        return COMMAS
    return NEGATIVE if said.startswith(("-", "−")) else NO_AMOUNT
