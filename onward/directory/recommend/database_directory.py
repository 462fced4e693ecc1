"""The database as a directory to recommend from."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onward.directory import queries
from onward.directory.hearing import heard, in_their_words
from onward.directory.listed import Evidence, Listed
from onward.directory.listing import listed
from onward.directory.meaning import table
from onward.directory.meanings import meanings
from onward.directory.models import Postcode, Service
from onward.directory.recommend.folder import NEXT_DOOR_KM, Place
from onward.directory.search import find_hits, find_nearest
from onward.directory.terms import MOST_CHARACTERS, terms
from onward.policy.everyday import everyday
from onward.policy.needs import Need, needs
from onward.ranking.distance import km_between

KM_A_DEGREE = 111.0  # of latitude; of longitude fewer


class DatabaseDirectory:
    """The services and places of the database, as `asking.Directory` wants them."""

    def __init__(self) -> None:
        area = queries.area()
        self._area = (area.name, area.code) if area else ("this area", "")

    @property
    def name(self) -> str:
        """What the area is called."""
        return self._area[0]

    @property
    def ids(self) -> frozenset[str]:
        """Every service that has not closed."""
        return frozenset(Service.objects.filter(closed=False).values_list("id", flat=True))

    @property
    def small(self) -> frozenset[str]:
        """The services of organisations that run only this one."""
        runs: dict[int, list[str]] = {}
        for service_id, organisation in Service.objects.values_list("id", "organisation_id"):
            runs.setdefault(organisation, []).append(service_id)
        return frozenset(own[0] for own in runs.values() if len(own) == 1)

    def place_of(self, postcode: str) -> Place | None:
        """Where a postcode is, however it is typed; None where it is not one, or not one of this area."""
        known = queries.place_of(postcode)
        return (
            self._place(known.postcode, known.latitude, known.longitude, known.ward, known.lsoa)
            if known
            else None
        )

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The place of the nearest postcode; None where none is near."""
        reach = 2 * NEXT_DOOR_KM / KM_A_DEGREE
        near = Postcode.objects.filter(
            latitude__range=(latitude - reach, latitude + reach),
            longitude__range=(longitude - reach, longitude + reach),
        )
        by_km = [
            (km_between(latitude, longitude, each.latitude, each.longitude) or 0.0, each) for each in near
        ]
        km, best = min(by_km, key=lambda pair: (pair[0], pair[1].postcode), default=(0.0, None))
        if not best or km > NEXT_DOOR_KM:
            return None
        return self._place(best.postcode, best.latitude, best.longitude, best.ward, best.lsoa)

    def listed(self, ids: Iterable[str]) -> Mapping[str, Listed]:
        """These services; one that is not known is left out."""
        found = Service.objects.select_related("organisation").defer("search").in_bulk(list(ids))
        return {key: listed(found[key]) for key in sorted(found)}

    def near(self, latitude: float | None, longitude: float | None) -> list[str]:
        """The ids of services near a place, the nearest first."""
        return find_nearest(latitude, longitude, avoid=needs().avoid)

    def find(
        self, words: str, asked: Mapping[str, Need], strengths: tuple[str, ...], *, guarded: bool
    ) -> Evidence:
        """Everything found for these words, needs and strengths."""
        policy, said = needs(), words[:MOST_CHARACTERS]
        searched = terms(said, policy.filler) if said.strip() else ()
        alike = meanings(said, [_said(code, need) for code, need in asked.items()])
        topics = heard(said, table.topics()) if said.strip() else {}
        mentioned = f"{in_their_words(said, topics)} {' '.join(asked)}".lower()
        particular = [each for each in policy.particular if each not in mentioned]
        hits = find_hits(
            searched,
            policy.other_words(said.lower()),
            [_as_asked(code, need) for code, need in asked.items()],
            [everyday().by_code[code] for code in topics],
            avoid=policy.avoid,
            particular=particular,
            guard_words=guarded,
        )
        return Evidence(hits, alike, self._liked(strengths), topics)

    def _liked(self, strengths: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for strength in strengths:
            offered = Need(strength, strength, (), (strength,), {}, False)
            for hit in find_hits(
                (), (), [offered], avoid=needs().avoid, particular=["nobody"], guard_words=True
            ):
                found[hit.service_id] = (*found.get(hit.service_id, ()), strength)
        return found

    def _place(self, postcode: str, latitude: float, longitude: float, ward: str, lsoa: str) -> Place:
        names = (*self._area, ward, lsoa, postcode, postcode.split()[0], postcode[:-2])
        return Place(latitude, longitude, tuple(name.strip().lower() for name in names if name.strip()))


def _as_asked(code: str, need: Need) -> Need:
    return need if code == need.code else replace(need, code=code, find=(*need.find, _said(code, need)))


def _said(code: str, need: Need) -> str:
    return need.phrase if code == need.code else code.replace("-", " ").replace("_", " ")
