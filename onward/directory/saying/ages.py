"""The ages that a text says a service is for.

Ages given for several groups are taken together: what is for toddlers and for people over 60 is not held to be for
neither. An example ("including over 60s") is no limit.
"""

import re
from typing import TypeAlias

Ages: TypeAlias = tuple[int | None, int | None]

YEARS = r"(?:\s*(?:years?|yrs?)(?:\s+(?:old|of age))?)?"
SPANS = (
    re.compile(
        rf"\b(?:aged?|ages|ages of|age of|age range)\s+(?:between\s+|from\s+)?(\d{{1,2}}){YEARS}"
        r"\s*(?:-|–|to|and)\s*(\d{1,3})\b(?!\s*\+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(\d{1,2})\s*(?:-|–|to|and)\s*(\d{1,2})[\s-]*years?(?:[\s-]olds?| of age)\b", re.IGNORECASE
    ),
    re.compile(r"\((\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})\s*(?:years|yrs)?\)", re.IGNORECASE),
)
NOT_COUNTED = r"(?!\d)(?!\s+(?!age|years? old|year-old|years of age|or|and|who|with|in\b|living|plus)\w)"
FROM = (
    re.compile(
        rf"(?<!including )(?<!such as )\b(?:over|over the age of|aged over)[\s-]+(\d{{2}}){NOT_COUNTED}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!including )(?<!such as )\bover[\s-](\d{2})['’]?s\b", re.IGNORECASE),
    re.compile(rf"\b(\d{{2}}){YEARS}\s*(?:\+|plus\b|(?:and|or) (?:over|above|older)\b)", re.IGNORECASE),
)
UP_TO = (
    re.compile(
        r"\bunder(?:\s+the age of|\s+age)?[\s-]+(\d{1,2})(?!\d)['’]?s?\b(?!\s+(?:members|minutes|miles))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:children|young people|young adults) up to (?:the age of )?(\d{1,2})\b", re.IGNORECASE),
)
ALSO_OLDER = re.compile(
    r"\badults\b|\ball ages\b|\bany age\b|\ball age groups\b|\bfamil|\bparents\b"
    r"|\bolder people\b|\belderly\b|\beveryone\b",
    re.IGNORECASE,
)
ALSO_YOUNGER = re.compile(r"\ball ages\b|\bany age\b|\byoung people\b|\bchildren\b|\bfamil", re.IGNORECASE)
GROWN, OLDEST = 18, 120


def ages(text: str) -> Ages:
    """The youngest and the oldest that the text says it is for; None where it does not say."""
    found, rest = _spans(text)
    found += [(int(age), None) for pattern in FROM for age in pattern.findall(rest)]
    found += [(None, int(age)) for pattern in UP_TO for age in pattern.findall(rest)]
    if not found:
        return None, None
    low = min((low or 0) for low, _ in found) or None
    high = max((OLDEST if high is None else high) for _, high in found)
    if high == OLDEST or ALSO_OLDER.search(text):
        high = OLDEST
    if low is not None and low > GROWN and ALSO_YOUNGER.search(text):
        low = None
    return low, None if high == OLDEST else high


def _spans(text: str) -> tuple[list[Ages], str]:
    """Ages from and to, and the text without them."""
    found: list[Ages] = []
    for pattern in SPANS:
        found += [
            (int(low), int(high)) for low, high in pattern.findall(text) if int(low) < int(high) <= OLDEST
        ]
        text = pattern.sub(" ", text)
    return found, text
