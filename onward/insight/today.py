"""Today's requests by outcome, as a picture and a table; and the list behind each figure.

Counts only. A share resolved at first contact is never shown without the share who came back and were found
eligible, and the second is not known yet.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.insight.counting import count, row_of
from onward.insight.screened import screened
from onward.journey.contact import queries
from onward.journey.contact.seen import Row
from onward.journey.contact.words import OUTCOMES, STATES, WISHES
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page
from onward.web.charts import Bar, bars


@staff_page(Permission.SEE_FIGURES)
def today(request: HttpRequest) -> HttpResponse:
    """What came in today and how it stands; what was decided today."""
    day = timezone.localdate()
    looked(at_what="today", why="figures")
    rows = count(came_in=queries.outcomes_of(day), decided=queries.outcomes_decided(day))
    picture = bars(
        [Bar(row.label, row.came_in) for row in rows],
        says=_("Requests that came in today, by where they stand. The table below has the same figures."),
    )
    waiting = queries.waiting()
    late = sum(each.reply_by < day for each in waiting)
    context = {
        "day": day,
        "rows": rows,
        "picture": picture,
        "waiting": len(waiting),
        "late": late,
        **screened(day),
    }
    return render(request, "insight/today.html", context)


@staff_page(Permission.SEE_FIGURES)
def behind(request: HttpRequest, which: str) -> HttpResponse:
    """The requests behind one figure: `came-in`, `decided`, or one outcome of what came in."""
    day = timezone.localdate()
    listed = _listed(which, queries.sent_on(day), queries.decided_on(day))
    looked(at_what=f"today {which}", why="list_behind_figure")
    context = {"day": day, "rows": listed, "outcomes": OUTCOMES, "states": STATES, "wishes": WISHES}
    return render(request, "insight/behind.html", context)


def _listed(which: str, came_in: list[Row], decided: list[Row]) -> list[Row]:
    if which == "came-in":
        return came_in
    if which == "decided":
        return decided
    try:
        outcome = row_of(which)
    except ValueError:
        raise Http404 from None
    return [row for row in came_in if row.outcome == outcome]
