"""The reckoner's pictures: each stands beside its table, in whole pounds."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from onward.public.reckoning.savings import AfterYears, AtSavings, Lasting
from onward.vocabulary.money import PENCE, shown
from onward.web.charts import Bar, bars


def by_savings(rows: Sequence[AtSavings], place: str) -> Markup:
    """What is charged a week at which savings."""
    drawn = [Bar(_label(each), each.weekly_charge // PENCE) for each in rows]
    says = _("%(place)s: pounds a week to pay, by savings. The table beside it has the same figures.")
    return bars(drawn, says=says % {"place": place})


def lasting(found: Lasting) -> Markup:
    """What is left of the savings year by year."""
    drawn = [Bar(after(each), each.left // PENCE) for each in found.years]
    return bars(drawn, says=_("Pounds left of your savings, year by year. The table has the same figures."))


def after(row: AfterYears) -> str:
    """`Now`, `After 2 years`."""
    if not row.years:
        return _("Now")
    return ngettext("After %(years)s year", "After %(years)s years", row.years) % {"years": row.years}


def _label(row: AtSavings) -> str:
    amount = shown(row.savings).removesuffix(".00")
    return _("%(amount)s (yours)") % {"amount": amount} if row.own else amount
