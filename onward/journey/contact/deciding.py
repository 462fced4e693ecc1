"""The decision of a request, sent from its own page or the huddle's. Nothing typed is lost where it cannot be taken."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.journey.contact import actions, proposed, queries
from onward.journey.contact.choosing import Chosen
from onward.journey.contact.forms import DecisionForm
from onward.journey.contact.moving import NotReady
from onward.journey.contact.page import everything
from onward.journey.contact.seen import Request
from onward.journey.contact.words import MISSING
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.rules.closing import Missing
from onward.vocabulary.contact import Grounds, Outcome

_FIELD_OF = {
    Missing.OUTCOME: "outcome",
    Missing.APPEARANCE: "appearance",
    Missing.REFUSAL: "refusal",
    Missing.CONSENT: "consent",
    Missing.TO_WHOM: "passed_to",
    Missing.NO_SERVICES_WITH_SAFEGUARDING: "services",
    Missing.PERSON: "person",
    Missing.REASON: "reason",
}


class Show(Protocol):
    """A page that shows a request, with what was typed and what is wrong with it."""

    def __call__(self, request: HttpRequest, asked: Request, **more: Any) -> HttpResponse: ...


def show(request: HttpRequest, asked: Request, **more: Any) -> HttpResponse:
    """The request's own page; `more` is what was typed and what is wrong with it."""
    context = {**everything(asked), **more}
    return render(request, "contact/request.html", context, status=422 if more.get("errors") else 200)


def take(request: HttpRequest, asked: Request, *, show: Show = show, then: str = "") -> HttpResponse:
    """Take the decision that was sent and go on to `then`, or show the page again with what was typed."""
    offered = [each.service_id for each in queries.services_for(asked.case)]
    sent = DecisionForm(request.POST, offered=offered)
    again = {"typed": typed(request)}
    if not sent.is_valid():
        problem = _("Something on the page was not understood. Check what you chose, and send it again.")
        return show(request, asked, **again, errors=[{"text": problem, "href": "#outcome"}])
    try:
        _decide(asked, sent.cleaned_data, proposed.chosen(request))
    except Refused as problem:
        now = queries.request(asked.reference) or asked
        return show(request, now, **again, errors=_errors(problem), missing=_by_field(problem))
    return redirect(then) if then else redirect("contact:request", reference=asked.reference)


def typed(request: HttpRequest) -> dict[str, Any]:
    """A decision half written, as it was typed."""
    one = {name: request.POST.get(name, "") for name in ("outcome", "passed_to", "reason", *proposed.FIELDS)}
    return {**one, **{name: request.POST.getlist(name) for name in ("grounds", "services")}}


def _decide(asked: Request, sent: dict[str, Any], chosen: Chosen) -> None:
    actions.decide(
        case=asked.case,
        outcome=Outcome(sent["outcome"]) if sent["outcome"] else None,
        grounds=frozenset(Grounds(each) for each in sent["grounds"]),
        passed_to=sent["passed_to"],
        reason=sent["reason"],
        services=tuple(sent["services"]),
        chosen=chosen,
        version=sent["version"],
        key=sent["key"],
        by=current(),
        on=timezone.localdate(),
    )


def _errors(problem: Refused) -> list[dict[str, str]]:
    if isinstance(problem, NotReady):
        return [{"text": str(MISSING[each]), "href": f"#{_FIELD_OF[each]}"} for each in problem.missing]
    return [{"text": problem.sentence, "href": "#main-content"}]


def _by_field(problem: Refused) -> dict[str, str]:
    missing = problem.missing if isinstance(problem, NotReady) else ()
    return {_FIELD_OF[each]: str(MISSING[each]) for each in missing}
