"""The days that a manager looks at, from the page's address, and the days before to compare them with."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.journey.contact.forms import DAYS

LONGEST = 366
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 1, 1)
_FAULT = gettext_lazy("Write both days like 27/3/2026")


@dataclass(frozen=True)
class Period:
    """From `first` until the day before `until`. The one before is as long, and begins on `before`."""

    first: date
    until: date
    before: date
    name: str | Lazy
    before_name: str | Lazy

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)

    @property
    def days(self) -> int:
        return (self.until - self.first).days

    @property
    def address(self) -> str:
        """Its part of an address, with the last day in it, as people write it."""
        return urlencode({"from": self.first.isoformat(), "to": self.last.isoformat()})


class DaysForm(forms.Form):
    """The first and the last day, from the address of a page."""

    last = forms.DateField(input_formats=DAYS, error_messages=dict.fromkeys(("required", "invalid"), _FAULT))
    first = forms.DateField(input_formats=DAYS, error_messages=dict.fromkeys(("required", "invalid"), _FAULT))

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        last: date = self.cleaned_data.get("last") or first
        if first < _EARLIEST or last > _LATEST:
            raise forms.ValidationError(_FAULT)
        if first > last:
            raise forms.ValidationError(_("The first day is after the last: turn them round"))
        if (last - first).days >= LONGEST:
            raise forms.ValidationError(_("Choose a year at most"))
        return first


def named(today: date) -> dict[str, Period]:
    """The periods that are chosen by name: each up to and with today."""
    until = today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return {
        "week": Period(
            monday,
            until,
            monday - timedelta(weeks=1),
            gettext_lazy("This week"),
            gettext_lazy("the same days of last week"),
        ),
        "four": Period(
            until - timedelta(weeks=4),
            until,
            until - timedelta(weeks=8),
            gettext_lazy("The last four weeks"),
            gettext_lazy("the four weeks before"),
        ),
        "eight": Period(
            until - timedelta(weeks=8),
            until,
            until - timedelta(weeks=16),
            gettext_lazy("The last eight weeks"),
            gettext_lazy("the eight weeks before"),
        ),
    }


def chosen(data: QueryDict, today: date) -> tuple[Period, dict[str, str]]:
    """The period that an address asks for, and what is wrong with its days, by field; else the last four weeks."""
    periods = named(today)
    if "from" not in data and "to" not in data:
        return periods.get(data.get("period", ""), periods["four"]), {}
    form = DaysForm({"first": data.get("from"), "last": data.get("to")})
    if form.is_valid():
        return _between(form.cleaned_data["first"], form.cleaned_data["last"]), {}
    fields = {"first": "from", "last": "to"}
    return periods["four"], {fields[name]: str(faults[0]) for name, faults in form.errors.items()}


def _between(first: date, last: date) -> Period:
    """Days that somebody chose."""
    long = last - first + timedelta(days=1)
    between = _("%(first)s to %(last)s") % {
        "first": date_format(first, "j F Y"),
        "last": date_format(last, "j F Y"),
    }
    before = _("the %(days)s days before") % {"days": long.days} if long.days > 1 else _("the day before")
    return Period(first, last + timedelta(days=1), first - long, between, before)
