"""Promises kept and proposals followed, over some days: of the service, never by worker."""

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.casework.promises import counting
from onward.insight.labels import FOLLOWED
from onward.insight.period import Period
from onward.insight.promised import ENDED
from onward.insight.resolving import share
from onward.insight.tables import Cell, Line, Table, address
from onward.journey.contact import figures, queries
from onward.journey.contact.choosing import Otherwise
from onward.journey.contact.figures import Figure
from onward.journey.contact.screening_words import ABOUT
from onward.web.charts import Bar, Stack, bars, stacks

FOLLOWED_COLOURS = {True: "#1d4f5c", False: "#f47738"}


def promises(period: Period) -> Table:
    """By what became of them, of those that fell due in a period."""
    found = counting.between(period.first, period.until)
    lines = [
        Line(str(text), (Cell(found[each], _promises_at(each.value, period), str(text)),))
        for each, text in ENDED.items()
    ]
    picture = bars(
        [Bar(line.label, line.cells[0].number) for line in lines],
        says=_("Promises that fell due, by what became of them. The table has the same figures."),
    )
    return Table(_("Promises that fell due in these days"), (_("Promises"),), lines, picture)


def proposals(period: Period) -> Table:
    """How often what was proposed was followed, by what it was about."""
    found = queries.otherwise(period.first, period.until)
    words = {followed: str(text) for followed, text in FOLLOWED.items()}
    picture = stacks(
        [
            Stack(str(ABOUT[each.about]), {words[is_so]: _many(each, is_so) for is_so in words})
            for each in found
        ],
        {words[is_so]: colour for is_so, colour in FOLLOWED_COLOURS.items()},
        says=_("Choices by whether they were as proposed. The table has the same figures."),
    )
    lines = [_proposal(each, period) for each in found]
    return Table(_("How often proposals were followed"), tuple(words.values()), lines, picture)


def _proposal(each: Otherwise, period: Period) -> Line:
    about = str(ABOUT[each.about])
    cells = tuple(
        Cell(
            _many(each, is_so),
            address(Figure.PROPOSAL, figures.proposal(each.about, followed=is_so), period),
            f"{about}: {text}",
        )
        for is_so, text in FOLLOWED.items()
    )
    return Line(about, cells, share(_many(each, True), each.chosen).strip(" ()") or _("too few"))


def _many(each: Otherwise, followed: bool) -> int:
    return each.chosen - each.otherwise if followed else each.otherwise


def _promises_at(ended: str, period: Period) -> str:
    return f"{reverse('insight:front-door-promises', args=[ended])}?{period.address}"
