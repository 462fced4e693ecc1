"""One service as a source says it, in rows that are not yet written, and the digest that tells whether it changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import models

from onward.directory.models import (
    Accessibility,
    Address,
    Attribute,
    Location,
    OrganisationIdentifier,
    Service,
    ServiceAtLocation,
)
from onward.directory.models.parts import Part

# Worked out when it is written, or the state of a load and not what the source says.
NOT_SAID = {
    "id", "search", "last_modified", "digest", "seen_run", "withdrawn_on", "closed", "place_may_be_shown",
}  # fmt: skip
AGES = {"stale", "source_digest"}  # what changes though the source says the same
SPACE = uuid5(NAMESPACE_URL, "https://onward.example/directory")


@dataclass(frozen=True)
class Place:
    """Where a service is."""

    at: ServiceAtLocation
    location: Location
    addresses: tuple[Address, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()

    def rows(self) -> Iterator[models.Model]:
        yield from (self.at, self.location, *self.addresses, *self.accessibility)


@dataclass(frozen=True)
class Entry:
    """A service with everything of it. Its rows point at each other, and are in no table yet."""

    service: Service
    identifiers: tuple[OrganisationIdentifier, ...] = ()
    places: tuple[Place, ...] = ()
    parts: tuple[Part, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    faults: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[models.Model]:
        yield self.service
        yield self.service.organisation
        yield from (*self.identifiers, *self.parts)
        for place in self.places:
            yield from place.rows()
        for attribute in self.attributes:
            yield from (attribute, attribute.term, attribute.term.taxonomy)


def derived_id(*parts: str) -> UUID:
    """The id of something whose source gives it none that the standard takes: the same each time."""
    return uuid5(SPACE, "\x1f".join(parts))


def columns(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of a table that a source fills: no keys to other tables, and nothing that is worked out here."""
    return tuple(
        each.name
        for each in model._meta.concrete_fields
        if not each.is_relation and each.name not in NOT_SAID
    )


def digest(entry: Entry) -> str:
    """The same for the same words, whatever run they come from and whatever day it is."""
    said = [
        [type(row).__name__, *(getattr(row, name) for name in columns(type(row)) if name not in AGES)]
        for row in entry.rows()
    ]
    return hashlib.sha256(json.dumps(said, default=str).encode("utf-8", "replace")).hexdigest()
