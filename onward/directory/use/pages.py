"""How services are ordered: what is in force and since when, how it compares, who is seen; and the way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.directory.use import learning, queries
from onward.directory.words import RANKINGS, SEEN
from onward.policy.recommending import recommending
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page
from onward.web.charts import Bar, bars
from onward.web.typed import field

HUNDRED = 100


@staff_page(Permission.EDIT_DIRECTORY)
def ordered(request: HttpRequest) -> HttpResponse:
    """The page, and what is decided on it."""
    problem = ""
    if request.method == "POST":
        try:
            _choose(field(request.POST, "choice"))
            return redirect("directory:order")
        except Refused as refused:
            problem = refused.sentence
    looked(at_what="how services are ordered", why="daily_work")
    order = queries.order(timezone.localdate())
    picture = bars(
        [Bar(str(SEEN[each.group]), round(HUNDRED * each.attention)) for each in order.seen],
        says=_("The share of what was looked at, in hundredths, by group. The table has the same figures."),
    )
    context = {
        "order": order,
        "picture": picture,
        "groups": SEEN,
        "rankings": RANKINGS,
        "showing": recommending().showing,
        "problem": problem,
    }
    return render(request, "directory/order.html", context, status=409 if problem else 200)


def _choose(choice: str) -> None:
    then = learning.use_again if choice == "learned" else learning.go_back
    then(by=current(), on=timezone.localdate())
