"""Cases by chance, around every boundary: as columns for many at once, and as one `Case` for each row."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onward.rules.charging.case import (
    Case,
    Home,
    HousingCost,
    HousingKind,
    Income,
    Judgement,
    Named,
    Occupant,
    Premium,
    Who,
)
from onward.rules.charging.kinds import KINDS
from onward.rules.charging.population.columns import COLUMNS, NOT_SAID, SETTINGS, Type
from onward.rules.charging.population.years import EPOCH, days

Columns = dict[str, NDArray[np.int64]]
FIRST, LAST = date(2015, 3, 1), date(2027, 5, 1)
# Capital is tried most where something happens.
TURNS = np.array([0, 1_425_000, 1_450_000, 2_325_000, 2_850_000, 4_650_000])


def columns(count: int, seed: int) -> Columns:
    """So many rows; each column has nothing in most of its rows."""
    chance = np.random.default_rng(seed)
    found = {each.name: _column(each.name, each.type, each.optional, count, chance) for each in COLUMNS}
    found["on"] = chance.integers(days(FIRST), days(LAST), count)
    found["born"] = np.where(
        chance.random(count) < 0.9, found["on"] - chance.integers(17 * 365, 95 * 365, count), NOT_SAID
    )
    found["age"] = np.where(found["born"] == NOT_SAID, chance.integers(16, 90, count), NOT_SAID)
    found["lone_parent"] &= 1 - found["couple"]
    found["partner_born"] = np.where(
        found["couple"] == 1, found["on"] - chance.integers(18 * 365, 90 * 365, count), NOT_SAID
    )
    found["care_cost"] = chance.integers(0, 150_000, count)
    return found


def _column(
    name: str, kind: Type, optional: bool, count: int, chance: np.random.Generator
) -> NDArray[np.int64]:
    if kind is Type.SETTING:
        return chance.integers(0, len(SETTINGS), count)
    if kind is Type.FLAG:
        return (chance.random(count) < 0.2).astype(np.int64)
    if kind is Type.NUMBER:
        return _sometimes(chance.integers(0, 16 if optional else 4, count), optional, chance)
    if "capital" in name or name.startswith("home"):
        near = chance.choice(TURNS, count) + chance.integers(-2, 3, count)
        return _sometimes(np.maximum(0, near), optional, chance)
    return _sometimes(chance.integers(0, 30_000, count), optional, chance)


def _sometimes(found: NDArray[np.int64], optional: bool, chance: np.random.Generator) -> NDArray[np.int64]:
    return np.where(chance.random(len(found)) < 0.25, found, NOT_SAID if optional else 0)


def case(columns: Mapping[str, NDArray[np.int64]], row: int) -> Case:
    """The row as one case."""
    at: dict[str, Any] = {name: int(column[row]) for name, column in columns.items()}
    at |= {name: None for name, worth in at.items() if worth == NOT_SAID}
    return Case(
        on=_day(at["on"]),
        setting=SETTINGS[at["setting"]],
        care_cost=at["care_cost"],
        born=_day(at["born"]) if at["born"] is not None else None,
        age=at["age"],
        couple=bool(at["couple"]),
        partner_born=_day(at["partner_born"]) if at["partner_born"] is not None else None,
        capital=None if at["undisclosed"] else at["capital"],
        joint_capital=at["joint_capital"],
        notional_capital=Judgement(at["notional_capital"], "a test."),
        home=_home(at),
        income=tuple(_income(at, kind) for kind in KINDS),
        notional_income=Judgement(at["notional_income"], "a test."),
        disregards=(Named("a test", at["disregards"]),),
        savings_credit_flat=bool(at["savings_credit_flat"]),
        premiums=frozenset(each for each in Premium if at[f"premium_{each}"]),
        children=at["children"],
        lone_parent=bool(at["lone_parent"]),
        minimum_income_guarantee=at["minimum_income_guarantee"],
        housing_costs=tuple(HousingCost(each, at[f"housing_{each}"]) for each in HousingKind),
        disability_related_expenditure=(Named("a test", at["disability_related_expenditure"]),),
        stay_weeks=at["stay_weeks"],
        nursing_contribution=at["nursing_contribution"],
    )


def _income(at: dict[str, Any], kind: str) -> Income:
    shared = bool(at.get(f"paid_to_partner_{kind}", 0))
    return Income(kind, at[f"income_{kind}"], shared, at.get(f"night_{kind}", 0))


def _home(at: dict[str, Any]) -> Home:
    return Home(
        value=at["home_value"],
        joint=bool(at["home_joint"]),
        interest=at["home_interest"],
        other_charges=at["home_other_charges"],
        occupied_by=(Occupant(Who.PARTNER),) if at["home_sheltered"] else (),
        weeks_since_permanent=at["home_weeks"],
    )


def _day(days_since: int) -> date:
    return EPOCH + timedelta(days=days_since)
