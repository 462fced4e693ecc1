"""The list that somebody asked for, or the way out where nothing is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onward.directory import queries
from onward.directory.found import Place, ServiceInfo, Suggested
from onward.directory.models import Language
from onward.directory.named import Named, places_named
from onward.directory.narrowing.asked import Asked
from onward.directory.narrowing.facts import Facts, facts_of
from onward.directory.narrowing.filters import Moment, is_open, keeps
from onward.directory.narrowing.telling import Line, lines, staff_lines
from onward.vocabulary.directory import Opening
from onward.vocabulary.postcodes import tidy

PAGE = 20
MOST_NEAREST, MOST_FULL = 3, 5


@dataclass(frozen=True)
class Shown:
    """One service of the list: its number, what is told of it, and whether it is open now (None: not known)."""

    number: int
    service: Suggested
    facts: Facts
    open_now: bool | None

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines(self.service, self.facts)

    @property
    def staff_lines(self) -> tuple[Line, ...]:
        return staff_lines(self.service, self.facts)


@dataclass(frozen=True)
class TakenOff:
    """A filter that may be taken off, and how many are found then."""

    filters: tuple[tuple[str, str], ...]
    found: int


@dataclass(frozen=True)
class Results:
    """`total` are found, of which `shown` is one page. Where none are, `ways_out` and `nearest` lead on."""

    asked: Asked
    place: Place | None
    choices: tuple[Named, ...]  # places of the name that was typed
    problem: str  # of the place: "", "not-here", "not-a-place", "no-place"
    total: int
    page: int
    pages: int
    shown: tuple[Shown, ...]
    full: tuple[ServiceInfo, ...]
    ways_out: tuple[TakenOff, ...]
    nearest: tuple[Shown, ...]


def look(asked: Asked, moment: Moment, *, page: int = 1, most: int = 0) -> Results:
    """Search, filter, and show one page; of `most` where that is given."""
    most = most or PAGE
    place, choices = _place(asked.near)
    problem = _problem(asked, place, choices)
    if place is None:
        asked = replace(asked, km=None)
    found = queries.find(words=asked.words, place=place, every=True)
    facts = facts_of(each.service_id for each in found.suggestions) if asked.filters else {}
    left = [
        each for each in found.suggestions if not facts or keeps(asked, each, facts[each.service_id], moment)
    ]
    pages = max(1, -(-len(left) // most))
    page = min(max(page, 1), pages)
    first = (page - 1) * most
    return Results(
        asked=asked,
        place=place,
        choices=choices,
        problem=problem,
        total=len(left),
        page=page,
        pages=pages,
        shown=_shown(left[first : first + most], first, moment),
        full=found.full[:MOST_FULL],
        ways_out=() if left else _ways_out(asked, found.suggestions, facts, moment),
        nearest=() if left or not place else _nearest(place, moment),
    )


def languages() -> list[str]:
    """The languages that any service speaks, by name."""
    rows = Language.objects.filter(service__closed=False).values_list("name", "code").distinct()
    return sorted({name or code for name, code in rows if name or code})


def _place(near: str) -> tuple[Place | None, tuple[Named, ...]]:
    """The place that is meant; several where the name does not say which."""
    if place := queries.place_of(near):
        return place, ()
    named = () if tidy(near) else places_named(near)
    return (named[0].place, ()) if len(named) == 1 else (None, named)


def _problem(asked: Asked, place: Place | None, choices: tuple[Named, ...]) -> str:
    if place or choices:
        return ""
    if asked.near:
        return "not-here" if tidy(asked.near) else "not-a-place"
    return "no-place" if asked.km else ""


def _shown(services: Sequence[Suggested], before: int, moment: Moment) -> tuple[Shown, ...]:
    facts = facts_of(each.service_id for each in services)
    return tuple(
        Shown(number, each, facts[each.service_id], is_open(Opening.NOW, facts[each.service_id], moment))
        for number, each in enumerate(services, start=before + 1)
    )


def _ways_out(
    asked: Asked, found: Sequence[Suggested], facts: dict[str, Facts], moment: Moment
) -> tuple[TakenOff, ...]:
    """Each filter without which something is found; all of them where no single one is to blame."""
    several: list[tuple[tuple[str, str], ...]] = [(each,) for each in asked.filters]
    if len(several) > 1:
        several.append(asked.filters)
    counted = [TakenOff(each, _left(asked.without(*each), found, facts, moment)) for each in several]
    helping = tuple(each for each in counted if each.found)
    return tuple(each for each in helping if len(each.filters) == 1) or helping


def _left(asked: Asked, found: Sequence[Suggested], facts: dict[str, Facts], moment: Moment) -> int:
    return sum(keeps(asked, each, facts[each.service_id], moment) for each in found)


def _nearest(place: Place, moment: Moment) -> tuple[Shown, ...]:
    """What is near, whatever was asked for."""
    return _shown(queries.find(place=place, limit=MOST_NEAREST).suggestions, 0, moment)
