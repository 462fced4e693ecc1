"""Every night: are the websites of services still there? What fails is noted, and enough failures bring an editor."""

import logging
from datetime import date

from django.db.models import F, Max, Q

from onward.directory.browsing import Browser
from onward.directory.checking import note_check
from onward.directory.models import Service
from onward.policy.directory import keeping
from onward.vocabulary.directory import Way
from onward.vocabulary.principals import Principal

logger = logging.getLogger(__name__)
ENOUGH = 3  # websites of which not one answers: the trouble is ours


def check(*, by: Principal, on: date, browser: Browser | None = None) -> int:
    """Ask tonight's websites, each once, and note for every service how it went. Gives how many services were checked.

    Nothing is noted where none of several answered: then it is our own connection that is down.
    """
    asking = browser or Browser()
    tonight = _tonight(on)
    answers = {url: asking.is_there(url) for url in dict.fromkeys(tonight.values())}
    told = {url: there for url, there in answers.items() if there is not None}
    if len(told) >= ENOUGH and not any(told.values()):
        logger.warning("None of %s websites answered: nothing was noted.", len(told))
        return 0
    noted = [service for service, url in tonight.items() if url in told]
    for service in noted:
        note_check(service=service, way=Way.LINK, answered=told[tonight[service]], by=by, on=on)
    return len(noted)


def _tonight(on: date) -> dict[str, str]:
    """The websites to ask, by service: those asked longest ago first, none that was asked today."""
    asked = Max("checks__checked_on", filter=Q(checks__way=Way.LINK))
    rows = Service.objects.filter(closed=False).exclude(website="").annotate(asked=asked)
    due = rows.filter(Q(asked=None) | Q(asked__lt=on)).order_by(F("asked").asc(nulls_first=True), "pk")
    return dict(due.values_list("pk", "website")[: keeping().links_a_night])
