"""The page of the list, for anybody and for staff: what its template is told."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.directory import queries
from onward.directory.mapping.picture import picture
from onward.directory.narrowing.asked import REACHES, Asked
from onward.directory.narrowing.filters import Moment
from onward.directory.narrowing.results import Results, TakenOff, languages, look
from onward.directory.narrowing.typed import asked_in
from onward.directory.words import ACCESS, OPENING
from onward.policy.holidays import bank_holidays
from onward.web.paging import pagination
from onward.web.typed import number

MOST_PRINTED = 50


@dataclass(frozen=True)
class Link:
    """An address of the same page that asks for something else."""

    text: str
    query: str


def moment() -> Moment:
    """The present, in local time."""
    return Moment(timezone.localtime().replace(tzinfo=None), bank_holidays())


def template(request: HttpRequest) -> str:
    """The list on the page, or as it is printed."""
    return "directory/print.html" if "print" in request.GET else "directory/find.html"


def context(request: HttpRequest) -> dict[str, Any]:
    """Everything that the list, its filters and its map are drawn from."""
    asked, problems = asked_in(request.GET)
    printed = "print" in request.GET
    found = (
        look(asked, moment(), page=number(request.GET, "page"), most=MOST_PRINTED if printed else 0)
        if request.GET and (asked.searched or "words" in request.GET or "near" in request.GET)
        else None
    )
    area = queries.area()
    told = {**problems, **_place_problem(found, asked)}
    return {
        "asked": asked,
        "found": found,
        "errors": [{"text": text, "href": f"#{name}"} for name, text in told.items()],
        "problems": told,
        "choices": _choices(asked, found) if found else [],
        "filters": [Link(words(*each), asked.without(each).address()) for each in asked.filters],
        "ways_out": [Link(_way_out(each), asked.without(*each.filters).address()) for each in found.ways_out]
        if found
        else [],
        "picture": picture([(each.number, each.service) for each in found.shown], found.place)
        if found
        else None,
        "print_link": asked.address(print="yes"),
        "pagination": pagination(found.page, found.pages, lambda page: f"?{asked.address(page=page)}")
        if found
        else None,
        "reaches": REACHES,
        "languages": languages(),
        "ACCESS": ACCESS,
        "OPENING": OPENING,
        "today": timezone.localdate(),
        "attribution": area.attribution if area else (),
    }


def words(name: str, value: str) -> str:
    """A filter in words."""
    match name:
        case "km":
            return _("within %(km)s km") % {"km": value}
        case "opening":
            return str(OPENING[value])
        case "free":
            return _("nothing that costs money")
        case "age":
            return _("for age %(age)s") % {"age": value}
        case "language":
            return _("speaks %(language)s") % {"language": value}
        case _:
            return str(ACCESS[value])


def _way_out(out: TakenOff) -> str:
    places = ngettext("%(num)s place found", "%(num)s places found", out.found) % {"num": out.found}
    if len(out.filters) > 1:
        return _("Take all of these off: %(found)s") % {"found": places}
    return _("Take off “%(filter)s”: %(found)s") % {"filter": words(*out.filters[0]), "found": places}


def _place_problem(found: Results | None, asked: Asked) -> dict[str, str]:
    match found.problem if found else "":
        case "not-here":
            return {"near": _("Postcode: we do not know it here, so the list is not in order of distance")}
        case "not-a-place":
            return {"near": _("Place: we do not know it. Check it, or use a postcode like M33 2RP")}
        case "no-place":
            return {"near": _("Place: tell us where, so that we know how far things are")}
        case _:
            return {}


def _choices(asked: Asked, found: Results) -> list[Link]:
    """Places of the name that was typed, each with an address that means it."""
    return [Link(each.label, asked.near_to(each.label).address()) for each in found.choices]
