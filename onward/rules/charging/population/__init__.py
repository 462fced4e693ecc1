"""What many people pay at once: the same rule as for one, over arrays, which agrees with it to the penny."""

from onward.rules.charging.population.charging import Charges, Why, charge_many, outcomes
from onward.rules.charging.population.columns import COLUMNS, SETTINGS, Column, Type

__all__ = ["COLUMNS", "SETTINGS", "Charges", "Column", "Type", "Why", "charge_many", "outcomes"]
