"""What somebody answered, as a program would send it to `onward charge`: one reading serves both."""

from datetime import date
from typing import Any

from onward.public.reckoning import amounts
from onward.public.reckoning import form as asked
from onward.questionnaires.answers import Answers
from onward.rules.charging.case import Setting
from onward.rules.charging.kinds import PENSIONS
from onward.vocabulary.money import plain

Json = dict[str, Any]
# The form does not ask about these. It says so, and the steps need not.
NOT_ASKED: Json = {"disregards": [], "premiums": [], "children": 0, "lone_parent": False}
OCCUPANTS: dict[str, Json] = {
    "partner": {"who": "partner"},
    "relative_60": {"who": "relative", "age": 60},
    "relative_ill": {"who": "relative", "incapacitated": True},
    "child": {"who": "child", "age": 17},
    "former_partner": {"who": "former_partner_lone_parent"},
}
COSTS = {"rent": asked.RENT, "mortgage": asked.MORTGAGE, "council_tax": asked.COUNCIL_TAX}


def told(answers: Answers, setting: Setting, cost: int, *, on: date, weeks: int | None = None) -> Json:
    """The case in this setting at this cost in pence a week. `weeks` is how long ago somebody moved in for good.

    What was asked and not answered is left out, so that the steps say that it was taken as nothing.
    """
    said = {
        "born": answers[asked.BORN][0] if asked.BORN in answers else None,
        "age": None if asked.BORN in answers else int(answers[asked.AGE][0]),
        "couple": answers[asked.PARTNER] == asked.YES if asked.PARTNER in answers else None,
        "capital": _pounds(amounts.of(answers, asked.SAVINGS)),
        "joint_capital": _pounds(amounts.of(answers, asked.JOINT_SAVINGS)),
        "home": _home(answers, weeks),
        "income": _income(answers),
        "housing_costs": _housing(answers),
        "disability_related_expenditure": _disability(answers),
    }
    first = {"on": on.isoformat(), "setting": setting.value, "care_cost": plain(cost)}
    return first | NOT_ASKED | {name: value for name, value in said.items() if value is not None}


def _home(answers: Answers, weeks: int | None) -> Json | None:
    if asked.OWNS not in answers:
        return None
    if answers[asked.OWNS] != asked.YES:
        return {}
    since = {} if weeks is None else {"weeks_since_permanent": weeks}
    return since | {
        "value": plain(amounts.of(answers, asked.VALUE) or 0),
        "other_charges": plain(amounts.of(answers, asked.OWED) or 0),
        "joint": answers.get(asked.JOINT) == asked.YES,
        "occupied_by": [OCCUPANTS[each] for each in answers.get(asked.LIVES, ())],
    }


def _income(answers: Answers) -> list[Json] | None:
    return [_one_income(answers, kind) for kind in answers[asked.INCOME]] if asked.INCOME in answers else None


def _one_income(answers: Answers, kind: str) -> Json:
    amount = amounts.weekly(answers, f"pay-{kind.replace('_', '-')}") or 0
    shared = kind in PENSIONS and answers.get(asked.SHARED) == asked.YES
    return {"kind": kind, "weekly": plain(amount), "paid_to_partner": shared}


def _housing(answers: Answers) -> list[Json] | None:
    found = {kind: amounts.weekly(answers, key) for kind, key in COSTS.items()}
    return [{"kind": kind, "weekly": plain(each)} for kind, each in found.items() if each is not None] or None


def _disability(answers: Answers) -> list[Json] | None:
    amount = amounts.weekly(answers, asked.DISABILITY)
    return None if amount is None else [{"kind": "what you told us", "weekly": plain(amount)}]


def _pounds(amount: int | None) -> str | None:
    return None if amount is None else plain(amount)
