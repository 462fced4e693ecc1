"""A service as ranking needs it, wherever it came from: a row of a folder or of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from onward.ranking.model import Room
from onward.ranking.reasons import MEANT

MEANS, LIKES = 6.0, 3.0  # what full likeness, and a strength, are worth beside the scores of words
WORDS = "words"  # the group of a person's own words; the other groups are codes of needs


@dataclass(frozen=True)
class Listed:
    """One service. Ages, room, cost and places served are as its columns or its own words say; unknown is empty."""

    id: str
    name: str
    organisation_key: str
    category: str = ""
    description: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    room: Room = ""
    free: bool | None = None
    serves: tuple[str, ...] = ()
    closed: bool = False
    stale: bool = False
    doubled: bool = False
    outside_area: bool = False


@dataclass(frozen=True)
class Hit:
    """That one service answers one group of terms, and how well."""

    service_id: str
    group: str
    score: float
    met: tuple[str, ...]
    particular: bool


@dataclass(frozen=True)
class Evidence:
    """Everything found for a person: by words, needs and topics, by meaning (from 0 to 1), by what they like.

    `heard` says how surely their words speak of each topic, from 0 to 1.
    """

    hits: Sequence[Hit] = ()
    meanings: Mapping[str, float] = field(default_factory=dict)
    strengths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heard: Mapping[str, float] = field(default_factory=dict)

    @property
    def ids(self) -> set[str]:
        """The services of which enough was found to suggest them."""
        alike = {service_id for service_id, likeness in self.meanings.items() if likeness >= MEANT}
        return {hit.service_id for hit in self.hits} | alike | self.strengths.keys()

    def best(self, most: int) -> set[str]:
        """The same, or as many of them as are asked for, those of which most was found."""
        ids = self.ids
        if len(ids) <= most:
            return ids
        found = {service_id: MEANS * self.meanings.get(service_id, 0.0) for service_id in ids}
        for hit in self.hits:
            found[hit.service_id] += hit.score
        for service_id, strengths in self.strengths.items():
            found[service_id] += LIKES * len(strengths)
        return set(nsmallest(most, ids, key=lambda service_id: (-found[service_id], service_id)))
