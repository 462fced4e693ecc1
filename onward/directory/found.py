"""What the directory answers: plain values, never models."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from uuid import UUID


@dataclass(frozen=True)
class AreaInfo:
    """The place that the directory is about. `attribution` lines are shown wherever its data are."""

    code: str
    name: str
    attribution: tuple[str, ...]
    loaded_on: date


@dataclass(frozen=True)
class Place:
    """Where a postcode of the area is, or the middle of a place with a name, which has no postcode."""

    postcode: str
    latitude: float
    longitude: float
    ward: str
    lsoa: str


@dataclass(frozen=True)
class ServiceInfo:
    """One service as it is shown. `website` is safe to put in a link; other text is as the source gave it."""

    service_id: str
    uuid: UUID  # in its address, as in the standard's
    name: str
    organisation: str
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
    fees: str
    eligibility: str
    alert: str
    capacity: str
    minimum_age: int | None
    maximum_age: int | None
    stale: bool
    outside_area: bool
    closed: bool
    checked_on: date | None
    checked_said: str
    checked_by: str


@dataclass(frozen=True)
class Suggested(ServiceInfo):
    """A service found for somebody, with how far it is and why it was found, in words."""

    km: float | None
    because: tuple[str, ...]
    score: float
    told: Mapping[str, Any] = field(default_factory=dict)  # what ranking was told of it, without its words


@dataclass(frozen=True)
class Found:
    """The answer to a search, best first, with what it was computed from, to be stored and explained."""

    place: Place | None
    postcode_problem: Literal["", "not-a-postcode", "not-here"]
    suggestions: tuple[Suggested, ...]
    full: tuple[ServiceInfo, ...]  # it would suit by its words, and has no room: never a suggestion
    inputs: dict[str, Any]
    versions: dict[str, str]
