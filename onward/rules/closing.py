"""What an adviser has to have said before a contact may be decided.

Sources: Care Act 2014 s9(1) (the duty to assess arises on the *appearance* of need, whatever its level),
s11 (refusal of an assessment), s42 (safeguarding).
"""

from dataclasses import dataclass
from enum import StrEnum

from onward.vocabulary.contact import Grounds, Outcome

VERSION = "1"


class Missing(StrEnum):
    """What still has to be said, each with its own sentence on the page."""

    OUTCOME = "outcome"
    REASON = "reason"
    GROUNDS = "grounds"
    GROUNDS_ONLY_WITH_ADVICE = "grounds_only_with_advice"
    SERVICES_ONLY_WITH_ADVICE = "services_only_with_advice"
    PERSON = "person"


@dataclass(frozen=True)
class Proposal:
    """A decision about to be made. `outcome` and `grounds` are None where nothing was chosen."""

    outcome: Outcome | None
    grounds: Grounds | None
    reason: str
    services: tuple[str, ...]
    person_known: bool


def missing(proposal: Proposal) -> tuple[Missing, ...]:
    """Everything that stands between the proposal and a decision; empty where it may be made.

    - Closing with advice needs "no appearance of need, because…" or the person's own refusal, and nothing else will do.
    - An assessment begins a wait, and a wait is somebody's: the person has to be known.
    - A safeguarding concern is never held up by matching.
    """
    found = []
    if proposal.outcome is None:
        found.append(Missing.OUTCOME)
    if proposal.outcome is Outcome.ADVICE and proposal.grounds is None:
        found.append(Missing.GROUNDS)
    if proposal.outcome not in (Outcome.ADVICE, None):
        if proposal.grounds is not None:
            found.append(Missing.GROUNDS_ONLY_WITH_ADVICE)
        if proposal.services:
            found.append(Missing.SERVICES_ONLY_WITH_ADVICE)
    if proposal.outcome is Outcome.ASSESSMENT and not proposal.person_known:
        found.append(Missing.PERSON)
    if not proposal.reason.strip():
        found.append(Missing.REASON)
    return tuple(found)
