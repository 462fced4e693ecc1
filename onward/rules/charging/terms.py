"""The terms of a deferred payment as a program sends them with a case: `weeks`, `interest_rate`, `income_kept`."""

import re
from collections.abc import Mapping
from typing import Any

from onward.rules.charging.answer import Refused
from onward.rules.charging.deferred import Terms
from onward.rules.charging.told import Told

MOST_WEEKS = 2600  # fifty years
LEAST = (
    20  # hundredths of a percent: less, but for nothing, is a fraction of one that was meant as a percentage
)
_PERCENT = re.compile(r"([0-9]{1,2})(?:\.([0-9]{1,2}))?", re.ASCII)

NO_RATE = 'interest_rate is missing. Give the yearly rate in percent, like "4.65", or "0".'
FAULTY = (
    'interest_rate is {given!r}, and must be a yearly rate in percent with at most two decimals, like "4.65".'
)
FRACTION = (
    'interest_rate is {given!r}, less than a fifth of one percent. It is in percent: write "4.65" for 4.65%.'
)


def terms(given: Mapping[str, Any]) -> Terms:
    """The terms. Refused where a rate is missing or cannot be meant."""
    told = Told(given, "", given.keys())
    weeks = told.whole("weeks", MOST_WEEKS) or 0
    if weeks and not told.has("interest_rate"):
        raise Refused(NO_RATE)
    kept = told.amount("income_kept") if told.has("income_kept") else None
    return Terms(weeks, _rate(told.raw("interest_rate")), kept)


def _rate(given: Any) -> int:
    """Hundredths of a percent."""
    if given is None:
        return 0
    found = None if isinstance(given, bool) else _PERCENT.fullmatch(str(given).strip())
    if found is None:
        raise Refused(FAULTY.format(given=given))
    whole, part = found.groups(default="")
    rate = int(whole) * 100 + int(part.ljust(2, "0"))
    if 0 < rate < LEAST:
        raise Refused(FRACTION.format(given=given))
    return rate
