"""What a message about a request can say: every value that its wording may ask for, told no further than is safe."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.journey.contact import queries
from onward.journey.contact.seen import Tracked
from onward.journey.contact.words import TOLD
from onward.vocabulary.contact import State
from onward.web.here import here


def sayable(case: UUID) -> Mapping[str, str]:
    """By placeholder. What is not decided, or may not be told in writing, is not among it."""
    tracked, council = queries.tracked(case), here()
    if tracked is None:
        return {}
    told = {
        "council": council.name,
        "reference": tracked.reference,
        "reply_by": date_format(tracked.reply_by, "j F Y"),
        "address": settings.ONWARD_ADDRESS + reverse("public:track"),
    }
    if council.telephone:
        told["telephone"] = council.telephone
    return told | (_decision(tracked) if may_be_told(tracked) else {})


def may_be_told(tracked: Tracked) -> bool:
    """Whether the decision stands and `rules.telling` lets it be told with its reason."""
    return tracked.state is State.DECIDED and tracked.outcome is not None


def _decision(tracked: Tracked) -> dict[str, str]:
    assert tracked.outcome  # noqa: S101 (asked before)
    sent = queries.services_sent(tracked)
    lines = [f"- {', '.join(each for each in (one.name, one.telephone) if each)}" for one in sent]
    return {
        "outcome": str(TOLD[tracked.outcome]),
        "reason": tracked.reason,
        "services": "\n".join(lines) or _("Ring us if you would like us to look with you."),
    }
