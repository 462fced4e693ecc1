"""The front door's pictures and tables, each number with the address of the list behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from onward.insight.labels import labels
from onward.insight.period import Period
from onward.journey.contact import figures
from onward.journey.contact.figures import Figure, Number
from onward.vocabulary.contact import Channel
from onward.web.charts import Bar, Stack, bars, columns

COLOURS = dict(zip(Channel, ("#1d4f5c", "#7fb2bf", "#f47738", "#b1b4b6", "#4c2c92"), strict=True))
MOST_DAYS = 56  # more are shown by week
NONE = Number(0, 0)


@dataclass(frozen=True)
class Cell:
    """One number with its list; `of` says to those who do not see the table what it is a number of."""

    number: int
    address: str
    of: str


@dataclass(frozen=True)
class Line:
    """A row of a table; `beside` is how it stands against the period before, in words."""

    label: str
    cells: tuple[Cell, ...]
    beside: str = ""


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    lines: Sequence[Line]
    picture: Markup
    codes: tuple[str, ...] = ()

    @property
    def numbers(self) -> dict[str, int]:
        """By code, where each row has one number."""
        return {code: line.cells[0].number for code, line in zip(self.codes, self.lines, strict=True)}


def address(figure: Figure, which: str, period: Period) -> str:
    """Of the list behind one number."""
    told = urlencode({"figure": figure.value, "which": which})
    return f"{reverse('insight:front-door-behind')}?{told}&{period.address}"


def compared(number: Number) -> str:
    """`12 more`, as words: what it is more than, the head of the column says."""
    more = number.now - number.before
    if more > 0:
        return ngettext("%(num)s more", "%(num)s more", more) % {"num": more}
    if more < 0:
        return ngettext("%(num)s fewer", "%(num)s fewer", -more) % {"num": -more}
    return _("the same")


def table(figure: Figure, caption: str, says: str, period: Period, *, beside: bool = False) -> Table:
    """One figure of a period: a row for every code. With `beside`, also against the period before."""
    found = figures.numbers(figure, period.first, period.until, period.before)
    names = labels(figure)
    lines = [
        Line(
            label,
            (Cell(found.get(code, NONE).now, address(figure, code, period), label),),
            compared(found.get(code, NONE)) if beside else "",
        )
        for code, label in names.items()
    ]
    picture = bars([Bar(line.label, line.cells[0].number) for line in lines], says=says)
    return Table(caption, (_("Requests"),), lines, picture, tuple(names))


def by_day(period: Period) -> Table:
    """Day by day, or week by week where there are many days; each by channel."""
    found = figures.by_day(period.first, period.until)
    names = labels(Figure.CHANNEL)
    lines = [_line(part, found, names) for part in _parts(period)]
    weekly = period.days > MOST_DAYS
    picture = columns(
        [
            Stack(line.label, dict(zip(names.values(), (each.number for each in line.cells), strict=True)))
            for line in lines
        ],
        {names[each.value]: colour for each, colour in COLOURS.items()},
        says=_("Requests by when and how they came in. The table below has the same figures."),
    )
    return Table(_("Week by week") if weekly else _("Day by day"), tuple(names.values()), lines, picture)


def _parts(period: Period) -> list[Period]:
    step = 1 if period.days <= MOST_DAYS else 7
    starts = [period.first + timedelta(days=each) for each in range(0, period.days, step)]
    return [
        replace(period, first=each, until=min(each + timedelta(days=step), period.until)) for each in starts
    ]


def _line(part: Period, found: Mapping[tuple[date, str], int], names: Mapping[str, str]) -> Line:
    label = date_format(part.first, "j M")
    days = [part.first + timedelta(days=each) for each in range(part.days)]
    return Line(
        label,
        tuple(
            Cell(
                sum(found.get((day, code), 0) for day in days),
                address(Figure.CHANNEL, code, part),
                f"{name}, {label}",
            )
            for code, name in names.items()
        ),
    )
