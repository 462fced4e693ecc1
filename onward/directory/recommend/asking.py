"""From a person to what ranking is asked: where they are, what was found for them, what they wish."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from onward.directory.candidates import candidates
from onward.directory.listed import Evidence, Listed
from onward.directory.recommend.folder import Place
from onward.directory.recommend.person import Person, PersonProblem
from onward.policy.needs import Need, needs
from onward.policy.recommending import recommending
from onward.ranking import Candidate, Wishes
from onward.ranking.distance import km_between

LONGEST_POSTCODE = 40
MOST_CANDIDATES = 600  # are compared; what was found of the others is too little
ALIKE_LOSS = 0.04  # whatever can be used is listed, and the third of a kind after the first of another


class Directory(Protocol):
    """What recommending asks of a directory, be it a folder or the database."""

    @property
    def name(self) -> str:
        """What the area is called."""

    def place_of(self, postcode: str) -> Place | None:
        """Where a postcode is, however it is typed; None where it is not one, or not one of this area."""

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The place of the nearest postcode; None where none is near."""

    def listed(self, ids: set[str]) -> Mapping[str, Listed]:
        """These services; one that is not known is left out."""

    def near(self, latitude: float | None, longitude: float | None) -> list[str]:
        """The ids of services near a place, the nearest first; any of them where no place is known."""

    def find(
        self, words: str, needs: Mapping[str, Need], strengths: tuple[str, ...], *, guarded: bool
    ) -> Evidence:
        """Everything found for these words, needs (by the code they were asked with) and strengths.

        `guarded`: what policy avoids is not found by words either.
        """


def where_is(person: Person, directory: Directory, where: str) -> Place:
    """Where the person lives; PersonProblem where that is not said, or is not in this area."""
    if person.latitude is not None and person.longitude is not None and not person.postcode:
        return _at(person.latitude, person.longitude, directory, where)
    if not person.postcode:
        raise PersonProblem(
            f"{where} does not say where the person lives. Add a `postcode`, or `latitude` and `longitude`."
        )
    place = directory.place_of(person.postcode)
    if not place:
        said = person.postcode[:LONGEST_POSTCODE]
        raise PersonProblem(
            f"{where}: {said!r} is not a postcode of {directory.name}. Correct it, or give `latitude` and `longitude`."
        )
    return place


def _at(latitude: float, longitude: float, directory: Directory, where: str) -> Place:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise PersonProblem(
            f"{where}: latitude {latitude} and longitude {longitude} are nowhere on earth. Correct them."
        )
    near = directory.nearest(latitude, longitude)
    return Place(latitude, longitude, near.names if near else ())


def asked_needs(person: Person) -> dict[str, Need]:
    """The person's needs by the code they were given with."""
    found = {code: recommending().need(code) for code in person.needs}
    return {code: need for code, need in found.items() if need}


def wishes_of(person: Person, place: Place | None, limit: int) -> Wishes:
    """What the person asks for, in ranking's own terms."""
    asked = asked_needs(person)
    return Wishes(
        needs=tuple(asked),
        strengths=person.strengths,
        lead="needs" if asked and not all(need.words_lead for need in asked.values()) else "words",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        places=place.names if place else (),
        km=needs().reach_km if person.km is None else person.km,
        place_needed=person.km is not None,
        walks_km=_walks(person, asked),
        free=person.free,
        age=person.age,
        traits=person.traits,
        most_alike=None,
        alike_loss=ALIKE_LOSS,
        limit=limit,
    )


def candidates_for(
    person: Person, place: Place | None, directory: Directory, only: Iterable[str] | None = None
) -> list[Candidate]:
    """Every service that may suit: those found for the person, or where nothing was found those that are near.

    `only` these, where they are given, found or not.
    """
    asked = asked_needs(person)
    heard = {} if asked else {need.code: need for need in needs().heard(person.text)}
    found = directory.find(person.text, asked or heard, person.strengths, guarded=bool(asked))
    ids = found.best(MOST_CANDIDATES) if only is None else set(only)
    if not ids:
        ids = set(directory.near(*((place.latitude, place.longitude) if place else (None, None))))
    return candidates(directory.listed(ids), found, needs(), area_name=directory.name, guarded=bool(asked))


def km_to(candidate: Candidate, place: Place | None) -> float | None:
    """How far the candidate is from the place; None where either is not known."""
    if place is None:
        return None
    return km_between(place.latitude, place.longitude, candidate.latitude, candidate.longitude)


def _walks(person: Person, asked: Mapping[str, Need]) -> float:
    walking = recommending().walking
    old = person.age is not None and person.age >= walking.less_from_age
    unsteady = any(need.code in walking.less_with for need in asked.values())
    return walking.less_km if old or unsteady else walking.km
