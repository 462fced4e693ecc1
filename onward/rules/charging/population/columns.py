"""The columns of many cases at once: one row a person, amounts in int64 pence a week, capital and homes in pence.

`onward charge --schema` prints them. A column that is not there counts as nothing; dates are days since 1970-01-01.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from onward.rules.charging.case import HousingKind, Premium, Setting
from onward.rules.charging.kinds import KINDS, NIGHT_KINDS, PENSIONS

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
NOT_SAID = np.iinfo(np.int64).min  # in a column where nothing may be said


class Type(StrEnum):
    """What a column holds."""

    PENCE = "int64 pence"
    DAY = "date"
    NUMBER = "int64"
    FLAG = "bool"
    SETTING = "string"


@dataclass(frozen=True)
class Column:
    """One column. `optional` ones may be null, which says that it is not known; others are never null."""

    name: str
    type: Type
    means: str
    needed: bool = False
    optional: bool = False


SETTINGS = tuple(Setting)
PARTNER = "paid_to_partner_"
NIGHT, INCOME, HOUSING, PREMIUM = "night_", "income_", "housing_", "premium_"

COLUMNS = (
    Column("on", Type.DAY, "the day for which the charge is worked out", needed=True),
    Column("setting", Type.SETTING, ", ".join(Setting), needed=True),
    Column("care_cost", Type.PENCE, "what the care costs a week", needed=True),
    Column("born", Type.DAY, "the birth date, or null where only the age is known", optional=True),
    Column("age", Type.NUMBER, "age in years, where the birth date is null", optional=True),
    Column("couple", Type.FLAG, "one of a couple"),
    Column("partner_born", Type.DAY, "the partner's birth date", optional=True),
    Column("capital", Type.PENCE, "the person's own capital, without the home"),
    Column("undisclosed", Type.FLAG, "the person would not say what they have"),
    Column("joint_capital", Type.PENCE, "the whole of what is held with another"),
    Column("notional_capital", Type.PENCE, "capital that an officer judged to be treated as theirs"),
    Column("home_value", Type.PENCE, "what the home is worth"),
    Column("home_joint", Type.FLAG, "the home is owned with another"),
    Column("home_interest", Type.PENCE, "what the share of a joint home alone would fetch", optional=True),
    Column("home_other_charges", Type.PENCE, "what is owed on the home"),
    Column("home_sheltered", Type.FLAG, "somebody lives there for whose sake the law leaves the home out"),
    Column("home_weeks", Type.NUMBER, "whole weeks since the person moved into a care home for good", optional=True),
    *(Column(f"{INCOME}{each}", Type.PENCE, f"{KINDS[each].name} a week") for each in KINDS),
    *(Column(f"{NIGHT}{each}", Type.PENCE, f"the part of {each} for care at night") for each in sorted(NIGHT_KINDS)),
    *(Column(f"{PARTNER}{each}", Type.FLAG, f"half of {each} goes to the partner") for each in sorted(PENSIONS)),
    Column("notional_income", Type.PENCE, "income that an officer judged to be treated as theirs"),
    Column("disregards", Type.PENCE, "what an officer leaves out"),
    Column("savings_credit_flat", Type.FLAG, "the savings disregard is given flat"),
    *(Column(f"{PREMIUM}{each}", Type.FLAG, f"the {each} premium") for each in Premium),
    Column("children", Type.NUMBER, "children in the household"),
    Column("lone_parent", Type.FLAG, "a lone parent"),
    Column("minimum_income_guarantee", Type.PENCE, "as the council gives it", optional=True),
    *(Column(f"{HOUSING}{each}", Type.PENCE, f"{each} a week, less help with it") for each in HousingKind),
    Column("disability_related_expenditure", Type.PENCE, "costs of the disability a week"),
    Column("stay_weeks", Type.NUMBER, "how many weeks a temporary stay lasts", optional=True),
    Column("nursing_contribution", Type.PENCE, "what the NHS pays for nursing a week"),
)  # fmt: skip
BY_NAME: Mapping[str, Column] = {each.name: each for each in COLUMNS}


class Rows:
    """Some rows of the columns. A column that is not there is a single value, which NumPy spreads."""

    def __init__(self, columns: Mapping[str, NDArray[np.generic]]) -> None:
        self._columns = columns

    def __contains__(self, name: str) -> bool:
        return name in self._columns

    def __len__(self) -> int:
        return len(self._columns["on"])

    def numbers(self, name: str) -> Numbers:
        """A column of whole numbers; nothing, or not said, where it is not there."""
        if name in self._columns:
            return self._columns[name].astype(np.int64, copy=False)
        return np.asarray(NOT_SAID if BY_NAME[name].optional else 0, dtype=np.int64)

    def flags(self, name: str) -> Flags:
        """A column of flags; none of them where it is not there."""
        found = self._columns.get(name)
        return np.asarray(False) if found is None else found.astype(np.bool_, copy=False)

    def among(self, first: int, last: int) -> "Rows":
        """The rows from `first` until before `last`."""
        return Rows({name: column[first:last] for name, column in self._columns.items()})
