"""What somebody begins to wait for when their first contact is decided.

Sources: Care Act 2014 s9, s10 (assessments), s19(3): help that is urgent comes first, and the assessment is still owed.
"""

from onward.vocabulary.contact import Outcome, Wait

VERSION = "1"


def waits(outcome: Outcome | None, *, as_carer: bool) -> frozenset[Wait]:
    """The waits that an outcome begins; none before there is an outcome.

    `as_carer`: what was asked for is an assessment of the carer who asks.
    """
    if outcome in (Outcome.ASSESSMENT, Outcome.URGENT):
        return frozenset({Wait.CARER_ASSESSMENT if as_carer else Wait.ASSESSMENT})
    if outcome is Outcome.SHORT_TERM:
        return frozenset({Wait.SHORT_TERM})
    return frozenset()
