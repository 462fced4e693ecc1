"""One row of a directory file, read: what it says, made plain, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onward.directory.area import Row
from onward.directory.dates import earliest, is_stale
from onward.directory.names import key, readable
from onward.directory.places import coordinates
from onward.directory.saying.room import room
from onward.vocabulary.directory import Capacity
from onward.vocabulary.postcodes import tidy

# Control characters, marks that reverse the reading order, and halves of characters that UTF-8 cannot hold.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
LINK = re.compile(r"https?://[^\s/$.?#][^\s]*", re.IGNORECASE)
BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\s]*)?", re.IGNORECASE)
PLAIN = (
    "description", "category", "address", "telephone", "email", "opening_hours", "referral", "source", "fees",
    "eligibility", "place", "access", "travel", "languages", "serves",
)  # fmt: skip
OLDEST = 130
_CAPACITY: Mapping[str, str] = {
    "": Capacity.NOT_SAID.value,
    "room": Capacity.ROOM_NOW.value,
    "waiting": Capacity.WAITING_LIST.value,
    "full": Capacity.FULL.value,
}

Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class ServiceRow:
    """A service as the source gives it; `key` is of its organisation.

    `place` is what the place is called, `access` and `travel` how to get in and there; `languages` and the areas that
    it `serves` are lists with commas or semicolons.
    """

    id: str
    organisation_key: str
    organisation_name: str
    name: str
    name_given: str
    description: str
    category: str
    address: str
    postcode: str
    latitude: float | None
    longitude: float | None
    website: str
    telephone: str
    email: str
    opening_hours: str
    referral: str
    minimum_age: int | None
    maximum_age: int | None
    fees: str
    eligibility: str
    capacity: str
    place: str
    access: str
    travel: str
    languages: str
    serves: str
    source: str
    checked_on: date | None
    checked_said: str
    stale: bool
    outside_area: bool


def read_row(
    row: Row, *, places: Places, on: date, stale_after_months: int
) -> tuple[ServiceRow | None, list[str]]:
    """The service, with what had to be left out of it; None with why, where the row cannot be read at all."""
    given = {column: plain(row[column]) for column in (*PLAIN, "id", "name", "organisation")}
    for column in ("id", "name"):
        if not given[column]:
            return None, [f"it has no {column}, so it was not loaded: give it one"]
    postcode = tidy(row["postcode"]) or ""
    at, doubt = _place(row, postcode, places)
    website, no_link = link(plain(row["url"] or row["website"]))
    ages, no_ages = _ages(row)
    checked_on = earliest(row["checked_on"])
    organisation = readable(given["organisation"] or given["name"])
    service = ServiceRow(
        id=given["id"],
        organisation_key=key(organisation),
        organisation_name=organisation,
        name=readable(given["name"]),
        name_given=given["name"],
        **{column: given[column] for column in PLAIN},
        postcode=postcode or plain(row["postcode"]),
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        website=website,
        capacity=_CAPACITY[room(plain(row["capacity"]), "")[0]],
        minimum_age=ages[0],
        maximum_age=ages[1],
        checked_on=checked_on,
        checked_said=plain(row["checked_on"]),
        stale=is_stale(checked_on, on=on, months=stale_after_months),
        outside_area=bool(postcode) and postcode not in places,
    )
    return service, [said for said in (doubt, no_link, no_ages) if said]


def plain(text: str) -> str:
    """Text without characters that no reader sees and no database takes; markup is left, as text."""
    return re.sub(r"[ \t\xa0]+", " ", CONTROLS.sub(" ", text.replace("\r\n", "\n"))).strip()


def link(website: str) -> tuple[str, str]:
    """An address one may put in a link, and what is wrong where there is none."""
    if not website:
        return "", ""
    if LINK.fullmatch(website):
        return website, ""
    if BARE.fullmatch(website):
        return f"https://{website}", ""
    return "", f"its website ({website[:60]}) is not an address on the web, so it was left out: correct it"


def _place(row: Row, postcode: str, places: Places) -> tuple[tuple[float, float] | None, str]:
    at, doubt = coordinates(row["latitude"], row["longitude"])
    instead = places.get(postcode)
    if doubt:
        doubt += ", so its postcode's were used" if instead else ", so its place is not known"
        doubt += ": correct them"
    return at or instead, doubt


def _ages(row: Row) -> tuple[tuple[int | None, int | None], str]:
    ages = tuple(row[column].strip() for column in ("minimum_age", "maximum_age"))
    if all(not age or (age.isascii() and age.isdigit() and int(age[:4]) <= OLDEST) for age in ages):
        youngest, oldest = (int(age) if age else None for age in ages)
        return (youngest, oldest), ""
    return (
        None,
        None,
    ), f"its ages ({ages[0]} to {ages[1]}) are not whole years, so they were left out: correct them"
