"""How long requests took over four weeks, by proposed urgency; and how often proposals were followed.

Of the service, never of a worker: to decide otherwise is a judgement, not a mistake.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.journey.contact import queries
from onward.journey.contact.screening_words import ABOUT, URGENCIES
from onward.web.charts import Bar, bars

DAYS = 28
FEW = 5  # choices: of fewer a share says little


def screened(day: date) -> dict[str, Any]:
    """For the page: four weeks up to and with `day`, by whole days."""
    since, until = day - timedelta(days=DAYS - 1), day + timedelta(days=1)
    took = queries.took(_midnight(since), _midnight(until))
    picture = bars(
        [Bar(str(URGENCIES[each.urgency]), each.sent) for each in took],
        says=_("Requests of four weeks by how urgent was proposed. The table below has the same figures."),
    )
    return {
        "took": took,
        "took_picture": picture,
        "otherwise": [
            (
                ABOUT[each.about],
                each,
                round(100 * each.otherwise / each.chosen) if each.chosen >= FEW else None,
            )
            for each in queries.otherwise(since, until)
        ],
        "urgencies": URGENCIES,
        "since": since,
    }


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
