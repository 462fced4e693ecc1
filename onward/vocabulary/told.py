"""Reading what a program sent, value by value: each fault is a sentence that says what, where, and what to do."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

Word = TypeVar("Word", bound=StrEnum)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

NOT_A_MAPPING = "{where} must be an object with names and values, and is {given!r}."
UNKNOWN = "{where}: “{name}” is not known. Known are: {known}."
MISSING = "{where} is missing. {what}"
NOT_A_FLAG = "{where} is {given!r}, and must be true or false."
NOT_WHOLE = "{where} is {given!r}, and must be a whole number from 0 to {most}."
NOT_A_DAY = '{where} is {given!r}, and must be a date that exists, like "2024-05-01".'
NOT_WORDS = "{where} is {given!r}, and must be words."
NOT_A_LIST = "{where} must be a list, and is {given!r}."
NOT_ONE_OF = "{where} is {given!r}, and must be one of: {known}."


class Refused(Exception):
    """What was sent cannot be worked with; the message says what is missing or wrong, and what to do."""


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

    def names(self, name: str) -> bool:
        """Whether the name stands there at all, be it with null."""
        return name in self._given

    def flag(self, name: str) -> bool:
        """True or false; false where nothing was said."""
        return self.answer(name) is True

    def answer(self, name: str) -> bool | None:
        """True or false; None where nothing was said, which is no answer."""
        given = self._given.get(name)
        if given is not None and not isinstance(given, bool):
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
