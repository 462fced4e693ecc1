"""What the rule is told of an adult or a carer. Nothing said is None, and never “no”."""

from collections.abc import Iterator
from dataclasses import dataclass

from onward.vocabulary.eligibility import Able, AdultOutcome, CarerOutcome, Limb, WellbeingArea, Who

Outcome = AdultOutcome | CarerOutcome


@dataclass(frozen=True)
class Finding:
    """What was found about one eligibility outcome.

    `found` is the limb by which somebody is unable, or that they are able; None where it was named and not looked at.
    `over` is the period that was looked at, in free words. `met_by_carer` is kept for the plan and decides nothing.
    """

    outcome: Outcome
    found: Limb | Able | None
    evidence: str = ""
    over: str = ""
    met_by_carer: bool = False


@dataclass(frozen=True)
class Case:
    """What is known. Outcomes that nobody looked at are left out of `findings`.

    `arises_from_impairment_or_illness` is asked of an adult; `provides_necessary_care` and `health_at_risk` of a carer.
    """

    who: Who
    arises_from_impairment_or_illness: bool | None = None
    provides_necessary_care: bool | None = None
    health_at_risk: bool | None = None
    significant_impact_on_wellbeing: bool | None = None
    findings: tuple[Finding, ...] = ()
    wellbeing_areas: frozenset[WellbeingArea] = frozenset()

    def of(self, outcome: Outcome) -> Iterator[Finding]:
        """What was found about one outcome; it may be named more than once."""
        return (each for each in self.findings if each.outcome is outcome)

    def limbs(self, outcome: Outcome) -> tuple[Limb, ...]:
        """The limbs by which somebody is unable to achieve it, each once, in the regulation's order."""
        found = {each.found for each in self.of(outcome)}
        return tuple(limb for limb in Limb if limb in found)

    def able(self, outcome: Outcome) -> bool:
        """Whether it was looked at by somebody who found no limb."""
        return any(isinstance(each.found, Able) for each in self.of(outcome))

    def unable(self, outcome: Outcome) -> bool | None:
        """Whether somebody is unable to achieve it: one limb is enough. None where nobody looked."""
        if self.limbs(outcome):
            return True
        return False if self.able(outcome) else None
