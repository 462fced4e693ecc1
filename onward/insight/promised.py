"""Promises by the week in which they fell due, as a picture and a table; and the list behind each figure."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.casework.promises import counting
from onward.casework.promises.counting import Ended
from onward.casework.promises.words import KINDS, STATES
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page
from onward.web.charts import Stack, stacks

WEEKS = 8
ENDED: dict[Ended, str | Lazy] = {
    Ended.KEPT: gettext_lazy("Kept"),
    Ended.MOVED: gettext_lazy("Moved, as they agreed"),
    Ended.BROKEN: gettext_lazy("Broken, done later or not"),
    Ended.LET_GO: gettext_lazy("Not needed any more"),
    Ended.STANDS: gettext_lazy("Still to come"),
}
COLOURS = {
    Ended.KEPT: "#1d4f5c",
    Ended.MOVED: "#7fb2bf",
    Ended.BROKEN: "#d4351c",
    Ended.LET_GO: "#b1b4b6",
    Ended.STANDS: "#dbe7ea",
}


@staff_page(Permission.SEE_FIGURES)
def promised(request: HttpRequest) -> HttpResponse:
    """The last weeks."""
    looked(at_what="promises by week", why="figures")
    weeks = counting.weeks(timezone.localdate(), WEEKS)
    picture = stacks(
        [
            Stack(
                date_format(each.monday, "j M"),
                {str(ENDED[what]): number for what, number in each.number.items()},
            )
            for each in weeks
        ],
        {str(ENDED[each]): COLOURS[each] for each in Ended},
        says=_(
            "Promises by the week in which they fell due, by what became of them. The table has the same figures."
        ),
    )
    context = {"weeks": weeks, "ended": ENDED, "picture": picture}
    return render(request, "insight/promised.html", context)


@staff_page(Permission.SEE_FIGURES)
def behind(request: HttpRequest, monday: str, ended: str) -> HttpResponse:
    """The promises behind one figure."""
    try:
        first, which = date.fromisoformat(monday), Ended(ended)
    except ValueError:
        raise Http404 from None
    looked(at_what=f"promises {ended} {first}", why="list_behind_figure")
    context = {
        "rows": counting.behind(first, which),
        "heading": ENDED[which],
        "monday": first,
        "kinds": KINDS,
        "states": STATES,
    }
    return render(request, "insight/promised_behind.html", context)
