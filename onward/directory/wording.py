"""Reasons in words, in the reader's language."""

from django.utils.translation import gettext as _

from onward.directory.travel import minutes_on_foot
from onward.policy.everyday import phrase_of
from onward.ranking import Because

HALF_KM = 0.5


def phrase(because: Because) -> str:
    """One reason as a short plain phrase, such as `near you: about 1.2 km away`."""
    values = because.values
    match because.code:
        case "need":
            known = phrase_of(values[0])
            return _("helps with %(need)s") % {"need": _(known) if known else values[0]}
        case "words":
            return _("matches your words: %(words)s") % {"words": ", ".join(values)}
        case "strength":
            return _("because you like %(strength)s") % {"strength": values[0]}
        case "from-age":
            return _("for people aged %(age)s and over") % {"age": values[0]}
        case "near" | "far":
            return _distance(values[0], near=because.code == "near")
        case _:
            return _plain()[because.code]


def _distance(km: str, *, near: bool) -> str:
    if not near:
        return _("about %(km)s km away") % {"km": km}
    if float(km) < HALF_KM:
        return _("near you: less than half a kilometre away")
    minutes = minutes_on_foot(float(km))
    if minutes is None:
        return _("near you: about %(km)s km away") % {"km": km}
    return _("near you: about %(km)s km away, some %(minutes)s minutes on foot") % {
        "km": km,
        "minutes": minutes,
    }


def _plain() -> dict[str, str]:
    """Reasons that say the same of every service."""
    return {
        "useful": _("others with the same need found it useful"),
        "meaning": _("may fit what you said"),
        "free": _("it is free"),
        "room": _("has room now"),
        "waiting": _("has a waiting list"),
        "unrated": _("few have rated it yet"),
    }
