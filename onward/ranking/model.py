"""What ranking is told, and what it answers."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Candidate:
    """One service that may suit. Scores are relevance, none below 0, with no upper end."""

    service_id: str
    name: str
    category: str = ""
    words_score: float = 0.0
    needs_score: float = 0.0
    matched: tuple[str, ...] = ()  # codes of the needs it helps with, the most first
    words: tuple[str, ...] = ()  # the person's own words that it answers
    latitude: float | None = None
    longitude: float | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    alike: tuple[str, ...] = ()  # services that share one of these would look the same to the reader
    closed: bool = False
    stale: bool = False
    doubled: bool = False
    outside_area: bool = False
    local: bool = False  # it names the area as its own
    particular: bool = False  # for a group of people this person has not said they belong to


@dataclass(frozen=True)
class Wishes:
    """What one person asks for. `lead` says what counts most: the needs they chose or their words."""

    needs: tuple[str, ...] = ()
    lead: Literal["needs", "words"] = "needs"
    latitude: float | None = None
    longitude: float | None = None
    km: float | None = None  # never farther than this
    age: int | None = None
    most_alike: int | None = 2  # no more than this many that look the same
    limit: int = 20


@dataclass(frozen=True)
class Because:
    """One reason as a code and its values: near (km), far (km), need (code), words (each), from-age (age)."""

    code: Literal["near", "far", "need", "words", "from-age"]
    values: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """A service to suggest, with why. `km` is None where either place is not known."""

    service_id: str
    name: str
    score: float
    km: float | None
    because: tuple[Because, ...]
