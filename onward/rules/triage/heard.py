"""Which phrases stand in what somebody typed: whole words only, spelt as people spell, and not where they say no."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

Phrase = tuple[str, ...]  # plain words
Phrases = Mapping[str, tuple[Phrase, ...]]  # by their first word

_CLAUSE = re.compile(r"[^.,;:!?()\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_MARKS = str.maketrans("", "", "'’`")


@dataclass(frozen=True)
class Hearing:
    """How words are taken. `same` gives what a word stands for, in plain words: contractions and misspellings.

    `no` are the words that turn a phrase round, and `between` those that may stand between the two. `reach` is how many
    words before a no are looked at for a second one: two of them say nothing clear, and what is not clear counts.
    """

    same: Mapping[str, Phrase]
    no: frozenset[str]
    between: frozenset[str]
    reach: int


@dataclass(frozen=True)
class Clause:
    """A stretch of words between two stops: plain words, and where each stands in what was typed."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def quote(self, first: int, end: int) -> str:
        """What was typed for these words, letter by letter."""
        return self.text[self.places[first][0] : self.places[end - 1][1]]


def plain(text: str, same: Mapping[str, Phrase]) -> Phrase:
    """The plain words of a text: small letters, no marks, and whatever each stands for."""
    return tuple(word for clause in clauses(text, same) for word in clause.words)


def clauses(text: str, same: Mapping[str, Phrase]) -> Iterator[Clause]:
    """The stretches of a text between stops. A comma is a stop too: a no does not reach over it."""
    for found in _CLAUSE.finditer(text):
        words: list[str] = []
        places: list[tuple[int, int]] = []
        for each in _WORD.finditer(found.group()):
            bare = each.group().casefold().translate(_MARKS)
            means = same.get(bare, (bare,))
            words += means
            places += [each.span()] * len(means)
        yield Clause(found.group(), tuple(words), tuple(places))


def by_first_word(phrases: Collection[Phrase]) -> Phrases:
    """The phrases, so that those which may begin at a word are found at once."""
    return {
        first: tuple(each for each in phrases if each[0] == first) for first in {each[0] for each in phrases}
    }


def spoken(said: Collection[Clause], phrases: Phrases, hearing: Hearing) -> tuple[str, ...]:
    """Whatever of these clauses says one of the phrases, as typed: once each, the longest of its kind, sorted."""
    found = {
        clause.quote(at, at + len(phrase))
        for clause in said
        for at, word in enumerate(clause.words)
        for phrase in phrases.get(word, ())
        if clause.words[at : at + len(phrase)] == phrase and not _turned_round(clause.words[:at], hearing)
    }
    return tuple(sorted(each for each in found if not any(each in other for other in found - {each})))


def _turned_round(before: Phrase, hearing: Hearing) -> bool:
    """Whether exactly one plain no stands before, with nothing but small words between."""
    at = len(before)
    while at and before[at - 1] in hearing.between:
        at -= 1
    if not at or before[at - 1] not in hearing.no:
        return False
    earlier = before[max(at - 1 - hearing.reach, 0) : at - 1]
    return not hearing.no.intersection(earlier)
