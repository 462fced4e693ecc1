"""For where services are: what an area says is believed where it can be understood for certain, and else not at all."""

import re

from onward.directory.found import Place
from onward.directory.models import Area, Postcode, ServiceArea
from onward.directory.oruk.coverage import holds
from onward.policy.recommending import recommending

_PARTS = re.compile(r"[,;/&\n]|\band\b")
_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]?(?: ?\d(?:[a-z]{2})?)?")


def leaving_out(place: Place) -> set[str]:
    """The ids of services that are for other places: every area they name is understood, and none holds this one."""
    rows = list(ServiceArea.objects.filter(service__closed=False))
    if not rows:
        return set()
    wards, area = _wards(), _area_names()
    verdicts: dict[str, list[bool | None]] = {}
    for row in rows:
        by_shape = holds(row.extent, place.latitude, place.longitude) if row.extent else None
        said = by_shape if by_shape is not None else _covers(row.service_area or row.name, place, wards, area)
        verdicts.setdefault(row.service_id, []).append(said)
    return {service for service, said in verdicts.items() if all(each is False for each in said)}


def _covers(said: str, place: Place, wards: set[str], area: set[str]) -> bool | None:
    """Whether an area's name holds a place; None where a word of it is not understood, or too little of the place."""
    verdicts = [_part(each, place, wards, area) for each in _PARTS.split(_plain(said)) if each.strip()]
    if any(verdicts):
        return True
    return None if None in verdicts or not verdicts else False


def _part(said: str, place: Place, wards: set[str], area: set[str]) -> bool | None:
    name = re.sub(r"^the | ward$", "", said.strip())
    if name in area or name in recommending().wide:
        return True
    if name in wards:
        return name == _plain(place.ward) if place.ward else None
    if _POSTCODE.fullmatch(name):
        return _within(place.postcode, name) if place.postcode else None
    return None


def _within(postcode: str, part: str) -> bool:
    """Whether a postcode is the given one, or of the given district (`QQ1`) or sector (`QQ1 2`)."""
    outward, _, inward = postcode.lower().partition(" ")
    compact = part.replace(" ", "")
    return compact in (outward, outward + inward[:1], outward + inward)


def _wards() -> set[str]:
    return {
        _plain(ward) for ward in Postcode.objects.order_by().values_list("ward", flat=True).distinct() if ward
    }


def _area_names() -> set[str]:
    return {_plain(name) for pair in Area.objects.values_list("name", "code") for name in pair}


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
