"""Reasons in words, in the reader's language."""

from django.utils.translation import gettext as _

from onward.policy.needs import needs
from onward.ranking import Because

HALF_KM = 0.5


def phrase(because: Because) -> str:
    """One reason as a short plain phrase, such as `near you: about 1.2 km away`."""
    values = because.values
    match because.code:
        case "need":
            need = needs().by_code.get(values[0])
            return _("helps with %(need)s") % {"need": _(need.phrase) if need else values[0]}
        case "words":
            return _("matches your words: %(words)s") % {"words": ", ".join(values)}
        case "from-age":
            return _("for people aged %(age)s and over") % {"age": values[0]}
        case "near" if float(values[0]) < HALF_KM:
            return _("near you: less than half a kilometre away")
        case "near":
            return _("near you: about %(km)s km away") % {"km": values[0]}
        case "far":
            return _("about %(km)s km away") % {"km": values[0]}
