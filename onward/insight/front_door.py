"""The front door over some weeks: what came in, what became of it and whether it held; and the list behind each.

Closed with advice never stands without whether it held at six weeks and who asked again. Shares are of the service.
"""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.promises import counting
from onward.casework.promises.counting import Ended
from onward.casework.promises.words import KINDS
from onward.casework.promises.words import STATES as PROMISES
from onward.insight import period as periods
from onward.insight.keeping import promises, proposals
from onward.insight.labels import labels
from onward.insight.period import Period
from onward.insight.promised import ENDED
from onward.insight.resolving import resolving
from onward.insight.tables import NONE, Table, address, by_day, compared, table
from onward.journey.contact import figures
from onward.journey.contact.figures import Figure
from onward.journey.contact.words import CHANNELS, OUTCOMES, STATES, WISHES
from onward.vocabulary.roles import Permission
from onward.web.access import looked, staff_page
from onward.web.paging import pagination
from onward.web.typed import number

A_PAGE = 50


@staff_page(Permission.SEE_FIGURES)
def front_door(request: HttpRequest) -> HttpResponse:
    """The figures of the days that are asked for, up to and with today unless days are chosen."""
    today = timezone.localdate()
    period, faults = periods.chosen(request.GET, today)
    looked(at_what=f"front door {period.first} to {period.last}", why="figures")
    every = figures.numbers(Figure.ALL, period.first, period.until, period.before).get(Figure.ALL.value, NONE)
    context = {
        "period": period,
        "named": periods.named(today),
        "faults": faults,
        "faults_listed": [{"text": fault, "href": f"#{name}"} for name, fault in faults.items()],
        "typed": {"from": request.GET.get("from", ""), "to": request.GET.get("to", "")},
        "every": every,
        "every_at": address(Figure.ALL, Figure.ALL.value, period),
        "compared": compared(every),
        "soon": figures.how_soon(period.first, period.until),
        "days": by_day(period),
        "came_in": _came_in(period),
        "outcomes": _outcomes(period),
        "resolving": resolving(period),
        "promises": promises(period),
        "proposals": proposals(period),
    }
    return render(request, "insight/front_door.html", context)


@staff_page(Permission.SEE_FIGURES)
def behind(request: HttpRequest) -> HttpResponse:
    """The requests behind one figure, a page at a time."""
    period, faults = periods.chosen(request.GET, timezone.localdate())
    figure, which = _asked(request.GET)
    if faults:
        raise Http404
    looked(at_what=f"front door {figure} {which}, {period.first} to {period.last}", why="list_behind_figure")
    total = figures.how_many(figure, which, period.first, period.until)
    pages = max(-(-total // A_PAGE), 1)
    page = min(max(number(request.GET, "page"), 1), pages)
    context = {
        "rows": figures.behind(
            figure, which, period.first, period.until, skip=(page - 1) * A_PAGE, most=A_PAGE
        ),
        "total": total,
        "label": labels(figure)[which],
        "period": period,
        "pagination": pagination(page, pages, lambda to: f"{address(figure, which, period)}&page={to}"),
        "outcomes": OUTCOMES,
        "states": STATES,
        "wishes": WISHES,
        "channels": CHANNELS,
    }
    return render(request, "insight/front_door_behind.html", context)


@staff_page(Permission.SEE_FIGURES)
def promises_behind(request: HttpRequest, ended: str) -> HttpResponse:
    """The promises behind one figure."""
    period, faults = periods.chosen(request.GET, timezone.localdate())
    if faults or ended not in set(Ended):
        raise Http404
    looked(at_what=f"promises {ended}, {period.first} to {period.last}", why="list_behind_figure")
    context = {
        "rows": counting.behind(period.first, Ended(ended), last=period.last),
        "heading": ENDED[Ended(ended)],
        "period": period,
        "kinds": KINDS,
        "states": PROMISES,
    }
    return render(request, "insight/promised_behind.html", context)


def _asked(data: QueryDict) -> tuple[Figure, str]:
    figure, which = data.get("figure", ""), data.get("which", "")
    if figure not in set(Figure) or which not in labels(Figure(figure)):
        raise Http404
    return Figure(figure), which


def _came_in(period: Period) -> tuple[Table, ...]:
    """What is so of requests when they come: it can be held against the period before."""
    captions = {
        Figure.CHANNEL: (_("How they came in"), _("Requests by how they came in.")),
        Figure.WISH: (_("What was asked for"), _("Requests by what was asked for.")),
        Figure.URGENCY: (_("How urgent was proposed"), _("Requests by how urgent was proposed.")),
        Figure.AREA: (_("Where people live"), _("Requests by ward.")),
    }
    same = _("The table has the same figures.")
    return tuple(
        table(figure, caption, f"{says} {same}", period, beside=True)
        for figure, (caption, says) in captions.items()
    )


def _outcomes(period: Period) -> Table:
    says = _("Requests by the decision that stands. The table has the same figures.")
    return table(Figure.OUTCOME, _("Where they stand now"), says, period)
