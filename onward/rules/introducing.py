"""What is still missing before a service may be told of somebody.

Nothing is told without the consent of the person, or of somebody who may lawfully decide for them, to these very
words and this very service: the common law duty of confidentiality, and their own views and wishes (Care Act 2014
s1(3)(b), (d); Mental Capacity Act 2005 s9 and s16 for attorneys and deputies). Only what they agreed to is told.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.vocabulary.introductions import ConsentBy, ConsentHow

VERSION = "1"


class Missing(StrEnum):
    """Each has its own sentence and its own place on the page."""

    NAME = "name"
    REACH = "reach"
    WANT = "want"
    CONSENT_BY = "consent_by"
    CONSENT_HOW = "consent_how"
    CONSENT_ON = "consent_on"
    CONSENT_TO_COME = "consent_to_come"


@dataclass(frozen=True)
class Told:
    """All that a service is told: what to call the person, how to reach them safely, what they want, in their words."""

    name: str
    reach: str
    want: str


@dataclass(frozen=True)
class Consent:
    """Who agreed, how they said so, and on which day; each None until it was said."""

    by: ConsentBy | None
    how: ConsentHow | None
    on: date | None


def missing(told: Told, consent: Consent, *, today: date) -> tuple[Missing, ...]:
    """Everything that is missing, in the order of the page; empty where the service may be told."""
    found = [each for each in (Missing.NAME, Missing.REACH, Missing.WANT) if not getattr(told, each).strip()]
    if consent.by is None:
        found.append(Missing.CONSENT_BY)
    if consent.how is None:
        found.append(Missing.CONSENT_HOW)
    if consent.on is None:
        found.append(Missing.CONSENT_ON)
    elif consent.on > today:
        found.append(Missing.CONSENT_TO_COME)
    return tuple(found)
