"""How much of a decision the shared page may tell whoever holds the reference and the code.

The page may be read by somebody who asks for another, or by somebody who took the telephone from the person.
So safeguarding is never named on it (Care Act 2014 s42; see docs/decisions), and somebody who asks without the
other's knowledge is told that it was looked at, and no more.
"""

from dataclasses import dataclass

from onward.vocabulary.contact import Outcome

VERSION = "1"


@dataclass(frozen=True)
class Told:
    """What to show: the outcome and the services, the reason in words, or only that it was looked at."""

    outcome: bool
    reason: bool


def told(outcome: Outcome, *, for_another: bool, other_agrees: bool) -> Told:
    """What the shared page may show of a decision."""
    if outcome is Outcome.SAFEGUARDING:
        return Told(outcome=False, reason=False)
    if for_another and not other_agrees:
        return Told(outcome=False, reason=False)
    return Told(outcome=True, reason=True)
