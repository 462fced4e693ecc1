"""By when somebody who asks is told that they will hear. A council's own aim, never called law.

There is no time limit in law for a first reply or for an assessment (Care Act 2014 s9 sets none).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onward.vocabulary.contact import Wish
from onward.vocabulary.dates import working_days_after

VERSION = "1"


@dataclass(frozen=True)
class ReplyAims:
    """Working days within which the council aims to answer: a call that was asked for, and anything else."""

    ring: int
    otherwise: int


def reply_by(wish: Wish, asked_on: date, aims: ReplyAims, holidays: Collection[date]) -> date:
    """The last day on which a reply is still as promised."""
    days = aims.ring if wish is Wish.RING else aims.otherwise
    return working_days_after(asked_on, days, holidays)
