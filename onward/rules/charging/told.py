"""Reading what a program sent, value by value: each fault is a sentence that says what, where, and what to do."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from onward.rules.charging.answer import Refused
from onward.vocabulary.money import pence

Word = TypeVar("Word", bound=StrEnum)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
MOST_A_WEEK = 10_000_000  # £100,000: more is a slip of the point
MOST_CAPITAL = 100_000_000_00

NOT_A_MAPPING = "{where} must be an object with names and values, and is {given!r}."
UNKNOWN = "{where}: “{name}” is not known. Known are: {known}."
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
MISSING = "{where} is missing. {what}"
NOT_A_FLAG = "{where} is {given!r}, and must be true or false."
NOT_WHOLE = "{where} is {given!r}, and must be a whole number from 0 to {most}."
NOT_A_DAY = '{where} is {given!r}, and must be a date that exists, like "2024-05-01".'
NOT_WORDS = "{where} is {given!r}, and must be words."
NOT_A_LIST = "{where} must be a list, and is {given!r}."
NOT_ONE_OF = "{where} is {given!r}, and must be one of: {known}."


class Told:
    """An object that was sent. `where` is its place, empty for the whole case."""

    def __init__(self, given: Any, where: str, known: Collection[str]) -> None:
        """Refused where it is no object, or has a name that is not known: nothing is left out in silence."""
        if not isinstance(given, Mapping):
            raise Refused(NOT_A_MAPPING.format(where=where or "A case", given=given))
        for name in given:
            if name not in known:
                raise Refused(
                    UNKNOWN.format(where=where or "The case", name=name, known=", ".join(sorted(known)))
                )
        self._given, self._where = given, where

    def place(self, name: str) -> str:
        """How a value is called in a sentence: `home.value`."""
        return f"{self._where}.{name}" if self._where else name

    def has(self, name: str) -> bool:
        """Whether anything was said; null says nothing."""
        return self._given.get(name) is not None

    def raw(self, name: str) -> Any:
        """As it was sent; None where it was not."""
        return self._given.get(name)

    def needed(self, name: str, what: str) -> None:
        """Refused where nothing was said."""
        if not self.has(name):
            raise Refused(MISSING.format(where=self.place(name), what=what))

    def amount(self, name: str, most: int = MOST_A_WEEK) -> int:
        """Pence; 0 where nothing was said."""
        return amount(self._given[name], self.place(name), most) if self.has(name) else 0

    def flag(self, name: str) -> bool:
        """True or false; false where nothing was said."""
        given = self._given.get(name) if self.has(name) else False
        if not isinstance(given, bool):
            raise Refused(NOT_A_FLAG.format(where=self.place(name), given=given))
        return given

    def whole(self, name: str, most: int) -> int | None:
        """A whole number; None where nothing was said."""
        given = self._given.get(name)
        if given is None:
            return None
        if isinstance(given, bool) or not isinstance(given, int) or not 0 <= given <= most:
            raise Refused(NOT_WHOLE.format(where=self.place(name), given=given, most=most))
        return given

    def day(self, name: str) -> date | None:
        """A date; None where nothing was said."""
        given = self._given.get(name)
        if given is None:
            return None
        try:
            if isinstance(given, str) and _DAY.fullmatch(given):
                return date.fromisoformat(given)
        except ValueError:
            pass
        raise Refused(NOT_A_DAY.format(where=self.place(name), given=given))

    def words(self, name: str) -> str:
        """Words that somebody wrote. Refused where there are none."""
        given = self._given.get(name)
        if not isinstance(given, str) or not given.strip():
            raise Refused(NOT_WORDS.format(where=self.place(name), given=given))
        return given.strip()

    def one_of(self, name: str, known: type[Word]) -> Word:
        """One of a list of words."""
        return one_of(self._given.get(name), self.place(name), known)

    def items(self, name: str) -> Iterator[tuple[Any, str]]:
        """Each of a list with its place, counted from 1; nothing where nothing was said."""
        given = self._given.get(name)
        if given is None:
            return
        if not isinstance(given, list | tuple):
            raise Refused(NOT_A_LIST.format(where=self.place(name), given=given))
        for number, each in enumerate(given, start=1):
            yield each, f"{self.place(name)}[{number}]"


def one_of(given: Any, where: str, known: type[Word]) -> Word:
    """One of a list of words. Refused for any other."""
    for each in known:
        if given == each.value:
            return each
    raise Refused(NOT_ONE_OF.format(where=where, given=given, known=", ".join(known)))


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
