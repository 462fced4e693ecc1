"""What ranking is told, and what it answers."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Room: TypeAlias = Literal["", "room", "waiting", "full"]
Lead: TypeAlias = Literal["needs", "words"]
Reason: TypeAlias = Literal[
    "near",
    "far",
    "need",
    "words",
    "meaning",
    "strength",
    "from-age",
    "useful",
    "free",
    "room",
    "waiting",
    "unrated",
]


@dataclass(frozen=True)
class Candidate:
    """One service that may suit. Scores are relevance, none below 0, with no upper end; `meaning` is from 0 to 1."""

    service_id: str
    name: str
    category: str = ""
    words_score: float = 0.0
    needs_score: float = 0.0
    topics: float = 0.0  # how much of what their words speak of it is about, from 0 to 1
    meaning: float = 0.0  # how alike what the person said and what the service says of itself are
    matched: tuple[str, ...] = ()  # codes of the needs it helps with, the most first
    words: tuple[str, ...] = ()  # the person's own words that it answers
    strengths: tuple[str, ...] = ()  # what the person likes or is good at, and it offers
    latitude: float | None = None
    longitude: float | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    serves: tuple[str, ...] = ()  # only people of these places; of any place where none is named
    room: Room = ""
    free: bool | None = None  # None where nobody says what it costs
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
    strengths: tuple[str, ...] = ()
    lead: Lead = "needs"
    latitude: float | None = None
    longitude: float | None = None
    places: tuple[
        str, ...
    ] = ()  # every name of where they live, in small letters; none where it is not known
    km: float | None = None  # never farther than this
    place_needed: bool = (
        False  # the person set the limit themselves: what is nowhere known to be is not within it
    )
    walks_km: float = 1.0  # what they walk easily
    free: bool = False  # nothing that is known to cost
    age: int | None = None
    traits: tuple[str, ...] = ()  # whatever else is known of them that ratings may turn on, as `name=value`
    most_alike: int | None = 2  # no more than this many that look the same
    alike_loss: float = 0.0  # of the score, for each before it that looks the same
    limit: int = 20


@dataclass(frozen=True)
class Because:
    """One reason as a code and its values: near and far (km), need and useful (code), words (each), strength,
    from-age (age); meaning, free, room, waiting and unrated have none."""

    code: Reason
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A service to suggest, with why. `score` is from 0 to 1; `km` is None where either place is not known."""

    service_id: str
    name: str
    score: float
    km: float | None
    because: tuple[Because, ...]
    candidate: Candidate | None = field(default=None, compare=False, repr=False)  # what it was ranked by
