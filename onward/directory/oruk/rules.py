"""What Open Referral UK 3.0 asks of a document, object by object: what is needed, and what each field must be.

Written from the standard's schemas (HSDS-UK 3.0, October 2024) and its compliance page (June 2025).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from onward.vocabulary.directory import LocationType, Status

Check = Callable[[Any], str]  # what a value should be, where it is not; else nothing


@dataclass(frozen=True)
class Rule:
    """One kind of object. `lists` and `objects` name the kinds of what is nested in it."""

    needed: tuple[str, ...]
    fields: Mapping[str, Check]
    lists: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "text"


def _number(value: Any) -> str:
    return "" if isinstance(value, int | float) and not isinstance(value, bool) else "a number"


def _one_of(*words: str) -> Check:
    return lambda value: "" if value in words else f"one of {', '.join(words)}"


def _like(wanted: str, reads: Callable[[str], object]) -> Check:
    def check(value: Any) -> str:
        try:
            return "" if isinstance(value, str) and reads(value) is not None else wanted
        except ValueError:
            return wanted

    return check


def _matches(wanted: str, form: str) -> Check:
    pattern = re.compile(form)
    return lambda value: "" if isinstance(value, str) and pattern.fullmatch(value) else wanted


_UUID = _like("a UUID", UUID)
_LINK = _matches("an address that begins with http:// or https://", r"https?://[^\s/]+\S*")
_EMAIL = _matches("an email address", r"[^@\s]+@[^@\s]+")
_DAY = _like("a date such as 2026-11-22", date.fromisoformat)
_TIME = _like("a time such as 14:30", time.fromisoformat)
_MOMENT = _like(
    "a date and time such as 2026-11-22T09:30:00Z", lambda text: datetime.fromisoformat(text).tzinfo
)


def _fields(texts: str, **others: Check) -> dict[str, Check]:
    return {"id": _UUID, **dict.fromkeys(texts.split(), _text), **others}


RULES: dict[str, Rule] = {
    "service": Rule(
        ("id", "name", "status"),
        _fields(
            "name description fees accreditations alert", organization_id=_UUID, url=_LINK, email=_EMAIL,
            status=_one_of(*Status), minimum_age=_number, maximum_age=_number, assured_date=_DAY,
            assurer_email=_EMAIL, last_modified=_MOMENT,
        ),
        {
            "schedules": "schedule", "service_areas": "service_area", "languages": "language", "funding": "funding",
            "service_at_locations": "service_at_location", "cost_options": "cost_option", "contacts": "contact",
            "attributes": "attribute",
        },
        {"organization": "organization"},
    ),
    "organization": Rule(
        ("id", "name", "description"),
        _fields("name description logo", email=_EMAIL, website=_LINK, uri=_LINK, parent_organization_id=_UUID),
        {"organization_identifiers": "organization_identifier", "attributes": "attribute"},
    ),
    "organization_identifier": Rule(
        ("id", "identifier_type", "identifier"), _fields("identifier_scheme identifier_type identifier")
    ),
    "schedule": Rule(
        ("id",),
        _fields(
            "byday bymonthday description attending_type notes", valid_from=_DAY, valid_to=_DAY, dtstart=_DAY,
            freq=_one_of("WEEKLY", "MONTHLY"), interval=_number, opens_at=_TIME, closes_at=_TIME,
            schedule_link=_LINK,
        ),
    ),
    "service_area": Rule(("id",), _fields("name extent extent_type uri service_area")),
    "language": Rule(("id",), _fields("", phone_id=_UUID)),
    "funding": Rule(("id",), _fields("source")),
    "cost_option": Rule(
        ("id",), _fields("option amount_description", valid_from=_DAY, valid_to=_DAY, amount=_number)
    ),
    "contact": Rule(("id",), _fields("name title"), {"phones": "phone", "attributes": "attribute"}),
    "phone": Rule(("id", "number"), _fields("number description", contact_id=_UUID), {"languages": "language"}),
    "service_at_location": Rule(
        ("id",), _fields("", service_id=_UUID, location_id=_UUID), {},
        {"location": "location", "service": "service"},
    ),
    "location": Rule(
        ("id", "location_type"),
        _fields(
            "name description external_identifier external_identifier_type", latitude=_number, longitude=_number,
            location_type=_one_of(*LocationType),
        ),
        {"addresses": "address", "accessibility": "accessibility", "attributes": "attribute"},
    ),
    "address": Rule(
        ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
        _fields(
            "attention address_1 city region state_province postal_code country",
            address_type=_one_of(*LocationType),
        ),
        {"attributes": "attribute"},
    ),
    "accessibility": Rule(("id",), _fields("description details accessibility", url=_LINK)),
    "attribute": Rule(
        ("id",), _fields("link_type", link_id=_UUID, taxonomy_term_id=_UUID), {},
        {"taxonomy_term": "taxonomy_term"},
    ),
    "taxonomy": Rule(("id", "name", "description"), _fields("name description version", uri=_LINK)),
    "taxonomy_term": Rule(
        ("id", "name", "description"),
        _fields("name description taxonomy term", parent_id=_UUID, taxonomy_id=_UUID, term_uri=_LINK),
    ),
}  # fmt: skip
