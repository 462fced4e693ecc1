"""Taking out of an entry what must not leave, before it is written."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import models

from onward.directory.entries import Entry, columns
from onward.directory.models import Contact, Phone
from onward.directory.models.parts import Part
from onward.directory.personal import WITHHELD, without, without_postcodes

_NOT_WORDS = {"key", "freq", "byday", "status", "capacity", "location_type", "address_type"}
_WHOLE = {
    "website",
    "email",
    "uri",
    "url",
    "logo",
    "term_uri",
    "schedule_link",
}  # of no use without a part of them


def withhold(entry: Entry, secrets: Iterable[str]) -> Entry:
    """The entry without these words; a confidential one without any place either."""
    named = f"{entry.service.name} {entry.service.organisation.name}".lower()
    hidden = [each for each in secrets if each and each.lower() not in named]
    if entry.service.confidential:
        hidden += _where(entry)
        entry = _without_place(entry)
    if not hidden and not entry.service.confidential:
        return entry
    for row in entry.rows():
        if not getattr(row, "personal", False):
            _take_out(row, hidden, postcodes=entry.service.confidential)
    return replace(entry, parts=_left(entry.parts))


def _where(entry: Entry) -> list[str]:
    """The words by which the place could be found, the name of a town not among them."""
    said = [entry.service.address, entry.service.postcode, *entry.service.address.split(", ")[:1]]
    for place in entry.places:
        said += [place.location.name, *(each.address_1 for each in place.addresses)]
    named = f"{entry.service.name} {entry.service.organisation.name}".lower()
    return [each for each in said if each and each.lower() not in named]


def _without_place(entry: Entry) -> Entry:
    service = entry.service
    service.address = service.postcode = ""
    service.latitude = service.longitude = None
    service.outside_area = False
    return replace(entry, places=())


def _take_out(row: models.Model, hidden: list[str], *, postcodes: bool) -> None:
    for name in columns(type(row)):
        said = getattr(row, name)
        if not isinstance(said, str) or name in _NOT_WORDS:
            continue
        kept = without(said, hidden)
        kept = without_postcodes(kept) if postcodes else kept
        setattr(row, name, "" if name in _WHOLE and kept != said else kept)


def _left(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of which something is left; a number whose contact has gone is the service's own."""
    left = [each for each in parts if not _is_empty(each)]
    for each in left:
        if isinstance(each, Phone) and each.contact and each.contact not in left:
            each.contact = None
    return tuple(left)


def _is_empty(part: Part) -> bool:
    if isinstance(part, Phone):
        return WITHHELD in part.number
    return isinstance(part, Contact) and WITHHELD in part.name
