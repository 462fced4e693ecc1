"""Searches: the parameters that are known, and a page of what was found as a Bundle (FHIR R4, search).

A parameter that is not known is refused, not passed over: a mistyped filter would show more than was asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from onward.api.fhir.answering import Resource, problem
from onward.questionnaires.issues import shown

USUAL, MOST, MOST_DIGITS = 20, 100, 6
_ALWAYS = frozenset({"_count", "_page", "_format"})


@dataclass(frozen=True)
class Search:
    """What was asked for. Of each parameter: every time it was given, with its alternatives (between commas)."""

    given: Mapping[str, Sequence[Sequence[str]]]
    count: int
    page: int

    @property
    def skip(self) -> int:
        return self.page * self.count

    def all_of(self, name: str) -> Sequence[Sequence[str]]:
        return self.given.get(name, ())

    def one_of(self, name: str) -> list[str]:
        """Alternatives of a parameter that is given once."""
        return [each for given in self.all_of(name)[:1] for each in given]


def search(request: HttpRequest, known: Mapping[str, str]) -> Search:
    """The search in the address or, for `_search`, in a form that was posted; `known` are the parameters by name."""
    told = QueryDict(mutable=True)
    told.update(request.GET)
    if request.method == "POST":
        told.update(request.POST)
    for name in told:
        if name not in known and name not in _ALWAYS:
            says = f"{shown(name)} cannot be searched by. Known are {', '.join(sorted(known))}, _count and _page."
            raise problem(400, "not-supported", says)
    given = {
        name: [said.split(",") for said in told.getlist(name) if said] for name in told if name not in _ALWAYS
    }
    if any("\0" in part for lists in given.values() for parts in lists for part in parts):
        raise problem(400, "value", "A search has no control characters.")
    return Search(given, min(_whole(told, "_count", USUAL), MOST), _whole(told, "_page", 0))


def bundle(request: HttpRequest, asked: Search, found: Sequence[Resource], total: int) -> dict[str, Any]:
    """A page of the results, with the addresses of itself and of the next one."""
    base = request.build_absolute_uri(request.path.removesuffix("/_search"))
    links = [{"relation": "self", "url": _link(base, asked, asked.page)}]
    if asked.count and asked.skip + asked.count < total:
        links.append({"relation": "next", "url": _link(base, asked, asked.page + 1)})
    entries = [
        {"fullUrl": f"{base}/{each['id']}", "resource": each, "search": {"mode": "match"}} for each in found
    ]
    whole = {"resourceType": "Bundle", "type": "searchset", "total": total, "link": links}
    return {**whole, "entry": entries} if entries else whole


def _whole(told: QueryDict, name: str, usual: int) -> int:
    said = told.get(name) or str(usual)
    if not (said.isascii() and said.isdigit() and len(said) <= MOST_DIGITS):
        raise problem(400, "value", f"{name} is {shown(said)}; it has to be a whole number.")
    return int(said)


def _link(base: str, asked: Search, page: int) -> str:
    told = [(name, ",".join(each)) for name, lists in sorted(asked.given.items()) for each in lists]
    told += [("_count", str(asked.count))] + ([("_page", str(page))] if page else [])
    return f"{base}?{urlencode(told)}"
