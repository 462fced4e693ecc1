"""What care would cost in each place, with the newest amounts that have a source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onward.public.reckoning import amounts
from onward.public.reckoning import form as asked
from onward.public.reckoning.told import told
from onward.questionnaires.answers import Answers
from onward.rules.charging import Case, Charge, Policy, Refused, Setting, charge
from onward.rules.charging.policy import Year
from onward.rules.charging.reading import case as read


class Place(StrEnum):
    """Where care is given; in a care home the home counts otherwise in the first weeks than later."""

    AT_HOME = "at_home"
    FIRST_WEEKS = "first_weeks"
    CARE_HOME = "care_home"


@dataclass(frozen=True)
class Answer:
    """What is charged in a place. `policy` has the amounts of the one year that it was worked out with.

    `is_now` says whether that is this year.
    """

    place: Place
    case: Case
    charge: Charge
    policy: Policy
    is_now: bool


def answers(given: Answers, policy: Policy, on: date) -> list[Answer]:
    """An answer for each place whose cost was told. Those that cannot be worked out are left out."""
    found = {
        each.place: each for place, case in _cases(given, policy, on) if (each := newest(place, case, policy))
    }
    first, later = found.get(Place.FIRST_WEEKS), found.get(Place.CARE_HOME)
    if first and later and first.charge.weekly_charge == later.charge.weekly_charge:
        found.pop(Place.FIRST_WEEKS)
    return list(found.values())


def newest(place: Place, case: Case, policy: Policy) -> Answer | None:
    """The charge with the amounts of the newest year that has all that it needs; None where no year has.

    It has to have them for somebody with no savings too, so that the same year shows what other savings change.
    The person's age stays that of today: only the amounts are those of the older year.
    """
    for year in reversed(policy.years):
        if year.start <= case.on and (found := _with(case, policy, year)):
            is_now = case.on < year.end
            return Answer(place, case, *found, is_now)
    return None


def _with(case: Case, policy: Policy, year: Year) -> tuple[Charge, Policy] | None:
    as_then = replace(policy, years=(replace(year, end=date.max),))
    try:
        charge(replace(case, capital=0), as_then)
        return charge(case, as_then), as_then
    except Refused:
        return None


def _cases(given: Answers, policy: Policy, on: date) -> Iterator[tuple[Place, Case]]:
    at_home, in_home = amounts.weekly(given, asked.CARE_AT_HOME), amounts.weekly(given, asked.CARE_HOME)
    if at_home is not None:
        yield Place.AT_HOME, read(told(given, Setting.COMMUNITY, at_home, on=on))
    if in_home is not None:
        weeks = {Place.FIRST_WEEKS: 0, Place.CARE_HOME: policy.limits.home_weeks}
        for place, since in weeks.items():
            yield place, read(told(given, Setting.PERMANENT, in_home, on=on, weeks=since))
