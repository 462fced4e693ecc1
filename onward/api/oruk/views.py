"""Every address of Open Referral UK 3.0, and those of organisations, which are of HSDS 3."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from onward.api.oruk.answers import lines, one, oruk, page
from onward.api.oruk.parameters import identifier, read
from onward.directory import queries as directory
from onward.directory.oruk import queries
from onward.directory.oruk.queries import Slice

ABOUT = {
    "version": "HSDS-UK-3.0",
    "profile": "https://openreferraluk.org",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/openapi.json",
}


@oruk
def about(request: HttpRequest) -> HttpResponseBase:
    """Which standard this is, and whom to thank for the data."""
    area = directory.area()
    return one({**ABOUT, "attribution": list(area.attribution) if area else []}, "directory")


@oruk
def services(request: HttpRequest) -> HttpResponseBase:
    """Services, a page at a time."""
    asked = read(request.GET)
    if asked.streamed:
        return lines(queries.every_service(asked.wanted))
    found = queries.services(
        asked.wanted, asked.first, asked.per_page, nested=asked.full, minimal=asked.minimal
    )
    return page(asked, found)


@oruk
def service(request: HttpRequest, number: str) -> HttpResponseBase:
    """One service with everything of it."""
    return one(queries.service(identifier(number, "service")), "service")


@oruk
def service_at_locations(request: HttpRequest) -> HttpResponseBase:
    """Where services are, a page at a time."""
    asked = read(request.GET)
    return page(
        asked, queries.service_at_locations(asked.wanted, asked.first, asked.per_page, nested=asked.full)
    )


@oruk
def service_at_location(request: HttpRequest, number: str) -> HttpResponseBase:
    """One service at one place, with everything of both."""
    return one(
        queries.service_at_location(identifier(number, "service at a location")), "service at a location"
    )


@oruk
def taxonomies(request: HttpRequest) -> HttpResponseBase:
    """Lists of kinds of service, a page at a time."""
    return _plain_page(request, queries.taxonomies)


@oruk
def taxonomy(request: HttpRequest, number: str) -> HttpResponseBase:
    """One list of kinds."""
    return one(queries.taxonomy(identifier(number, "taxonomy")), "taxonomy")


@oruk
def taxonomy_terms(request: HttpRequest) -> HttpResponseBase:
    """Kinds of service, a page at a time."""
    return _plain_page(request, queries.taxonomy_terms)


@oruk
def taxonomy_term(request: HttpRequest, number: str) -> HttpResponseBase:
    """One kind of service."""
    return one(queries.taxonomy_term(identifier(number, "taxonomy term")), "taxonomy term")


@oruk
def organizations(request: HttpRequest) -> HttpResponseBase:
    """Organisations of which a service is listed, a page at a time."""
    asked = read(request.GET)
    return page(asked, queries.organizations(asked.first, asked.per_page, nested=asked.full))


@oruk
def organization(request: HttpRequest, number: str) -> HttpResponseBase:
    """One organisation with the numbers by which others know it."""
    return one(queries.organization(identifier(number, "organization")), "organization")


def _plain_page(request: HttpRequest, find: Callable[[int, int], Slice]) -> HttpResponseBase:
    asked = read(request.GET)
    return page(asked, find(asked.first, asked.per_page))
