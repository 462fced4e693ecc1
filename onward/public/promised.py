"""What the shared page tells of promises, in plain words; and the person's answer where we ask for another day."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from onward.casework.promises import agreeing, queries
from onward.casework.promises.seen import PromiseSeen
from onward.journey.contact import queries as contacts
from onward.journey.contact.seen import Tracked
from onward.public.residents import as_resident, token
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.rules import promising
from onward.vocabulary.promises import Kind, State
from onward.web.typed import uuid

PROMISED: dict[Kind, str | Lazy] = {
    Kind.REPLY: _("To answer you by the end of %(day)s."),
    Kind.CALL_BACK: _("To ring you by the end of %(day)s."),
    Kind.DECISION: _("To decide by the end of %(day)s."),
    Kind.VISIT: _("To come and see you on %(day)s."),
    Kind.FOLLOW_UP: _("To ring you by %(day)s and ask how it went."),
}
BECAME: dict[State, str | Lazy] = {
    State.KEPT: _("We did this."),
    State.MOVED: _("You agreed to another day."),
    State.LET_GO: _("This was no longer needed."),
    State.BROKEN: _(
        "We did not do this in time. We are sorry. It is still to do, and we have not forgotten."
    ),
    State.DONE_LATE: _("We did this late. We are sorry."),
    State.MOVED_LATE: _("We did not do this in time. We are sorry. You agreed to another day."),
    State.LET_GO_LATE: _("We did not do this in time. We are sorry. It was no longer needed."),
}


def promised(case: UUID, tracked: Tracked) -> dict[str, Any]:
    """What was promised, as far as the page may tell it."""
    told = tracked.outcome is not None or tracked.decided_on is None
    return {
        "promises": [each for each in queries.of_case(case) if _told(each, told)],
        "promise_words": PROMISED,
        "became": BECAME,
        "draft": token(case),
        "key": uuid4(),
    }


@as_resident
def answer(request: HttpRequest, case: UUID) -> HttpResponse:
    """They agree to the other day, or say that they cannot."""
    tracked, asked = contacts.tracked(case), uuid(request.POST, "asked")
    if tracked is None or asked is None:
        return redirect("public:track")
    on, at = timezone.localdate(), timezone.now()
    try:
        if "agree" in request.POST:
            key = uuid(request.POST, "key") or uuid4()
            agreeing.agree(asked=asked, key=key, by=current(), on=on, at=at)
        else:
            agreeing.decline(asked=asked, by=current(), on=on)
    except Refused as problem:
        context = {"sentence": problem.sentence}
        return render(request, "public/not_moved.html", context, status=422)
    return redirect("public:status")


def _told(each: PromiseSeen, decision_told: bool) -> bool:
    return promising.told_on_page(each.kind, by_hand=each.by_hand, decision_told=decision_told)
