"""An area folder read for recommending: its services and its places, without a database."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from onward.directory.area import AreaFolder, AreaMissing, AreaProblem, Row, Source, read_area
from onward.directory.listed import Listed
from onward.directory.places import coordinates
from onward.directory.rows import ServiceRow, read_row
from onward.directory.sameness import Sameness
from onward.directory.saying import ages, free, room
from onward.policy.needs import needs
from onward.policy.recommending import recommending
from onward.ranking.distance import km_between
from onward.vocabulary.postcodes import tidy

# Headings besides those of an area folder, where a file has them: each of these says the same.
ROOM = ("capacity", "room", "availability", "status", "vacancies")
COST = ("cost", "price", "fees", "cost_option", "charge")
SERVES = ("serves", "area_served", "service_area", "areas_served", "coverage")
MINIMUM_AGE = ("minimum_age", "min_age", "age_from")
MAXIMUM_AGE = ("maximum_age", "max_age", "age_to")
ELIGIBILITY = ("eligibility", "who_for", "for_whom")
NEXT_DOOR_KM = 3.0  # a place is in the same ward as the nearest postcode, where one is this near


@dataclass(frozen=True)
class Place:
    """Where a postcode is, and every name of that place, in small letters."""

    latitude: float
    longitude: float
    names: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """An area's services and places. `places` are by postcode, as on a letter."""

    name: str
    services: Mapping[str, Listed]
    places: Mapping[str, Place]

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The place of the nearest postcode; None where none is near."""
        best = min(self.places.values(), key=lambda each: _apart(each, latitude, longitude), default=None)
        return best if best and _apart(best, latitude, longitude) <= NEXT_DOOR_KM else None


def read_folder(folder: Path, *, on: date) -> Listing:
    """What the folder lists; AreaProblem where it cannot be read. Without `area.toml`, `directory.csv` will do."""
    area = _area(folder)
    places = dict(_places(area))
    services = _services(area, places, on)
    if not services:
        raise AreaProblem(
            f"{area.files['directory'].path} has no service that can be read. Give each an id and a name."
        )
    return Listing(area.name, services, places)


def _area(folder: Path) -> AreaFolder:
    if (folder / "area.toml").is_file() or not (folder / "directory.csv").is_file():
        return read_area(folder)
    files = {"directory": Source(folder / "directory.csv", {}, ("id", "name"))}
    if (folder / "postcodes.csv").is_file():
        files["postcodes"] = Source(folder / "postcodes.csv", {}, ("postcode", "latitude", "longitude"))
    return AreaFolder(code="", name=folder.resolve().name, attribution=(), files=files)


def _places(area: AreaFolder) -> Iterator[tuple[str, Place]]:
    if "postcodes" not in area.files:
        return
    for row in area.files["postcodes"].rows():
        postcode, (at, _) = tidy(row["postcode"]), coordinates(row["latitude"], row["longitude"])
        if postcode and at:
            outward = postcode.split()[0]
            names = (
                area.name,
                area.code,
                row["ward"],
                row["lsoa"],
                row["msoa"],
                postcode,
                outward,
                postcode[:-2],
            )
            yield postcode, Place(*at, tuple(name.strip().lower() for name in names if name.strip()))


def _services(area: AreaFolder, places: Mapping[str, Place], on: date) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    names = {name for place in places.values() for name in place.names}
    same, at = Sameness(), {postcode: (each.latitude, each.longitude) for postcode, each in places.items()}
    for row in area.files["directory"].rows():
        read, _ = read_row(row, places=at, on=on, stale_after_months=needs().stale_after_months)
        if read:
            service_id, _ = same.id_for(read, row.line)
            found[service_id] = replace(
                _listed(read, row, names), id=service_id, doubled=same.seen_before(read)
            )
    return found


def _listed(read: ServiceRow, row: Row, names: Set[str]) -> Listed:
    said = f"{read.name}. {read.description}"
    standing, closed = room(_first(row, ROOM), said)
    youngest, oldest = _ages(read, row, said)
    return Listed(
        id=read.id,
        name=read.name,
        organisation_key=read.organisation_key,
        category=read.category,
        description=read.description,
        address=read.address,
        latitude=read.latitude,
        longitude=read.longitude,
        minimum_age=youngest,
        maximum_age=oldest,
        room=standing,
        free=free(_first(row, COST), said),
        serves=_serves(_first(row, SERVES), names),
        closed=closed or _first(row, ("closed",)).lower() in {"yes", "true", "1", "y"},
        stale=read.stale,
        outside_area=read.outside_area,
    )


def _ages(read: ServiceRow, row: Row, said: str) -> tuple[int | None, int | None]:
    """By columns; where there is none, by what is said of eligibility, or else of the service."""
    columns = [_whole(_first(row, names)) for names in (MINIMUM_AGE, MAXIMUM_AGE)]
    if any(each is not None for each in columns):
        return columns[0], columns[1]
    return ages(_first(row, ELIGIBILITY) or said)


def _serves(said: str, names: Set[str]) -> tuple[str, ...]:
    """The places that are served, as this area names them: "Sale" is "Sale Central" and "Sale Moor"; none for all."""
    parts = said.replace("|", ";").replace(",", ";").lower().split(";")
    served = [" ".join(part.split()) for part in parts if part.strip()]
    if any(each in recommending().wide for each in served):
        return ()
    within = {name for each in served for name in names if f" {each} " in f" {name} "}
    return tuple(sorted({*served, *within}))


def _first(row: Row, headings: tuple[str, ...]) -> str:
    return next((row[heading].strip() for heading in headings if row[heading].strip()), "")


def _whole(age: str) -> int | None:
    return int(age) if age.isascii() and age.isdigit() and len(age) <= 3 else None


def _apart(place: Place, latitude: float, longitude: float) -> float:
    return km_between(latitude, longitude, place.latitude, place.longitude) or 0.0


__all__ = ["AreaMissing", "AreaProblem", "Listing", "Place", "read_folder"]
