"""One page of a feed, whichever version's envelope it is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onward.directory.feed.problems import FeedProblem
from onward.directory.oruk.given import Given
from onward.directory.oruk.older import is_older

NESTED = {"service_at_locations", "contacts", "schedules", "attributes", "cost_options"}
MOST = 10**9


@dataclass(frozen=True)
class FeedPage:
    """The services on a page, and what the feed claims about the rest."""

    services: list[Mapping[str, Any]]
    claims_pages: int | None
    claims_services: int | None
    claims_last: bool


def read_page(said: Any, where: str) -> FeedPage:
    """The page; FeedProblem where it is none. What the envelope claims is for comparing, never for trusting."""
    if isinstance(said, list):
        return FeedPage(_services(said), 1, len(said), claims_last=True)
    given = Given(said, [])
    contents = given.said.get("contents", given.said.get("content"))
    if not isinstance(contents, list):
        if given.text("id") and given.text("name"):
            return FeedPage([given.said], 1, 1, claims_last=True)
        raise FeedProblem(
            f"{where} is not a page of services: it has no list called `contents`. Give the address or file of an "
            "Open Referral UK feed."
        )
    return FeedPage(
        _services(contents),
        _first(given, "total_pages", "totalPages"),
        _first(given, "total_items", "totalElements"),
        claims_last=any(given.said.get(name) is True for name in ("last_page", "last")),
    )


def is_whole(service: Mapping[str, Any]) -> bool:
    """Whether a service on a list brings what is nested in it, so that it need not be asked for by itself."""
    return is_older(service) or bool(NESTED & service.keys())


def _services(contents: list[Any]) -> list[Mapping[str, Any]]:
    return [each for each in contents if isinstance(each, Mapping)]


def _first(given: Given, *names: str) -> int | None:
    return next((number for name in names if (number := given.whole(name, MOST)) is not None), None)
