"""What is known of one person whose charge is worked out. Amounts are pence a week, but for capital and homes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onward.rules.charging.free import Given


class Setting(StrEnum):
    """Where care is given. A temporary stay is meant to end, and is unlikely to last longer than 52 weeks."""

    COMMUNITY = "community"
    PERMANENT = "care_home_permanent"
    TEMPORARY = "care_home_temporary"


class Premium(StrEnum):
    """Premiums of income support that the minimum income guarantee takes up (regulation 7(5) to (7))."""

    DISABILITY = "disability"
    ENHANCED_DISABILITY = "enhanced_disability"
    CARER = "carer"


class Who(StrEnum):
    """Somebody for whose sake a home may be left out of account."""

    PARTNER = "partner"
    FORMER_PARTNER = "former_partner_lone_parent"
    RELATIVE = "relative"
    CHILD = "child"


class HousingKind(StrEnum):
    """What it costs to have a home."""

    RENT = "rent"
    MORTGAGE = "mortgage"
    COUNCIL_TAX = "council_tax"
    GROUND_RENT = "ground_rent"
    SERVICE_CHARGE = "service_charge"
    OTHER = "other"


@dataclass(frozen=True)
class Occupant:
    """Somebody who lives in the person's home. `since` is None where nobody said."""

    who: Who
    age: int | None = None
    incapacitated: bool = False
    since: date | None = None


@dataclass(frozen=True)
class Home:
    """The person's main or only home. `interest` is what the share of a joint home alone would fetch, if valued."""

    value: int = 0
    joint: bool = False
    interest: int | None = None
    other_charges: int = 0
    occupied_by: tuple[Occupant, ...] = ()
    weeks_since_permanent: int | None = None


@dataclass(frozen=True)
class Income:
    """One income. `night` is the part of it that is for care at night, where the council gives none."""

    kind: str
    weekly: int
    paid_to_partner: bool = False
    night: int = 0


@dataclass(frozen=True)
class Named:
    """An amount with the officer's own words for it."""

    kind: str
    weekly: int


@dataclass(frozen=True)
class HousingCost:
    """A cost of the home, and the help towards it that is no income of its own, such as council tax reduction."""

    kind: HousingKind
    weekly: int
    help: int = 0


@dataclass(frozen=True)
class Judgement:
    """Capital or income that the person is treated as having (regulations 17 and 22): a human being's decision."""

    amount: int
    because: str


@dataclass(frozen=True)
class Case:
    """Everything the rules are told. `capital` is None where the person would not say. One of `born`, `age` is given.

    `left_out` are the names of what nobody told us, which therefore counts as nothing.
    """

    on: date
    setting: Setting
    care_cost: int
    born: date | None = None
    age: int | None = None
    couple: bool = False
    partner_born: date | None = None
    capital: int | None = 0
    joint_capital: int = 0
    notional_capital: Judgement | None = None
    home: Home = field(default_factory=Home)
    income: tuple[Income, ...] = ()
    notional_income: Judgement | None = None
    disregards: tuple[Named, ...] = ()
    savings_credit_flat: bool = False
    premiums: frozenset[Premium] = frozenset()
    children: int = 0
    lone_parent: bool = False
    minimum_income_guarantee: int | None = None
    housing_costs: tuple[HousingCost, ...] = ()
    disability_related_expenditure: tuple[Named, ...] = ()
    stay_weeks: int | None = None
    service: Given = field(default_factory=Given)
    nursing_contribution: int = 0
    left_out: tuple[str, ...] = ()
