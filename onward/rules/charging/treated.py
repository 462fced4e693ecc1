"""How much of one income is counted, and why, before anything that concerns several incomes together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onward.rules.charging.answer import Step
from onward.rules.charging.case import Income, Setting
from onward.rules.charging.kinds import KINDS, NIGHT_KINDS, STOPS, Kind, Treatment
from onward.vocabulary.money import shown

COUNTED = "Your {name} of {weekly} counts in full."
LEFT_OUT = "Your {name} of {weekly} is left out. {because}"
LEFT_OUT_HERE = "Your {name} of {weekly} is left out: {council} does so."
TEMPORARY = "Your {name} of {weekly} is left out while your stay is temporary."
STOPPING = (
    "Your {name} of {weekly} counts in full for as long as you get it. It stops after 28 days in a care home that the "
    "council helps to pay for: tell whoever pays it."
)
NIGHT = (
    "Of your {name} of {weekly}, {night} is for care at night that the council does not give: {rest} counts."
)
HALF = "Of your {name} of {weekly}, {rest} counts, because at least half goes to your partner at home."
NOT_HALF = "Your {name} of {weekly} counts in full: the half for a partner is left out only in a care home."
HELP = "Your {name} of {weekly} is left out. It helps with your rent, so we take it off your rent below."
NIGHT_SOURCE = "Care and support statutory guidance, Annex C (R v Coventry ex p Carton, check)"


@dataclass(frozen=True)
class Treated:
    """One income: how many pence of it count, and the step that says so."""

    kind: str
    counted: int
    step: Step


def treat(
    income: Income, setting: Setting, on: date, *, leaves_out: frozenset[str] = frozenset(), council: str = ""
) -> Treated:
    """What is counted of an income on its own. `leaves_out` are kinds that the council leaves out at home."""
    kind = KINDS[income.kind]
    if setting is Setting.COMMUNITY and income.kind in leaves_out:
        return _treated(income, kind, 0, LEFT_OUT_HERE, council=council)
    return _BY_TREATMENT[kind.on(on)](income, kind, setting)


def _treated(income: Income, kind: Kind, counted: int, says: str, **words: str) -> Treated:
    said = says.format(name=kind.name, weekly=shown(income.weekly), because=kind.because, **words)
    return Treated(income.kind, counted, Step(said, counted, kind.source))


def _counted(income: Income, kind: Kind, _setting: Setting) -> Treated:
    return _treated(income, kind, income.weekly, COUNTED)


def _left_out(income: Income, kind: Kind, _setting: Setting) -> Treated:
    return _treated(income, kind, 0, LEFT_OUT)


def _housing_help(income: Income, kind: Kind, _setting: Setting) -> Treated:
    return _treated(income, kind, 0, HELP)


def _disability(income: Income, kind: Kind, setting: Setting) -> Treated:
    if setting is Setting.TEMPORARY:
        return _treated(income, kind, 0, TEMPORARY)
    if setting is Setting.PERMANENT:
        return _treated(income, kind, income.weekly, STOPPING if income.kind in STOPS else COUNTED)
    if income.night and income.kind in NIGHT_KINDS:
        return _without_night(income, kind)
    return _counted(income, kind, setting)


def _without_night(income: Income, kind: Kind) -> Treated:
    night = min(income.night, income.weekly)
    rest = income.weekly - night
    words = {"night": shown(night), "rest": shown(rest)}
    said = NIGHT.format(name=kind.name, weekly=shown(income.weekly), **words)
    return Treated(income.kind, rest, Step(said, rest, NIGHT_SOURCE))


def _pension(income: Income, kind: Kind, setting: Setting) -> Treated:
    if not income.paid_to_partner:
        return _counted(income, kind, setting)
    if setting is Setting.COMMUNITY:
        return _treated(income, kind, income.weekly, NOT_HALF)
    counted = income.weekly // 2  # an odd penny is the partner's
    return _treated(income, kind, counted, HALF, rest=shown(counted))


_BY_TREATMENT: dict[Treatment, Callable[[Income, Kind, Setting], Treated]] = {
    Treatment.COUNTED: _counted,
    Treatment.LEFT_OUT: _left_out,
    Treatment.PART: _counted,
    Treatment.DISABILITY: _disability,
    Treatment.PENSION: _pension,
    Treatment.SAVINGS_CREDIT: _counted,
    Treatment.HOUSING_HELP: _housing_help,
}
