"""Whether a text has the shape of a regular expression, in time that grows with the text and no faster.

A pattern is run as a set of positions, all at once (Thompson 1968), so `(a+)+$` cannot run away. Patterns that look
ahead or back cannot be run so: they are tried by Python's own engine on short texts only, and are `Undecided` else.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onward.questionnaires import limits, patterns
from onward.questionnaires.patterns import Anchor, BadPattern, Beyond, Either, One, Part, Row, Test, Times

_ACCEPT = -1


class Undecided(Exception):
    """Whether it matches cannot be found out within the limits; the message says why."""


def check(pattern: str) -> None:
    """Raises BadPattern where it is no regular expression, Undecided where it is too much to run."""
    _compiled(pattern)


def full(pattern: str, text: str) -> bool:
    """Whether the whole text has this shape. Raises BadPattern or Undecided."""
    return _run(pattern, text, search=False)


def part(pattern: str, text: str) -> bool:
    """Whether some part of the text has this shape. Raises BadPattern or Undecided."""
    return _run(pattern, text, search=True)


def plain(pattern: str, text: str) -> "re.Pattern[str]":
    """Python's own pattern, for replacing in short texts. Raises BadPattern or Undecided."""
    found = _python(pattern)
    if len(text) > limits.PATTERN_TEXT or _repeats_repeats(pattern):
        raise Undecided(f"the pattern is only tried on texts of up to {limits.PATTERN_TEXT} letters")
    return found


def _run(pattern: str, text: str, *, search: bool) -> bool:
    compiled = _compiled(pattern)
    if isinstance(compiled, _Machine):
        return compiled.matches(text, search=search)
    found = plain(pattern, text)
    return bool(found.search(text) if search else found.fullmatch(text))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "_Machine | re.Pattern[str]":
    try:
        return _Machine.of(patterns.read(pattern))
    except Beyond:
        return _python(pattern)


def _python(pattern: str) -> "re.Pattern[str]":
    try:
        return re.compile(re.sub(r"\(\?<([A-Za-z_])", r"(?P<\1", pattern), re.DOTALL)
    except (re.error, RecursionError, OverflowError) as problem:
        raise BadPattern(str(problem)) from None


def _repeats_repeats(pattern: str) -> bool:
    """A group with a repeat in it that is itself repeated: what makes Python's engine run away."""
    return bool(re.search(r"[*+}][^()]*\)+[*+{]", pattern)) or len(re.findall(r"[*+]|,\}", pattern)) > 4


@dataclass(slots=True)
class _Machine:
    """Positions with the letters that lead on from each, and the sets of positions met so far."""

    tests: list[Test | None] = field(default_factory=list)
    ahead: list[list[int]] = field(default_factory=list)
    anchors: dict[int, str] = field(default_factory=dict)
    start: int = 0
    steps: dict[tuple[frozenset[int], str], frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Part) -> "_Machine":
        machine = cls()
        machine.start = machine.add(tree, _ACCEPT)
        return machine

    def place(self, test: Test | None, *ahead: int) -> int:
        if len(self.tests) >= limits.PATTERN:
            raise Undecided("the pattern has too many parts to be run")
        self.tests.append(test)
        self.ahead.append(list(ahead))
        return len(self.tests) - 1

    def add(self, part: Part, then: int) -> int:
        """Positions for this part that lead to `then`; the first of them."""
        match part:
            case One(test):
                return self.place(test, then)
            case Anchor(at):
                place = self.place(None, then)
                self.anchors[place] = at
                return place
            case Row(parts):
                for each in reversed(parts):
                    then = self.add(each, then)
                return then
            case Either(parts):
                return self.place(None, *(self.add(each, then) for each in parts))
            case Times():
                return self.add_times(part, then)

    def add_times(self, times: Times, then: int) -> int:
        if times.most is None:
            loop = self.place(None)
            self.ahead[loop] = [self.add(times.part, loop), then]
            then = loop
        else:
            end = then
            for _ in range(times.most - times.least):
                then = self.place(None, self.add(times.part, then), end)
        for _ in range(times.least):
            then = self.add(times.part, then)
        return then

    def matches(self, text: str, *, search: bool) -> bool:
        at = self.closure([self.start], start=True)
        for letter in text:
            if search and _ACCEPT in at:
                return True
            if not at and not search:
                return False
            at = self.step(at, letter, search)
        return _ACCEPT in self.closure(at, start=not text, end=True)

    def step(self, at: frozenset[int], letter: str, search: bool) -> frozenset[int]:
        key = (at, letter)
        if (known := self.steps.get(key)) is None:
            reached = [place for each in at if self.passes(each, letter) for place in self.ahead[each]]
            known = self.closure([*reached, self.start] if search else reached)
            if len(self.steps) > limits.PATTERN:
                self.steps.clear()
            self.steps[key] = known
        return known

    def passes(self, place: int, letter: str) -> bool:
        test = self.tests[place] if place != _ACCEPT else None
        return test is not None and test(letter)

    def closure(
        self, places: "list[int] | frozenset[int]", *, start: bool = False, end: bool = False
    ) -> frozenset[int]:
        """Every position that can be reached without a letter; those that wait for the end stay until it is there."""
        seen: set[int] = set()
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            if place != _ACCEPT and self.tests[place] is None and self.open(place, start, end):
                waiting.extend(self.ahead[place])
        return frozenset(seen)

    def open(self, place: int, start: bool, end: bool) -> bool:
        anchor = self.anchors.get(place)
        return anchor is None or (anchor == "start" and start) or (anchor == "end" and end)
