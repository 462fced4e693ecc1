"""A made-up council's area folder, in the same form as a real one: the demonstration takes the same road.

Nothing in it can be taken for real: the postcodes begin with QQ, which no post town has; the telephone
numbers are from the range that Ofcom keeps for drama; the websites end in `.example`, which nobody can own.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from onward.directory.fictional_details import told
from onward.directory.fictional_map import ward_boundaries
from onward.directory.fictional_words import Kind, Words, fictional_words

CHECKED_UNTIL = date(2026, 11, 1)
POSTCODES_PER_WARD = 67
APART, WARD_SPREAD, PLACE_SPREAD = 0.036, 0.007, 0.009  # in degrees: about 4 km, 800 m and 1 km
WIDER = 1.6  # so far north a degree of longitude is that much shorter
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"  # those that Royal Mail uses
POSTCODE_HEADINGS = ("postcode", "latitude", "longitude", "ward", "lsoa", "msoa")
SERVICE_HEADINGS = (
    "id", "name", "organisation", "description", "category", "address", "postcode", "website", "telephone",
    "email", "opening_hours", "referral", "minimum_age", "latitude", "longitude", "checked_on", "source", "fees",
    "capacity", "place", "access", "travel", "languages", "serves",
)  # fmt: skip

Cells = dict[str, str]


def write_fictional_area(folder: Path, seed: int, *, checked_until: date = CHECKED_UNTIL) -> None:
    """Write `area.toml` and the files that it names into `folder`.

    The same seed and date give the same files. No service was checked after `checked_until`.
    """
    chance = Random(seed)  # noqa: S311 (made-up places, no secrets)
    words = fictional_words()
    folder.mkdir(parents=True, exist_ok=True)
    postcodes = _postcodes(chance, words)
    services = [
        {**each, "checked_on": _checked_on(chance, checked_until)}
        for each in _services(chance, words, postcodes)
    ]
    details = Random(seed)  # noqa: S311 (apart, so that what there is stays the same whatever is told of it)
    services = [{**each, **told(details, each)} for each in services]
    (folder / "area.toml").write_text(_area_toml(words), encoding="utf-8")
    _write(folder / "postcodes.csv", POSTCODE_HEADINGS, postcodes)
    _write(folder / "directory.csv", SERVICE_HEADINGS, services)
    (folder / "wards.geojson").write_text(ward_boundaries(postcodes), encoding="utf-8")


def _area_toml(words: Words) -> str:
    return (
        f'# A made-up council: see onward/directory.\nname = "{words.name}"\ncode = "{words.code}"\n'
        f'adult_social_care_authority = true\nattribution = ["{words.attribution}"]\n\n'
        '[files.directory]\npath = "directory.csv"\n\n[files.postcodes]\npath = "postcodes.csv"\n\n'
        '[files.boundaries]\npath = "wards.geojson"\n'
    )


def _write(path: Path, headings: Sequence[str], rows: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _postcodes(chance: Random, words: Words) -> list[Cells]:
    rows: list[Cells] = []
    inward = [f"{digit}{a}{b}" for digit in range(1, 10) for a in INWARD_LETTERS for b in INWARD_LETTERS]
    for number, ward in enumerate(words.wards, start=1):
        row, column = words.spots[number - 1]
        north = words.centre[0] - row * APART + chance.uniform(-WARD_SPREAD, WARD_SPREAD)
        east = words.centre[1] + (column * APART + chance.uniform(-WARD_SPREAD, WARD_SPREAD)) * WIDER
        for at, code in enumerate(sorted(chance.sample(inward, POSTCODES_PER_WARD))):
            latitude, longitude = chance.gauss(north, PLACE_SPREAD), chance.gauss(east, PLACE_SPREAD * WIDER)
            rows.append(
                {
                    "postcode": f"QQ{number} {code}",
                    "latitude": f"{latitude:.6f}",
                    "longitude": f"{longitude:.6f}",
                    "ward": ward,
                    "lsoa": f"X01{number:03}{at % 6:03}",
                    "msoa": f"X02{number:03}{at % 2:03}",
                }
            )
    return rows


def _services(chance: Random, words: Words, postcodes: list[Cells]) -> list[Cells]:
    rows: list[Cells] = []
    names: set[str] = set()
    for kind in words.kinds:
        rounds = range(-(-kind.how_many // len(words.wards)))
        wards = [ward for _ in rounds for ward in chance.sample(words.wards, len(words.wards))]
        for ward in wards[: kind.how_many]:
            at = chance.choice([each for each in postcodes if each["ward"] == ward])
            said = _said(chance, words, ward)
            name = _name(chance, kind, said, names)
            rows.append(
                {
                    "id": f"LARK{len(rows) + 1:04}",
                    **_where(chance, words, at),
                    **_about(chance, kind, said, name),
                }
                | {"referral": chance.choice(words.referrals) if kind.by_referral else ""}
            )
    return [*rows, *_oddities(rows)]


def _said(chance: Random, words: Words, ward: str) -> Cells:
    """What is filled in where the words leave a place."""
    day, other_day = sorted(chance.sample(words.days, 2), key=words.days.index)
    return {
        "ward": ward,
        "area": words.name,
        "day": day,
        "other_day": other_day,
        "hours": chance.choice(words.hours),
    }


def _where(chance: Random, words: Words, at: Cells) -> Cells:
    place = {column: at[column] for column in ("postcode", "latitude", "longitude")}
    return {**place, "address": f"{chance.randint(1, 140)} {chance.choice(words.streets)}, {at['ward']}"}


def _about(chance: Random, kind: Kind, said: Cells, name: str) -> Cells:
    site = re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "").replace("é", "e")).strip("-")
    return {
        "name": name,
        "organisation": chance.choice(kind.organisations).format(**said) if kind.organisations else "",
        "description": chance.choice(kind.descriptions).format(**said),
        "category": kind.category,
        "website": f"https://{site}.example/" if chance.random() < 0.6 else "",
        "telephone": f"01632 {960000 + chance.randint(0, 999)}",
        "email": f"hello@{site}.example" if chance.random() < 0.4 else "",
        "opening_hours": kind.hours.format(**said),
        "minimum_age": str(kind.minimum_age or ""),
        "source": "made up",
    }


def _name(chance: Random, kind: Kind, said: Cells, names: set[str]) -> str:
    """A name of this kind that no other service has."""
    possible = [each.format(**said) for each in kind.names]
    free = [name for name in possible if name not in names]
    name = chance.choice(free) if free else f"{possible[0]}, {said['day']}s"
    names.add(name)
    return name


def _checked_on(chance: Random, until: date) -> str:
    """Most within a year and a half; about one in six long ago."""
    days = chance.randint(900, 2400) if chance.random() < 0.17 else chance.randint(0, 540)
    return (until - timedelta(days=days)).isoformat()


def _oddities(rows: list[Cells]) -> list[Cells]:
    """What every real directory has: two rows listed twice, and a service based elsewhere."""
    twice = [{**rows[at], "id": f"LARK9{at:03}"} for at in (0, 40)]
    minibus = next(row for row in rows if row["category"] == "community transport")
    elsewhere = {
        **minibus,
        "id": "LARK9999",
        "name": "Farrowdale and District Minibus",
        "address": "2 Station Yard, Farrowdale",
        "postcode": "QX1 1AA",
        "website": "",
        "email": "",
    }
    return [*twice, elsewhere]
