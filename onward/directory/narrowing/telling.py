"""A service told in lines, each with its heading: the same in a list, on its own page and in print."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.directory.found import ServiceInfo
from onward.directory.narrowing.facts import Facts
from onward.directory.words import ACCESS, CAPACITY, speaker
from onward.vocabulary.directory import Capacity

Line = tuple[str, str]


def lines(service: ServiceInfo, facts: Facts) -> tuple[Line, ...]:
    """What everybody may know, what matters first; nothing where nobody says."""
    return tuple((heading, text) for heading, text in _lines(service, facts) if text)


def more_lines(service: ServiceInfo, facts: Facts) -> tuple[Line, ...]:
    """The same without where it is and its number, where those stand apart."""
    apart = (_("Where"), _("Phone"))
    return tuple(each for each in lines(service, facts) if each[0] not in apart)


def staff_lines(service: ServiceInfo, facts: Facts) -> tuple[Line, ...]:
    """What staff need besides."""
    said = [
        (_("Room"), room(facts) or str(CAPACITY[Capacity.NOT_SAID])),
        (_("Last checked"), checked(service)),
    ]
    return tuple(said)


def room(facts: Facts) -> str:
    """Whether there is room, who said so, and when; empty where nobody says."""
    if facts.capacity is Capacity.NOT_SAID:
        return ""
    said = str(CAPACITY[facts.capacity])
    if not facts.capacity_on:
        return said
    told = {"room": said, "day": date_format(facts.capacity_on, "j F Y"), "who": speaker(facts.capacity_by)}
    return (
        _("%(room)s. Told on %(day)s by: %(who)s") % told
        if facts.capacity_by
        else (_("%(room)s. Told on %(day)s") % told)
    )


def checked(service: ServiceInfo) -> str:
    """When somebody last made sure of what is said, and who."""
    if not service.checked_on:
        return _("not known")
    told = {"day": date_format(service.checked_on, "j F Y"), "who": speaker(service.checked_by)}
    form = _("%(day)s, by: %(who)s") if service.checked_by else "%(day)s"
    return form % told


def ages(facts: Facts) -> str:
    """For whom it is, by age."""
    match facts.ages:
        case None, None:
            return ""
        case None, oldest:
            return _("people up to %(age)s") % {"age": oldest}
        case youngest, None:
            return _("people aged %(age)s and over") % {"age": youngest}
        case _:
            youngest, oldest = facts.ages
            return _("people aged %(youngest)s to %(oldest)s") % {"youngest": youngest, "oldest": oldest}


def _lines(service: ServiceInfo, facts: Facts) -> Iterator[Line]:
    yield _("Where"), ", ".join(each for each in (service.address, service.postcode) if each)
    yield _("Open"), service.opening_hours or _("we do not know when it is open")
    yield _("Phone"), service.telephone
    yield _("Cost"), service.fees or (_("free") if facts.free else "")
    yield _("For"), ages(facts)
    yield _("To get in"), ", ".join(str(ACCESS[code]) for code in ACCESS if code in facts.access)
    yield _("To get there"), facts.travel
    yield _("Speaks"), ", ".join(facts.languages)
    yield _("How to join"), service.referral
    if facts.capacity in (Capacity.WAITING_LIST, Capacity.FULL):
        yield _("Room"), str(CAPACITY[facts.capacity])
