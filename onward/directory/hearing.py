"""Which topics of everyday life somebody's words speak of: word for word, or in other words."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from onward.policy.everyday import everyday

MOST_TOPICS = 3  # a story about everything is about nothing
MOST_CHARACTERS = 6_000


class Alike(Protocol):
    """What hears a topic in other words."""

    def like(self, words: str) -> Mapping[str, float]:
        """The topics that the words are like, each from 0 to 1."""


def heard(words: str, topics: Alike | None) -> dict[str, float]:
    """The topics that the words speak of, by code, and how surely, from 0 to 1: at most three, the surest first.

    What stands there word for word is sure. Without `topics` nothing else is heard.
    """
    read = words[:MOST_CHARACTERS]
    alike = topics.like(read) if topics else {}
    found = {**alike, **dict.fromkeys(everyday().heard(read), 1.0)}
    order = sorted(found, key=lambda code: (-found[code], -alike.get(code, 0.0), code))
    return {code: found[code] for code in order[:MOST_TOPICS]}


def in_their_words(words: str, topics: Iterable[str]) -> str:
    """What was typed, and what services say of the same topics: who asks of one of these asks for its people too."""
    known = everyday().by_code
    return " ".join([words.lower(), *(phrase for code in topics for phrase in known[code].find)])
