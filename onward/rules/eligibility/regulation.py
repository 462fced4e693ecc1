"""Regulations 2 and 3 as data: which outcomes and limbs each has, where they stand in it, and how many it takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from onward.rules.eligibility.case import Outcome
from onward.vocabulary.eligibility import CARER_LIMBS, AdultOutcome, CarerOutcome, Limb, WellbeingArea, Who

INSTRUMENT = "Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313)"
_SHORT = "SI 2015/313 reg"
_LETTERS = "abcdefghij"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
DETERMINATION = "Care Act 2014 s13(1)"
AREAS = {
    area: f"Care Act 2014 s1(2)({letter})" for area, letter in zip(WellbeingArea, "abcdefghi", strict=True)
}


@dataclass(frozen=True)
class Regulation:
    """One regulation: its outcomes and limbs with the paragraph of each, and how many outcomes make the effect."""

    number: int
    outcomes: Mapping[Outcome, str]
    limbs: Mapping[Limb, str]
    least: int
    met_by_carer: tuple[str, ...] = ()

    def paragraph(self, at: str) -> str:
        """A paragraph of it, as a source: `paragraph("(1)(a)")`."""
        return f"{_SHORT} {self.number}{at}"

    @property
    def title(self) -> str:
        """The instrument and the regulation, in full."""
        return f"{INSTRUMENT}, regulation {self.number}"


ADULTS = Regulation(
    number=2,
    outcomes={outcome: f"(2)({letter})" for outcome, letter in zip(AdultOutcome, _LETTERS, strict=True)},
    limbs={limb: f"(3)({letter})" for limb, letter in zip(Limb, "abcd", strict=True)},
    least=2,
    # What a carer meets is left out of the duty to meet needs, and so cannot be left out of eligibility before it.
    met_by_carer=("Care Act 2014 s18(7) (check)",),
)
CARERS = Regulation(
    number=3,
    outcomes={outcome: f"(2)(b)({roman})" for outcome, roman in zip(CarerOutcome, _ROMAN, strict=True)},
    limbs={limb: at for limb, at in ADULTS.limbs.items() if limb in CARER_LIMBS},
    least=1,
)
REGULATIONS: Mapping[Who, Regulation] = {Who.ADULT: ADULTS, Who.CARER: CARERS}
