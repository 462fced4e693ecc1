"""When a service is there, in words."""

import re
from collections.abc import Iterable
from datetime import time

from django.utils.translation import gettext as _

from onward.directory.models import Schedule

DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
        "SU": "Sunday"}  # fmt: skip


def hours(schedules: Iterable[Schedule]) -> str:
    """The source's own words where it has them, else the days and times."""
    return "; ".join(dict.fromkeys(said for each in schedules if (said := each.description or _said(each))))


def day_codes(said: str) -> list[str]:
    """The days of `byday` in the codes of RFC 5545, whether given so (`1MO`) or by their names (`Monday`)."""
    return [word[:2] for word in re.findall(r"[A-Z]+", said.upper()) if word[:2] in DAYS]


def rule_days(said: str) -> list[str]:
    """The same with which of the month they are, where that is said: `1MO`, `-1FR`."""
    found = re.findall(r"([+-]?\d?)([A-Z]{2})[A-Z]*", said.upper())
    return [f"{which}{code}" for which, code in found if code in DAYS]


def _said(schedule: Schedule) -> str:
    days = ", ".join(DAYS[code] for code in day_codes(schedule.byday))
    if schedule.opens_at and schedule.closes_at:
        times = _("%(opens)s to %(closes)s") % {
            "opens": _clock(schedule.opens_at),
            "closes": _clock(schedule.closes_at),
        }
        return f"{days} {times}".strip()
    return days


def _clock(at: time) -> str:
    return at.strftime("%H:%M")
