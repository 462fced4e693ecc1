"""Feeds of the versions before 3, put into the words of version 3, so that one reader reads both.

Two older shapes are in use: that of the standard's version 1 (`service_at_locations` with `physical_addresses`,
`service_taxonomys`, `eligibilitys`), and that of the Outpost software (`locations`, `taxonomies`, `organisation`).
"""

from collections.abc import Mapping
from typing import Any

from onward.directory.oruk.given import Given

Document = dict[str, Any]
OLDER = {"locations", "taxonomies", "organisation", "regular_schedules", "service_taxonomys", "eligibilitys"}


def is_older(document: Mapping[str, Any]) -> bool:
    """Whether a service is given in one of the older shapes."""
    return bool(OLDER & document.keys())


def as_version_3(document: Mapping[str, Any]) -> Document:
    """The same service in the words of version 3; what is the same in both stays as it is."""
    given = Given(document, [])
    ages = next(given.items("eligibilitys"), given)
    return {
        **document,
        "last_modified": given.text("last_modified") or given.text("updated_at"),
        "minimum_age": ages.text("minimum_age") or given.text("min_age"),
        "maximum_age": ages.text("maximum_age") or given.text("max_age"),
        "eligibility_description": ages.text("eligibility"),
        "fees": given.text("fees") or ("Free" if document.get("free") is True else ""),
        "application_process": "You need to be referred" if document.get("needs_referral") is True else "",
        "organization": _organisation(given),
        "service_at_locations": [*_places_of_1(given), *_places_of_outpost(given)],
        "schedules": [_schedule(each) for each in given.items("regular_schedules")],
        "contacts": [_contact(each) for each in given.items("contacts")],
        "attributes": [*_kinds(given)],
        "confidential": any(each.said.get("mask_exact_address") is True for each in given.items("locations")),
    }


def _organisation(given: Given) -> Document:
    said = given.object("organization").said or given.object("organisation").said
    return {**said, "website": said.get("website") or said.get("url")}


def _places_of_1(given: Given) -> list[Document]:
    return [
        {
            **each.said,
            "location": {
                **(location := each.object("location")).said,
                "addresses": [dict(one.said) for one in location.items("physical_addresses")],
                "accessibility": [
                    {"description": one.text("accessibility")}
                    for one in location.items("accessibility_for_disabilities")
                ],
            },
        }
        for each in given.items("service_at_locations")
    ]


def _places_of_outpost(given: Given) -> list[Document]:
    return [
        {
            "location": {
                "id": f"{given.text('id')} {each.text('id')}",
                "name": each.text("name"),
                **_point(each),
                "addresses": [{**each.said, "id": None}] if each.text("postal_code") else [],
                "accessibility": [{"description": one.text("name")} for one in each.items("accessibilities")],
            }
        }
        for each in given.items("locations")
    ]


def _point(given: Given) -> Document:
    """GeoJSON has the longitude first; a place at 0, 0 is one that nobody looked up."""
    point = given.object("geometry").said.get("coordinates")
    if not isinstance(point, list) or len(point) < 2 or point[:2] == [0, 0]:
        return {}
    return {"longitude": point[0], "latitude": point[1]}


def _schedule(given: Given) -> Document:
    return {**given.said, "byday": given.text("byday") or given.text("weekday"), "freq": "WEEKLY"}


def _contact(given: Given) -> Document:
    phones = [dict(each.said) for each in given.items("phones")]
    return {**given.said, "phones": phones or [{"number": given.text("phone")}]}


def _kinds(given: Given) -> list[Document]:
    named = [each.object("taxonomy") for each in given.items("service_taxonomys")]
    return [
        {"taxonomy_term": {**each.said, "taxonomy": each.text("vocabulary"), "parent_id": None}}
        for each in [*named, *given.items("taxonomies")]
    ]
