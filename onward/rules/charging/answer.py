"""What the rules answer: an amount, and every step that led to it."""

from dataclasses import dataclass
from enum import StrEnum

from onward.vocabulary.told import Refused as Refused


class Outcome(StrEnum):
    """Who pays."""

    NOTHING = "pays_nothing"
    CONTRIBUTES = "contributes"
    IN_FULL = "pays_in_full"


@dataclass(frozen=True)
class Step:
    """One step: a sentence to the person, the amount in pence that it is about, and the source for an officer."""

    says: str
    amount: int
    source: str


@dataclass(frozen=True)
class Kept:
    """What the person keeps each week before anything is charged, in pence."""

    minimum_income_guarantee: int = 0
    housing_costs: int = 0
    disability_related_expenditure: int = 0
    personal_expenses_allowance: int = 0

    @property
    def total(self) -> int:
        """All of it together."""
        return (
            self.minimum_income_guarantee
            + self.housing_costs
            + self.disability_related_expenditure
            + self.personal_expenses_allowance
        )


@dataclass(frozen=True)
class Charge:
    """What the person pays a week, in pence, and why."""

    outcome: Outcome
    weekly_charge: int
    council_pays: int
    assessed_income: int
    tariff_income: int
    kept: Kept
    amounts_year: str
    steps: tuple[Step, ...]

    @property
    def because(self) -> tuple[str, ...]:
        """A sentence for each step, in order."""
        return tuple(each.says for each in self.steps)

    @property
    def sources(self) -> tuple[str, ...]:
        """Each source once, in the order of the steps."""
        return tuple(dict.fromkeys(each.source for each in self.steps if each.source))
