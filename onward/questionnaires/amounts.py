"""Quantities of FHIR R4, and the units of UCUM that can be turned into each other."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

UCUM = "http://unitsofmeasure.org"

# Of each kind of amount: how much of its base unit one of this unit is (UCUM 2.1).
_UNITS: dict[str, dict[str, str]] = {
    "mass": {
        "kg": "1000", "g": "1", "mg": "0.001", "ug": "0.000001", "ng": "0.000000001",
        "t": "1000000", "[lb_av]": "453.59237", "[oz_av]": "28.349523125", "[stone_av]": "6350.29318",
    },
    "length": {
        "km": "1000", "m": "1", "dm": "0.1", "cm": "0.01", "mm": "0.001", "um": "0.000001",
        "[in_i]": "0.0254", "[ft_i]": "0.3048", "[yd_i]": "0.9144", "[mi_i]": "1609.344",
    },
    "volume": {"L": "1", "l": "1", "dL": "0.1", "cL": "0.01", "mL": "0.001", "ml": "0.001", "uL": "0.000001"},
    "time": {
        "a": "31557600", "mo": "2629800", "wk": "604800", "d": "86400", "h": "3600", "min": "60", "s": "1",
        "ms": "0.001",
    },
    "pressure": {"mm[Hg]": "133.322387415", "kPa": "1000", "Pa": "1", "bar": "100000"},
    "temperature": {"K": "1", "Cel": "1", "[degF]": "5/9"},
    "number": {"1": "1", "%": "0.01", "{count}": "1"},
}  # fmt: skip
# Where the scale of a unit begins, in its own degrees.
_BEGINS = {"Cel": "-273.15", "[degF]": "-459.67"}
_KNOWN = {unit: (kind, Fraction(size)) for kind, units in _UNITS.items() for unit, size in units.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """A Quantity: `code` is what computers compare, `unit` what people read."""

    number: Decimal | None
    unit: str = ""
    system: str = ""
    code: str = ""
    comparator: str = ""


def compare(first: Amount, second: Amount) -> int | None:
    """-1, 0 or 1; None where the units cannot be turned into each other, or a number is missing or only a limit."""
    if first.number is None or second.number is None or first.comparator or second.comparator:
        return None
    if _same_unit(first, second):
        return _sign(first.number, second.number)
    one, other = _base(first), _base(second)
    if one is None or other is None or one[0] != other[0]:
        return None
    return _sign(one[1], other[1])


def known(unit: str) -> bool:
    """Whether it is a unit of UCUM that can be turned into others."""
    return unit in _KNOWN


def _same_unit(first: Amount, second: Amount) -> bool:
    if first.code or second.code:
        return (first.code, first.system) == (second.code, second.system)
    return first.unit == second.unit


def _base(amount: Amount) -> tuple[str, Fraction] | None:
    unit = amount.code or amount.unit
    known = _KNOWN.get(unit) if amount.system in ("", UCUM) else None
    number = Fraction(amount.number or 0) - Fraction(_BEGINS.get(unit, 0))
    return (known[0], number * known[1]) if known else None


def _sign(first: Decimal | Fraction, second: Decimal | Fraction) -> int:
    return (first > second) - (first < second)
