"""Recommending: a person and a directory in, the contract's list out."""

import hashlib
from datetime import date
from typing import Any

from onward.directory.recommend.asking import Directory, candidates_for, where_is, wishes_of
from onward.directory.recommend.person import Person
from onward.directory.recommend.wording import brief
from onward.policy.recommending import recommending
from onward.ranking import Exploring, Learned, Suggestion, rank

HALF = 2**32


def recommend(
    person: Person, directory: Directory, *, where: str, on: date, limit: int, learned: Learned | None
) -> list[dict[str, Any]]:
    """The services that suit, best first: the same for the same person, directory and day.

    PersonProblem where the person's place is not known; `where` names the file in its message.
    """
    place = where_is(person, directory, where)
    wishes = wishes_of(person, place, limit)
    found = candidates_for(person, place, directory)
    ranked = rank(found, wishes, learned=learned, exploring=exploring(person, on) if learned else None)
    return [_shown(each, person.age) for each in ranked]


def exploring(person: Person, on: date) -> Exploring:
    """Whether this list shows a new service today, and which: by chance, and the same for a person all day."""
    digest = hashlib.sha256(f"{on.isoformat()} {person!r}".encode("utf-8", "replace")).digest()
    chance, pick = (int.from_bytes(digest[at : at + 4], "big") / HALF for at in (0, 4))
    show = recommending().exploring
    return Exploring(show.share, show.place, show.least, chance, pick)


def _shown(suggestion: Suggestion, age: int | None) -> dict[str, Any]:
    return {
        "service_id": suggestion.service_id,
        "name": suggestion.name,
        "score": suggestion.score,
        "km": suggestion.km,
        "because": [brief(each, age) for each in suggestion.because],
    }
