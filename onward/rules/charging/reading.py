"""A case as a program sends it (the contract `onward charge`), turned into what the rules are told."""

from datetime import date
from typing import Any

from onward.rules.charging.answer import Refused
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
    Setting,
    Who,
)
from onward.rules.charging.free import Given, Service
from onward.rules.charging.kinds import KINDS, NIGHT_KINDS, PENSIONS
from onward.rules.charging.told import MOST_CAPITAL, Told
from onward.vocabulary.told import one_of

# Names beside the case itself: which policy, and what a deferred payment asks about.
BESIDE = frozenset({"council", "weeks", "interest_rate", "income_kept"})
# What is taken as nothing where nobody says it, and how that is called to the person.
NOTHING = {
    "couple": "a partner",
    "capital": "savings of your own",
    "joint_capital": "savings that you hold with somebody",
    "home": "a home that you own",
    "income": "income",
    "disregards": "income that an officer leaves out",
    "premiums": "premiums",
    "housing_costs": "costs of your home",
    "disability_related_expenditure": "costs of your disability",
    "children": "children",
    "lone_parent": "being a lone parent",
}
FIELDS = frozenset(NOTHING) | BESIDE | {
    "on", "setting", "born", "age", "care_cost", "minimum_income_guarantee", "partner_born", "stay_weeks",
    "service", "nursing_contribution", "notional_capital", "notional_income", "savings_credit_flat",
}  # fmt: skip
OLDEST, MOST_AGE, MOST_CHILDREN, MOST_WEEKS = date(1890, 1, 1), 130, 20, 5200
UNDISCLOSED = "undisclosed"

ON = 'Give the day for which the charge is worked out, like "2024-05-01".'
SETTING = "Say where care is given: community, care_home_permanent or care_home_temporary."
COST = 'Say what the care costs a week, like "220.00".'
BORN = "Give the birth date as “born”, or the “age” in whole years."
BOTH = "Both “born” and “age” were given. Give one of them: the birth date, if it is known."
NOT_BORN_YET = "{where} is {given}, later than the day of the charge, {on}."
TOO_OLD = "{where} is {given}. Nobody living was born before {oldest}: check it."
FUTURE = "{where} is {given}, later than the day of the charge, {on}."
COUPLE_AND_LONE = (
    "“couple” and “lone_parent” are both true. A lone parent has no partner: take one of them away."
)
PARTNER_ALONE = "partner_born is given, and “couple” is not true. Which is right?"
UNKNOWN_KIND = (
    "{where}.kind is {given!r}, which is no kind of income that we know. `onward charge --kinds` lists them."
)
NOT_SHARED = (
    "{where}.paid_to_partner is true of {kind}. Only a pension from work or another pension can be shared so."
)
NOT_AT_NIGHT = "{where}.night is given for {kind}. Only these have a part for care at night: {known}."
WEEKLY = 'Say how much it is a week, like "72.65".'
WEEKLY_OR_MONTHLY = (
    "{where} has “{name}”. Is that a week or a month? Give what it is a week as “weekly”: twelve months are 52 weeks, "
    "so £100 a month is £23.08 a week."
)
_PERIODS = ("amount", "monthly", "yearly", "fortnightly", "four_weekly", "value")
_INCOME = frozenset({"kind", "weekly", "paid_to_partner", "night"})
_NAMED = frozenset({"kind", "weekly"})


def case(given: Any) -> Case:
    """A case from what was read as JSON. Refused with a sentence at the first thing that is not as agreed."""
    told = Told(given, "", FIELDS)
    told.needed("on", ON)
    told.needed("setting", SETTING)
    told.needed("care_cost", COST)
    on = told.day("on") or OLDEST
    couple, lone_parent = told.flag("couple"), told.flag("lone_parent")
    if couple and lone_parent:
        raise Refused(COUPLE_AND_LONE)
    return Case(
        on=on,
        setting=told.one_of("setting", Setting),
        care_cost=told.amount("care_cost"),
        born=_born(told, "born", on),
        age=_age(told),
        couple=couple,
        partner_born=_partner(told, on, couple=couple),
        capital=_capital(told),
        joint_capital=told.amount("joint_capital", MOST_CAPITAL),
        notional_capital=_judgement(told, "notional_capital", "amount", MOST_CAPITAL),
        home=_home(told, on),
        income=tuple(_income(each, where) for each, where in told.items("income")),
        notional_income=_judgement(told, "notional_income", "weekly", None),
        disregards=_all_named(told, "disregards"),
        savings_credit_flat=told.flag("savings_credit_flat"),
        premiums=frozenset(one_of(each, where, Premium) for each, where in told.items("premiums")),
        children=told.whole("children", MOST_CHILDREN) or 0,
        lone_parent=lone_parent,
        minimum_income_guarantee=_given_guarantee(told),
        housing_costs=tuple(_housing(each, where) for each, where in told.items("housing_costs")),
        disability_related_expenditure=_all_named(told, "disability_related_expenditure"),
        stay_weeks=told.whole("stay_weeks", MOST_WEEKS),
        service=_service(told),
        nursing_contribution=told.amount("nursing_contribution"),
        left_out=tuple(name for field, name in NOTHING.items() if not told.has(field)),
    )


def _born(told: Told, name: str, on: date) -> date | None:
    born = told.day(name)
    if born is not None and born > on:
        raise Refused(NOT_BORN_YET.format(where=name, given=born, on=on))
    if born is not None and born < OLDEST:
        raise Refused(TOO_OLD.format(where=name, given=born, oldest=OLDEST))
    return born


def _age(told: Told) -> int | None:
    if told.has("born") and told.has("age"):
        raise Refused(BOTH)
    if not told.has("born"):
        told.needed("age", BORN)
    return told.whole("age", MOST_AGE)


def _partner(told: Told, on: date, *, couple: bool) -> date | None:
    if told.has("partner_born") and not couple:
        raise Refused(PARTNER_ALONE)
    return _born(told, "partner_born", on)


def _capital(told: Told) -> int | None:
    return None if told.raw("capital") == UNDISCLOSED else told.amount("capital", MOST_CAPITAL)


def _given_guarantee(told: Told) -> int | None:
    name = "minimum_income_guarantee"
    return told.amount(name) if told.has(name) else None


def _judgement(told: Told, name: str, amount: str, most: int | None) -> Judgement | None:
    if not told.has(name):
        return None
    judged = Told(told.raw(name), name, {amount, "because"})
    worth = judged.amount(amount) if most is None else judged.amount(amount, most)
    return Judgement(worth, judged.words("because"))


def _service(told: Told) -> Given:
    if not told.has("service"):
        return Given()
    given = Told(told.raw("service"), "service", {"kind", "weeks_before", "price"})
    return Given(
        given.one_of("kind", Service), given.whole("weeks_before", MOST_WEEKS) or 0, given.amount("price")
    )


def _home(told: Told, on: date) -> Home:
    if not told.has("home"):
        return Home()
    known = {"value", "joint", "interest", "other_charges", "occupied_by", "weeks_since_permanent"}
    home = Told(told.raw("home"), "home", known)
    return Home(
        value=home.amount("value", MOST_CAPITAL),
        joint=home.flag("joint"),
        interest=home.amount("interest", MOST_CAPITAL) if home.has("interest") else None,
        other_charges=home.amount("other_charges", MOST_CAPITAL),
        occupied_by=tuple(_occupant(each, where, on) for each, where in home.items("occupied_by")),
        weeks_since_permanent=home.whole("weeks_since_permanent", MOST_WEEKS),
    )


def _occupant(given: Any, where: str, on: date) -> Occupant:
    told = Told(given, where, {"who", "age", "incapacitated", "since"})
    since = told.day("since")
    if since is not None and since > on:
        raise Refused(FUTURE.format(where=told.place("since"), given=since, on=on))
    return Occupant(
        who=told.one_of("who", Who),
        age=told.whole("age", MOST_AGE),
        incapacitated=told.flag("incapacitated"),
        since=since,
    )


def _weekly(given: Any, where: str, known: frozenset[str]) -> Told:
    """An object with an amount a week. Refused, with a question, where the amount has another name."""
    for name in _PERIODS:
        if isinstance(given, dict) and name in given:
            raise Refused(WEEKLY_OR_MONTHLY.format(where=where, name=name))
    told = Told(given, where, known)
    told.needed("weekly", WEEKLY)
    return told


def _income(given: Any, where: str) -> Income:
    told = _weekly(given, where, _INCOME)
    kind = told.raw("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise Refused(UNKNOWN_KIND.format(where=where, given=kind))
    income = Income(kind, told.amount("weekly"), told.flag("paid_to_partner"), told.amount("night"))
    if income.paid_to_partner and kind not in PENSIONS:
        raise Refused(NOT_SHARED.format(where=where, kind=kind))
    if income.night and kind not in NIGHT_KINDS:
        raise Refused(NOT_AT_NIGHT.format(where=where, kind=kind, known=", ".join(sorted(NIGHT_KINDS))))
    return income


def _all_named(told: Told, name: str) -> tuple[Named, ...]:
    return tuple(_named(each, where) for each, where in told.items(name))


def _named(given: Any, where: str) -> Named:
    told = _weekly(given, where, _NAMED)
    return Named(told.words("kind"), told.amount("weekly"))


def _housing(given: Any, where: str) -> HousingCost:
    told = _weekly(given, where, _NAMED | {"help"})
    return HousingCost(told.one_of("kind", HousingKind), told.amount("weekly"), told.amount("help"))
