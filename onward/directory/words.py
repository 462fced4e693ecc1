"""Codes of the directory in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.vocabulary.directory import Access, Capacity, Opening, Way, Wrong

Words = Mapping[str, str | Promise]

REASONS: Words = {
    "same_name": _("the same name"),
    "similar_name": _("a similar name"),
    "same_postcode": _("the same postcode"),
    "same_telephone": _("the same telephone number"),
    "same_website": _("the same website"),
    "same_email": _("the same email address"),
    "same_charity": _("the same charity"),
    "other_postcode": _("but another postcode"),
}
FIELDS: Words = {
    "name": _("Name"),
    "description": _("Description"),
    "website": _("Website"),
    "email": _("Email"),
    "telephone": _("Telephone"),
    "opening_hours": _("When"),
    "fees": _("Cost"),
    "alert": _("Notice"),
    "eligibility": _("Who it is for"),
    "referral": _("How to join"),
    "capacity": _("Room"),
    "status": _("Status"),
    "minimum_age": _("Youngest age"),
    "maximum_age": _("Oldest age"),
    "checked_on": _("Last checked"),
    "checked_by": _("Checked by"),
}
WAYS: Words = {
    Way.LINK: _("Opened its website"),
    Way.TELEPHONE: _("Rang"),
    Way.VISIT: _("Went there"),
}
CAPACITIES: Words = {
    Capacity.NOT_SAID: _("We do not say"),
    Capacity.ROOM_NOW: _("There is room now"),
    Capacity.WAITING_LIST: _("There is a waiting list"),
    Capacity.FULL: _("It is full"),
}
SPEAKERS: Words = {"editor": _("An editor"), "provider": _("The provider")}


ACCESS: Words = {
    Access.STEP_FREE: _("no steps: fit for a wheelchair"),
    Access.TOILET: _("a toilet fit for a wheelchair"),
    Access.PARKING: _("parking for disabled people"),
    Access.HEARING: _("a hearing loop"),
    Access.SIGNING: _("sign language (BSL)"),
}
OPENING: Words = {Opening.NOW: _("open now"), Opening.TODAY: _("open today")}
CAPACITY: Words = {
    Capacity.ROOM_NOW: _("Has room now"),
    Capacity.WAITING_LIST: _("Has a waiting list"),
    Capacity.FULL: _("Full now"),
    Capacity.NOT_SAID: _("Not known"),
}
WRONG: Words = {
    Wrong.CLOSED: _("It has closed"),
    Wrong.DETAILS: _("A time, price, number or place is wrong"),
    Wrong.OTHER: _("Something else is wrong"),
}


def speaker(said_by: str) -> str | Promise:
    """Who says something, in words."""
    if said_by.startswith("merged:"):
        return _("A service that was merged into this one")
    return SPEAKERS.get(said_by, said_by)


SEEN = {
    "small": _("Groups that run one service"),
    "others": _("Services of larger organisations"),
    "new": _("Of all these: new, rated by few"),
}
RANKINGS = {
    "learned": _("What ratings taught"),
    "plain": _("The plain ranking"),
    "distance_only": _("By distance only"),
    "words_only": _("By words only"),
}
