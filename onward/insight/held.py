"""Closed with advice, and whether it held at six weeks: with everybody who was not asked or not reached beside it."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.followup import queries
from onward.casework.followup.queries import Line, SixWeeks
from onward.casework.followup.words import NOT_ASKED, STATES, WORKED
from onward.policy.follow_up import follow_up_policy
from onward.vocabulary.followup import State, Worked
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page
from onward.web.charts import Bar, bars

WEEKS = 8
ALL = "all"


@staff_page(Permission.SEE_FIGURES)
def held(request: HttpRequest) -> HttpResponse:
    """Those whose six weeks were over in the last weeks."""
    looked(at_what="held at six weeks", why="figures")
    found = _found()
    picture = bars(
        [Bar(str(text), found.worked[which]) for which, text in WORKED.items()],
        says=_("What people said at six weeks. The table has the same figures."),
    )
    context = {
        "found": found,
        "weeks": WEEKS,
        "states": STATES,
        "worked": WORKED,
        "not_asked": NOT_ASKED,
        "picture": picture,
        "share": _share(found),
    }
    return render(request, "insight/held.html", context)


@staff_page(Permission.SEE_FIGURES)
def behind(request: HttpRequest, which: str) -> HttpResponse:
    """The requests behind one figure: all, how they stand, or what they said."""
    lines = [each for each in _found().lines if _is(each, which)]
    if which not in {ALL, *State, *Worked}:
        raise Http404
    looked(at_what=f"held at six weeks {which}", why="list_behind_figure")
    context = {"rows": lines, "states": STATES, "worked": WORKED, "not_asked": NOT_ASKED}
    return render(request, "insight/held_behind.html", context)


def _found() -> SixWeeks:
    today = timezone.localdate()
    return queries.six_weeks(today - timedelta(weeks=WEEKS), today)


def _is(line: Line, which: str) -> bool:
    return which in (ALL, line.state, line.worked)


def _share(found: SixWeeks) -> int | None:
    """In per cent of those who answered; None where too few did."""
    if found.answered < follow_up_policy().fewest_for_a_share:
        return None
    return round(100 * found.worked[Worked.YES] / found.answered)
