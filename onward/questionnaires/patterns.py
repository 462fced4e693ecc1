"""Regular expressions, read into a tree that can be run in one pass (see `matching`).

What a form needs is here: letters, classes, groups, alternatives, repeats and anchors. Anything else is `Beyond`.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from onward.questionnaires import limits

Test = Callable[[str], bool]


class BadPattern(ValueError):
    """It is no regular expression; the message says why."""


class Beyond(ValueError):
    """It is one, but cannot be run in one pass: it looks ahead, or back at what a group matched."""


@dataclass(frozen=True, slots=True)
class One:
    """One letter that passes the test."""

    test: Test


@dataclass(frozen=True, slots=True)
class Anchor:
    """The start or the end of the text."""

    at: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after the other."""

    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Times:
    """A part, from least to most times; most None means without end."""

    part: "Part"
    least: int
    most: int | None


Part = One | Anchor | Row | Either | Times

_CLASSES: dict[str, Test] = {
    "d": lambda letter: letter in "0123456789",
    "w": lambda letter: letter.isalnum() or letter == "_",
    "s": lambda letter: letter in " \t\n\r\f\v",
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_COUNT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_GROUP = re.compile(r"\?(?::|P?<[A-Za-z_]\w*>)")
_HEX = {"x": 2, "u": 4}


def read(pattern: str) -> Part:
    """The tree; raises BadPattern or Beyond."""
    reader = _Reader(pattern)
    if pattern.startswith("(?i)"):
        reader.place, reader.fold = len("(?i)"), True
    tree = reader.alternatives()
    if reader.place < len(pattern):
        raise BadPattern(f"a ) at letter {reader.place + 1} closes nothing")
    return tree


@dataclass(slots=True)
class _Reader:
    pattern: str
    place: int = 0
    fold: bool = False
    depth: int = field(default=0)

    def next(self) -> str:
        return self.pattern[self.place : self.place + 1]

    def take(self) -> str:
        if self.place >= len(self.pattern):
            raise BadPattern("it ends too early")
        self.place += 1
        return self.pattern[self.place - 1]

    def alternatives(self) -> Part:
        rows = [self.row()]
        while self.next() == "|":
            self.take()
            rows.append(self.row())
        return rows[0] if len(rows) == 1 else Either(tuple(rows))

    def row(self) -> Part:
        parts: list[Part] = []
        while self.next() not in ("", "|", ")"):
            parts.append(self.repeated(self.atom()))
        return Row(tuple(parts))

    def repeated(self, part: Part) -> Part:
        while (found := self.count()) is not None:
            part = Times(part, *found)
            if self.next() == "?":
                self.take()
            elif self.next() == "+":
                raise Beyond("a repeat that gives nothing back")
        return part

    def count(self) -> tuple[int, int | None] | None:
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(self.next())
        if simple:
            self.take()
            return simple
        found = _COUNT.match(self.pattern, self.place)
        if not found:
            return None
        self.place = found.end()
        least = int(found[1])
        most = least if not found[2] else int(found[3]) if found[3] else None
        if most is not None and most < least:
            raise BadPattern(f"{found[0]} counts down")
        if max(least, most or 0) > limits.PATTERN:
            raise Beyond("a repeat of so many")
        return least, most

    def atom(self) -> Part:
        letter = self.take()
        if letter in "*+?":
            raise BadPattern(f"the {letter} at letter {self.place} repeats nothing")
        if letter in "^$":
            return Anchor("start" if letter == "^" else "end")
        special = {"(": self.group, "[": self.one_of, "\\": self.escape, ".": self.anything}
        return special[letter]() if letter in special else self.literal(letter)

    def anything(self) -> Part:
        return One(lambda each: each != "\n")

    def literal(self, letter: str) -> Part:
        return One(_exactly(letter, self.fold))

    def group(self) -> Part:
        self.depth += 1
        if self.depth > limits.EXPRESSION_DEPTH:
            raise Beyond("so many groups inside each other")
        if self.next() == "?":
            found = _GROUP.match(self.pattern, self.place)
            if not found:
                raise Beyond("a group that looks ahead or behind")
            self.place = found.end()
        inside = self.alternatives()
        if self.next() != ")":
            raise BadPattern("a ( is never closed")
        self.take()
        self.depth -= 1
        return inside

    def escape(self) -> Part:
        letter = self.take()
        if letter in "AzZ":
            return Anchor("start" if letter == "A" else "end")
        if letter in "bBGKRX" or letter in "123456789k":
            raise Beyond("a look at the letters around, or back at a group")
        return One(self.escaped(letter))

    def escaped(self, letter: str) -> Test:
        if letter.lower() in _CLASSES:
            test = _CLASSES[letter.lower()]
            return test if letter.islower() else _not(test)
        if letter in "pP":
            return self.category(letter == "P")
        if letter in _HEX:
            digits = "".join(self.take() for _ in range(_HEX[letter]))
            if not re.fullmatch(r"[0-9a-fA-F]+", digits):
                raise BadPattern(f"\\{letter}{digits} is no letter")
            return _exactly(chr(int(digits, 16)), self.fold)
        if letter.isalnum() and letter not in _ESCAPES:
            raise BadPattern(f"\\{letter} means nothing")
        return _exactly(_ESCAPES.get(letter, letter), self.fold)

    def category(self, negated: bool) -> Test:
        """\\p{L}: the letters of a Unicode category."""
        found = re.compile(r"\{([A-Z][a-z]?)\}|([A-Z])").match(self.pattern, self.place)
        if not found:
            raise Beyond("a Unicode block or script")
        self.place = found.end()
        name = found[1] or found[2]

        def test(letter: str) -> bool:
            return unicodedata.category(letter).startswith(name)

        return _not(test) if negated else test

    def one_of(self) -> Part:
        negated = self.next() == "^"
        if negated:
            self.take()
        tests: list[Test] = []
        while not tests or self.next() != "]":
            tests.append(self.member())
        self.take()
        return One(_not(_any(tests)) if negated else _any(tests))

    def member(self) -> Test:
        first, test = self.token()
        ends = self.pattern[self.place + 1 : self.place + 2] in ("]", "")
        if not first or self.next() != "-" or ends:
            return test
        self.take()
        last, _ = self.token()
        if not last or last < first:
            raise BadPattern(f"the range {first}-{last} counts down")
        return _between(first, last, self.fold)

    def token(self) -> tuple[str, Test]:
        """One letter of a class, or no letter where it stands for several."""
        letter = self.take()
        if letter != "\\":
            return letter, _exactly(letter, self.fold)
        letter = self.take()
        test = self.escaped(letter)
        several = letter.lower() in _CLASSES or letter in "pP" or letter in _HEX
        return "" if several else _ESCAPES.get(letter, letter), test


def _exactly(wanted: str, fold: bool) -> Test:
    if fold:
        return lambda letter: letter.casefold() == wanted.casefold()
    return lambda letter: letter == wanted


def _between(first: str, last: str, fold: bool) -> Test:
    if fold:
        return lambda letter: first <= letter.lower() <= last or first <= letter.upper() <= last
    return lambda letter: first <= letter <= last


def _not(test: Test) -> Test:
    return lambda letter: not test(letter)


def _any(tests: list[Test]) -> Test:
    return lambda letter: any(test(letter) for test in tests)
