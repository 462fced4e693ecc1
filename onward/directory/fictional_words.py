"""The words that the made-up council is made of, read from `fictional.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "fictional.yaml"


@dataclass(frozen=True)
class Kind:
    """One kind of service: how many there are, and what they may be called and say of themselves."""

    category: str
    how_many: int
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    organisations: tuple[str, ...]
    hours: str
    by_referral: bool
    minimum_age: int | None


@dataclass(frozen=True)
class Words:
    """The council, its places, and the kinds of service it has."""

    name: str
    code: str
    attribution: str
    centre: tuple[float, float]
    wards: tuple[str, ...]
    spots: tuple[tuple[int, int], ...]  # where each is: rows south, and columns east, of the middle
    streets: tuple[str, ...]
    days: tuple[str, ...]
    hours: tuple[str, ...]
    referrals: tuple[str, ...]
    venues: tuple[str, ...]
    access: tuple[str, ...]
    travel: tuple[str, ...]
    languages: tuple[str, ...]
    fees: Mapping[str, str]  # by kind
    at_home: tuple[str, ...]  # kinds that come to people, and serve the wards they name
    kinds: tuple[Kind, ...]


@cache
def fictional_words() -> Words:
    """Everything in `fictional.yaml`."""
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    lists: dict[str, Any] = {
        key: tuple(each) for key, each in read.items() if isinstance(each, list) and key != "kinds"
    }
    kinds = tuple(_kind(each) for each in read["kinds"])
    return Words(
        name=read["name"],
        code=read["code"],
        attribution=read["attribution"],
        fees=read["fees"],
        kinds=kinds,
        **lists,
    )


def _kind(read: dict[str, Any]) -> Kind:
    return Kind(
        category=read["category"],
        how_many=read["how_many"],
        names=tuple(read["names"]),
        descriptions=tuple(read.get("descriptions", [""])),
        organisations=tuple(read.get("organisations", [])),
        hours=read.get("hours", ""),
        by_referral=read.get("by_referral", False),
        minimum_age=read.get("minimum_age"),
    )
