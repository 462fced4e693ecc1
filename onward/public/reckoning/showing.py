"""What came of the answers, as the page shows it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.public.reckoning import pictures
from onward.public.reckoning.pointers import pointers
from onward.public.reckoning.savings import by_savings, lasting
from onward.public.reckoning.working import Answer, Place
from onward.questionnaires.answers import Answers
from onward.vocabulary.money import shown as money

WEEKS_A_MONTH, MONTHS_A_YEAR = 13 / 3, 12


def name(answer: Answer) -> str:
    """What a place is called."""
    weeks = answer.policy.limits.home_weeks
    return {
        Place.AT_HOME: _("Care at home"),
        Place.FIRST_WEEKS: _("In a care home, the first %(weeks)s weeks") % {"weeks": weeks},
        Place.CARE_HOME: _("In a care home for good"),
    }[answer.place]


def shown(found: Sequence[Answer], answers: Answers) -> dict[str, Any]:
    """Everything on the page but what its forms carry."""
    care_home = next((each for each in found if each.place is Place.CARE_HOME), None)
    home_counts = any(each.place is Place.FIRST_WEEKS for each in found)
    return {
        "places": [_place(each) for each in found],
        "money": money,
        "lasting": _lasting(care_home) if care_home and care_home.case.capital else None,
        "pointers": pointers(answers, home_counts=home_counts),
    }


def _place(answer: Answer) -> dict[str, Any]:
    rows = by_savings(answer)
    return {
        "answer": answer,
        "name": name(answer),
        "rows": rows,
        "picture": pictures.by_savings(rows, name(answer)),
    }


def _lasting(answer: Answer) -> dict[str, Any]:
    found = lasting(answer)
    return {
        "found": found,
        "cost": answer.case.care_cost,
        "upper": answer.policy.limits.upper,
        "rows": [(pictures.after(each), each) for each in found.years],
        "picture": pictures.lasting(found),
        "helped": how_long(found.helped) if found.helped else "",
        "gone": how_long(found.gone) if found.gone else "",
    }


def how_long(weeks: int) -> str:
    """Weeks as people say them: `about 1 year and 5 months`."""
    years, months = divmod(round(weeks / WEEKS_A_MONTH), MONTHS_A_YEAR)
    parts = [
        ngettext("%(number)s year", "%(number)s years", years) % {"number": years} if years else "",
        ngettext("%(number)s month", "%(number)s months", months) % {"number": months} if months else "",
    ]
    return _("about %(time)s") % {"time": _(" and ").join(filter(None, parts))}
