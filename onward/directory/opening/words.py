"""Opening hours in plain words: `Monday to Friday, 9am to 5pm; Sat 10:00-12:30; Sunday closed`.

Either every word of it is understood, or nothing is: `first Tuesday of the month, 2pm` is no Tuesday at 2pm.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from itertools import groupby
from typing import NamedTuple, TypeAlias

from onward.directory.opening.hours import Span

Week: TypeAlias = Mapping[int, tuple[Span, ...]]  # by day, Monday being 0; a day that is not named is closed

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = (
    r"(?:mon|tue(?:s)?|wed(?:s|nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
    r"|every ?day|daily|(?:seven|7) days a week|weekdays|weekends"
)
SEVERAL = {"weekdays": range(5), "weekends": range(5, 7)}
CLOCK = r"(?:12 ?)?(?:noon|midday)|midnight|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?(?:am|pm))?"
TO = r" ?(?:-|–|—|to|till|until) ?"
TOKEN = re.compile(
    rf"(?P<span>(?:{CLOCK}){TO}(?:{CLOCK})\b)|(?P<all>24 hours(?: a day)?|24/7)|(?P<day>\b(?:{DAY})\b)|(?P<to>{TO})"
    r"|(?P<closed>\bclosed\b)"
    r"|(?P<skip>\b(?:open|from|on|and|between|(?:except|excluding|not) bank holidays)\b|[\s,;:&.()]+)"
)
FORM = re.compile(
    r"(?:(?P<word>(?:12 ?)?noon|midday|midnight)|(?P<hour>\d+)(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>am|pm))?)"
)
EARLIEST = (
    7  # without am or pm, 2.00 to 4.00 is hardly in the night, and nobody says that it is the afternoon
)


class Token(NamedTuple):
    kind: str
    text: str


class Unread(Exception):
    """Something of it cannot be understood for certain."""


def week(text: str) -> Week | None:
    """When it is open in any week; None where that is not said so that it can be read for certain."""
    try:
        found = list(_groups(list(_tokens(" ".join(text.lower().split())))))
    except Unread:
        return None
    days: dict[int, tuple[Span, ...]] = {}
    for named, spans in found:
        for day in named:
            days[day] = tuple(dict.fromkeys((*days.get(day, ()), *spans)))
    return days


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise Unread
        at = match.end()
        if match.lastgroup and match.lastgroup != "skip":
            yield Token(match.lastgroup, match.group().strip())


def _groups(tokens: list[Token]) -> Iterator[tuple[list[int], list[Span]]]:
    """Days, and the times that are said after them."""
    if tokens and all(token.kind == "all" for token in tokens):
        yield list(range(7)), _spans(tokens[0])
        return
    runs = [list(run) for _days_named, run in groupby(tokens, key=lambda token: token.kind in ("day", "to"))]
    heads, tails = runs[::2], runs[1::2]
    if not heads or len(heads) != len(tails) or heads[0][0].kind != "day":
        raise Unread
    for head, tail in zip(heads, tails, strict=True):
        if len(tail) > 1 and any(token.kind == "closed" for token in tail):
            raise Unread
        yield _days(head), [span for token in tail for span in _spans(token)]


def _days(tokens: list[Token]) -> list[int]:
    """The days that are named, and those between two of them with `to`."""
    found: list[int] = []
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if token.kind == "day":
            found += _day(token.text)
        elif not before or not after or {before.kind, after.kind} != {"day"}:
            raise Unread
        else:
            found += _between(_day(before.text), _day(after.text))
    return found


def _between(first: list[int], last: list[int]) -> list[int]:
    if len(first) > 1 or len(last) > 1:
        raise Unread
    return [(first[0] + step) % 7 for step in range((last[0] - first[0]) % 7 + 1)]


def _day(word: str) -> list[int]:
    if word in SEVERAL:
        return list(SEVERAL[word])
    return [DAYS.index(word[:3])] if word[:3] in DAYS else list(range(7))


def _spans(token: Token) -> list[Span]:
    if token.kind == "closed":
        return []
    if token.kind == "all":
        return [Span(time(0), time(0))]
    first = FORM.match(token.text)
    last = next((each for each in FORM.finditer(token.text) if first and each.start() >= first.end()), None)
    if not first or not last:
        raise Unread
    return [_span(first, last)]


def _span(first: re.Match[str], last: re.Match[str]) -> Span:
    """`9-5pm`, `10-11.30am` and `2 to 4.30pm` have one half of the day for both; `10-12` has none, and is not known."""
    halves = first["half"], last["half"]
    if not any(halves) and not (first["word"] or last["word"]):
        if not (first["minute"] and last["minute"]) or int(first["hour"]) < EARLIEST:
            raise Unread
        return Span(_at(first), _at(last))
    opens = _at(first) if first["half"] or first["word"] else _earlier(first, _at(last))
    closes = _at(last) if last["half"] or last["word"] else _later(last, opens)
    return Span(opens, closes)


def _earlier(said: re.Match[str], closes: time) -> time:
    """The latest that it can mean before `closes`."""
    return max((each for each in _both(said) if each < closes), default=_both(said)[0])


def _later(said: re.Match[str], opens: time) -> time:
    """The earliest that it can mean after `opens`."""
    return min((each for each in _both(said) if each > opens), default=_both(said)[0])


def _both(said: re.Match[str]) -> tuple[time, ...]:
    hour = int(said["hour"])
    if hour > 12 or hour == 0:
        return (_at(said),)
    minute = int(said["minute"] or 0)
    return time(hour % 12, minute), time(hour % 12 + 12, minute)


def _at(said: re.Match[str]) -> time:
    if said["word"]:
        return time(0) if said["word"] == "midnight" else time(12)
    hour, half = int(said["hour"]), said["half"]
    if half and not 1 <= hour <= 12:
        raise Unread
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour % 24, int(said["minute"] or 0))
