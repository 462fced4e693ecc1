"""What is known, not known, or said not to be so; and with it the three parts of Care Act 2014 s42(1).

An enquiry is a duty where there is reason to believe all three. A part that is not known is asked about; one that was
denied is weighed by a person, for whoever denies it may not be free to speak.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from onward.vocabulary.screening import Part, Standing

Says = Mapping[str, frozenset[str]]  # codes by meaning


@dataclass(frozen=True)
class Parts:
    """Which answers show that somebody has needs, or has none; and that they cannot protect themselves."""

    needs: Says
    no_needs: Says
    cannot_protect: Says


def any_of(says: Says, answers: Mapping[str, frozenset[str]]) -> bool:
    """Whether any of these answers was given."""
    return any(codes & answers.get(meaning, frozenset()) for meaning, codes in says.items())


def standing(*, known: bool, said_no: bool) -> Standing:
    """What was shown stands before what was denied, and silence is neither."""
    if known:
        return Standing.KNOWN
    return Standing.SAID_NO if said_no else Standing.NOT_KNOWN


def three_parts(
    parts: Parts, answers: Mapping[str, frozenset[str]], *, risk: Standing
) -> tuple[tuple[Part, Standing], ...]:
    """The parts of s42(1) in their order. Nobody is asked whether they can protect themselves, so nobody says no."""
    needs = standing(known=any_of(parts.needs, answers), said_no=any_of(parts.no_needs, answers))
    cannot = standing(known=any_of(parts.cannot_protect, answers), said_no=False)
    return ((Part.NEEDS, needs), (Part.RISK, risk), (Part.CANNOT_PROTECT, cannot))
