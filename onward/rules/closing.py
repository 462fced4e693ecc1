"""What an adviser has to have said before a contact may be decided.

Sources: Care Act 2014 s9(1) (the duty to assess arises on the *appearance* of need, whatever its level), s11 (refusal:
(2) of a needs assessment, (5) of a carer's), s19(3) (urgent needs), s42 (safeguarding).
"""

from dataclasses import dataclass
from enum import StrEnum

from onward.vocabulary.contact import Grounds, Outcome

VERSION = "2"

# A wait is somebody's. Safeguarding, urgent help and a bed in hospital are never held up by finding out whose.
_SOMEBODYS = frozenset({Outcome.ASSESSMENT, Outcome.SHORT_TERM})


class Missing(StrEnum):
    """What still has to be said, each with its own sentence on the page."""

    OUTCOME = "outcome"
    APPEARANCE = "appearance"
    REFUSAL = "refusal"
    CONSENT = "consent"
    TO_WHOM = "to_whom"
    NO_SERVICES_WITH_SAFEGUARDING = "no_services_with_safeguarding"
    PERSON = "person"
    REASON = "reason"


_SAID_BY = {
    Grounds.NO_APPEARANCE_OF_NEED: Missing.APPEARANCE,
    Grounds.ABLE_TO_REFUSE: Missing.REFUSAL,
    Grounds.NOT_AT_RISK: Missing.REFUSAL,
    Grounds.AGREES: Missing.CONSENT,
}


@dataclass(frozen=True)
class Proposal:
    """A decision about to be made. `outcome` is None where nothing was chosen.

    `as_carer`: what is asked for is an assessment of the carer who asks. `passed_to` is who is told of them.
    """

    outcome: Outcome | None
    grounds: frozenset[Grounds]
    reason: str
    services: tuple[str, ...]
    person_known: bool
    as_carer: bool = False
    passed_to: str = ""


def grounds_of(outcome: Outcome, *, as_carer: bool) -> frozenset[Grounds]:
    """Everything that has to be so for this outcome.

    - Closing with advice needs "there is no appearance of need, because…" (s9(1)).
    - A refusal does not end the duty to assess where the person cannot decide it for themselves and an assessment is in
      their best interests, or where they are experiencing abuse or neglect or are at risk of it (s11(2)). A carer's
      own refusal is enough (s11(5)).
    - Nobody is passed on to others without their consent.
    """
    match outcome:
        case Outcome.ADVICE:
            return frozenset({Grounds.NO_APPEARANCE_OF_NEED})
        case Outcome.REFUSED if not as_carer:
            return frozenset({Grounds.ABLE_TO_REFUSE, Grounds.NOT_AT_RISK})
        case Outcome.PASSED_ON:
            return frozenset({Grounds.AGREES})
        case _:
            return frozenset()


def missing(proposal: Proposal) -> tuple[Missing, ...]:
    """Everything that stands between the proposal and a decision, in the page's order; empty where it may be made."""
    found = set() if proposal.outcome else {Missing.OUTCOME}
    if proposal.outcome:
        needed = grounds_of(proposal.outcome, as_carer=proposal.as_carer)
        found |= {_SAID_BY[each] for each in needed - proposal.grounds}
    if proposal.outcome is Outcome.PASSED_ON and not proposal.passed_to.strip():
        found.add(Missing.TO_WHOM)
    if proposal.outcome is Outcome.SAFEGUARDING and proposal.services:
        found.add(Missing.NO_SERVICES_WITH_SAFEGUARDING)
    if proposal.outcome in _SOMEBODYS and not proposal.person_known:
        found.add(Missing.PERSON)
    if not proposal.reason.strip():
        found.add(Missing.REASON)
    return tuple(each for each in Missing if each in found)
