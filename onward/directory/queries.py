"""Reading the directory: the area, a postcode's place, and the services that suit."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from django.db.models import OuterRef, Subquery

from onward.directory.area_served import leaving_out
from onward.directory.candidates import candidates
from onward.directory.found import AreaInfo, Found, Place, ServiceInfo, Suggested
from onward.directory.hearing import heard, in_their_words
from onward.directory.learned_rankings import in_force
from onward.directory.listed import Evidence, Hit
from onward.directory.listing import listed
from onward.directory.meaning import table, weights
from onward.directory.meanings import meanings
from onward.directory.models import Area, Postcode, Service
from onward.directory.rows import plain
from onward.directory.search import MOST_FOUND, find_hits, find_nearest
from onward.directory.showing import shown, suggested
from onward.directory.terms import MOST_CHARACTERS, terms
from onward.policy.everyday import everyday
from onward.policy.needs import Need, Needs, needs
from onward.ranking import VERSION, Wishes, rank
from onward.vocabulary.postcodes import tidy

LONGEST_POSTCODE = 40  # of what somebody types, spaces included
EVERY = 2_000  # services, where every one is wanted


def area() -> AreaInfo | None:
    """The area that is loaded; None before the first load."""
    loaded = Area.objects.first()
    return AreaInfo(loaded.code, loaded.name, tuple(loaded.attribution), loaded.loaded_on) if loaded else None


def place_of(postcode: str) -> Place | None:
    """Where a postcode is, however it is typed; None where it is not one, or not one of this area."""
    tidied = tidy(postcode[:LONGEST_POSTCODE])
    known = Postcode.objects.filter(postcode=tidied).first() if tidied else None
    return Place(known.postcode, known.latitude, known.longitude, known.ward, known.lsoa) if known else None


def wards() -> list[str]:
    """The wards of the area, in the order of their names."""
    named = Postcode.objects.exclude(ward="").order_by("ward").distinct()
    return list(named.values_list("ward", flat=True))


def ward_of(column: str) -> Subquery:
    """For a query of another table: the ward of the tidy postcode in its `column`; NULL where it is not known."""
    return Subquery(Postcode.objects.filter(postcode=OuterRef(column)).exclude(ward="").values("ward")[:1])


def services(ids: Iterable[str]) -> list[ServiceInfo]:
    """The services with these ids, in that order, closed ones too; an id that is not known is passed over."""
    wanted = [each for each in dict.fromkeys(ids) if each == plain(each)]  # no other is ever stored
    known = Service.objects.select_related("organisation").defer("search").in_bulk(wanted)
    return [shown(known[each]) for each in wanted if each in known]


def find(
    *,
    words: str = "",
    needs: Sequence[str] = (),
    postcode: str = "",
    place: Place | None = None,
    age: int | None = None,
    limit: int = 20,
    every: bool = False,
) -> Found:
    """The services that suit best. Any words will do; needs lead where they are given, and words add to them.

    With neither, those that are near. A postcode that cannot be used is said in `postcode_problem`, and
    nothing else suffers; a `place` that is given goes before it. `inputs` hold the words that were searched for.
    What is for other places is never found. With `every`, all that answer are, however alike and however far.
    """
    place = place or place_of(postcode)
    searched, chosen = terms(words, _policy().filler), _policy().chosen(needs)
    wishes = _wishes(searched, chosen, place, age, limit)
    if every:
        wishes = replace(wishes, km=None, most_alike=None, limit=EVERY)
    # Needs only heard in the words help to find more; where needs were chosen, those are what was meant.
    heard = _policy().heard(words[:MOST_CHARACTERS]) if wishes.lead == "words" else ()
    suggestions, full = _suggestions(searched, words, (*chosen, *heard), wishes, place)
    return Found(
        place=place,
        postcode_problem=_problem(postcode, place),
        suggestions=suggestions,
        full=full,
        inputs={
            "words": list(searched),
            "needs": list(wishes.needs),
            "heard": [need.code for need in heard],
            "postcode": place.postcode if place else "",
            "age": age,
            "limit": limit,
        },
        versions=_versions(),
    )


def _wishes(
    searched: tuple[str, ...], chosen: tuple[Need, ...], place: Place | None, age: int | None, limit: int
) -> Wishes:
    words_lead = bool(searched) and all(need.words_lead for need in chosen)
    looking_up = bool(searched) and not chosen
    return Wishes(
        needs=tuple(need.code for need in chosen),
        lead="words" if words_lead else "needs",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        km=None if looking_up else _policy().reach_km,
        age=age,
        # Somebody who searches for "library" wants every library; somebody who is lonely wants a choice.
        most_alike=None if looking_up else 2,
        limit=limit,
    )


def _suggestions(
    searched: tuple[str, ...],
    words: str,
    asked: tuple[Need, ...],
    wishes: Wishes,
    place: Place | None,
) -> tuple[tuple[Suggested, ...], tuple[ServiceInfo, ...]]:
    """What suits, and what would suit by its words and is full: that is told, and never suggested."""
    policy, loaded, most = _policy(), area(), max(wishes.limit, MOST_FOUND)
    found = Evidence()
    if searched or asked:
        alike = meanings(words[:MOST_CHARACTERS] if searched else "", [each.phrase for each in asked])
        topics = heard(words, table.topics()) if searched else {}
        hits = _hits(searched, words, asked, topics, guard_words=bool(wishes.needs), most=most)
        found = Evidence(hits, alike, heard=topics)
    ids = (
        found.ids
        if searched or asked
        else find_nearest(wishes.latitude, wishes.longitude, avoid=policy.avoid, most=most)
    )
    served = set(ids) - (leaving_out(place) if place else set())
    by_id = Service.objects.select_related("organisation").defer("search").in_bulk(list(served))
    area_name = loaded.name if loaded else ""
    told = candidates(
        {key: listed(each) for key, each in by_id.items()},
        found,
        policy,
        area_name=area_name,
        guarded=bool(wishes.needs),
    )
    full = sorted(
        (each for each in told if each.room == "full" and each.words_score and not each.closed),
        key=lambda each: (-each.words_score, each.service_id),
    )
    return (
        tuple(suggested(by_id[each.service_id], each) for each in rank(told, wishes, learned=in_force())),
        tuple(shown(by_id[each.service_id]) for each in full),
    )


def _hits(
    searched: tuple[str, ...],
    words: str,
    asked: tuple[Need, ...],
    topics: Collection[str],
    *,
    guard_words: bool,
    most: int,
) -> list[Hit]:
    policy, said = _policy(), words[:MOST_CHARACTERS].lower()
    mentioned = in_their_words(said, topics)
    return find_hits(
        searched,
        policy.other_words(said),
        {need.code: need for need in asked}.values(),
        [everyday().by_code[code] for code in topics],
        avoid=policy.avoid,
        particular=[each for each in policy.particular if each not in mentioned],
        guard_words=guard_words,
        most=most,
    )


def _policy() -> Needs:
    return needs()


def _problem(postcode: str, place: Place | None) -> Literal["", "not-a-postcode", "not-here"]:
    if place or not postcode.strip():
        return ""
    return "not-here" if tidy(postcode[:LONGEST_POSTCODE]) else "not-a-postcode"


def _versions() -> dict[str, str]:
    loaded = area()
    return {
        "ranking": VERSION,
        "needs": _policy().version,
        "everyday": everyday().version,
        "meaning": weights.VERSION if table.likenesses() else "",
        "directory": f"{loaded.code} {loaded.loaded_on.isoformat()}" if loaded else "",
    }


def some_postcodes(most: int) -> list[str]:
    """Postcodes of the area, evenly from its list: for made-up people."""
    known = list(Postcode.objects.order_by("postcode").values_list("postcode", flat=True))
    return known[:: max(len(known) // most, 1)][:most]
