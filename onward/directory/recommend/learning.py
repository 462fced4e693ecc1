"""What ratings teach: every rating told to ranking, both rankings judged, and the better one put in force."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from math import inf
from typing import Any, Protocol

from onward.directory.recommend.asking import Directory, candidates_for, km_to, wishes_of
from onward.directory.recommend.folder import Place
from onward.directory.recommend.person import Person
from onward.directory.recommend.ratings import Rating
from onward.policy.recommending import recommending
from onward.ranking import Candidate, Learned, rank
from onward.ranking.learning import Comparison, Rated, Thresholds, compare, coverage, exposure, learn
from onward.ranking.usable import can_use

SEED = 1
MOST_LISTS = 200  # people for whom whole lists are made, to see who is shown at all
FIRST = 10


class Whole(Directory, Protocol):
    """A directory that knows all its services."""

    @property
    def ids(self) -> frozenset[str]:
        """Every service that has not closed."""

    @property
    def small(self) -> frozenset[str]:
        """The services of organisations that run only this one."""


@dataclass(frozen=True)
class Result:
    """What came of ratings: what was learned, how it compares, who is shown, and how many rows could not be used."""

    learned: Learned
    comparison: Comparison
    shown: dict[str, dict[str, float]]
    unknown_services: int

    def as_json(self) -> dict[str, Any]:
        """For each way of ranking its nDCG@10 on the ratings kept back, its coverage, and what small groups get."""
        compared = self.comparison
        return {
            "ratings": compared.ratings,
            "kept_back": compared.kept_back,
            "people": compared.people,
            "unknown_services": self.unknown_services,
            **{
                way: {"ndcg_at_10": _rounded(compared.ndcg.get(way)), **who}
                for way, who in self.shown.items()
            },
            "gain": round(compared.gain, 4),
            "gain_at_least": round(compared.at_least, 4),
            "better": compared.better,
            "why_not": compared.why_not,
        }


def judge(ratings: Sequence[Rating], directory: Whole) -> Result | None:
    """Learn from the ratings and compare; None where none of them is of a service of this directory."""
    rated = told(ratings, directory)
    if not rated:
        return None
    policy = recommending().learning
    thresholds = Thresholds(**asdict(policy))
    learned = learn(rated, few=policy.few, helpful=policy.helpful)
    comparison = compare(rated, thresholds, SEED)
    return Result(learned, comparison, _shown(ratings, directory, learned), len(ratings) - len(rated))


def told(ratings: Iterable[Rating], directory: Directory) -> list[Rated]:
    """Each rating with all that ranking knows of the service for the person; those of other services are left out."""
    by_person: dict[Person, list[Rating]] = {}
    for rating in ratings:
        by_person.setdefault(rating.person, []).append(rating)
    return [one for person, own in by_person.items() for one in _told(person, own, directory)]


def _told(person: Person, ratings: Sequence[Rating], directory: Directory) -> Iterator[Rated]:
    place = _place(person, directory)
    wishes, said = wishes_of(person, place, limit=FIRST), repr(person)
    found = candidates_for(person, place, directory, only={each.service_id for each in ratings})
    by_id = {each.service_id: each for each in found}
    for each in ratings:
        candidate = by_id.get(each.service_id)
        if candidate:
            km = km_to(candidate, place)
            yield Rated(said, candidate, wishes, km, each.rating, each.shown_rank, each.on)


def _place(person: Person, directory: Directory) -> Place | None:
    """Where features say that somebody lives; None where they do not, or not so that we know it."""
    if person.postcode:
        return directory.place_of(person.postcode)
    if person.latitude is None or person.longitude is None:
        return None
    return Place(person.latitude, person.longitude, ())


def _shown(ratings: Sequence[Rating], directory: Whole, learned: Learned) -> dict[str, dict[str, float]]:
    """Who stands among the first ten of the people who rated last, by each way of ranking."""
    latest = sorted(ratings, key=lambda each: each.on, reverse=True)
    people = list(dict.fromkeys(each.person for each in latest))[:MOST_LISTS]
    lists: dict[str, list[list[str]]] = {"learned": [], "plain": [], "distance_only": [], "words_only": []}
    for person in people:
        place = _place(person, directory)
        wishes, found = wishes_of(person, place, limit=FIRST), candidates_for(person, place, directory)
        for way, in_force in (("learned", learned), ("plain", None)):
            lists[way].append([each.service_id for each in rank(found, wishes, learned=in_force)])
        usable = [each for each in found if can_use(each, wishes, km_to(each, place))]
        lists["distance_only"].append(_first(usable, partial(_apart, place=place)))
        lists["words_only"].append(_first(usable, lambda each: -(each.words_score + each.needs_score)))
    return {
        way: {
            "coverage": round(coverage(own, directory.ids), 4),
            "small_groups": round(exposure(own, directory.small), 4),
        }
        for way, own in lists.items()
    }


def _first(candidates: Sequence[Candidate], order: Callable[[Candidate], float]) -> list[str]:
    return [
        each.service_id
        for each in sorted(candidates, key=lambda each: (order(each), each.service_id))[:FIRST]
    ]


def _apart(candidate: Candidate, place: Place | None) -> float:
    km = km_to(candidate, place)
    return inf if km is None else km


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
