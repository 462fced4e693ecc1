"""One request on a page, and the decision that is sent from it. Nothing typed is lost where it cannot be taken."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.casework.answering import queries as answered
from onward.casework.answering.forms import FIRST_CONTACT, NEEDS
from onward.casework.answering.seen import Filling
from onward.casework.introducing import lists
from onward.casework.introducing import queries as introduced
from onward.casework.introducing.words import CHANNELS as LISTS
from onward.casework.introducing.words import STATES as INTRODUCTIONS
from onward.casework.messages import queries as outbox
from onward.casework.messages import words as message_words
from onward.casework.promises.shown import promised_in
from onward.journey.contact import actions, alike, proposed, queries, rating
from onward.journey.contact.choosing import Chosen
from onward.journey.contact.forms import DecisionForm
from onward.journey.contact.moving import NotReady
from onward.journey.contact.seen import Request
from onward.journey.contact.suiting import SUITS
from onward.journey.contact.words import CHANNELS, GROUNDS, MISSING, OUTCOMES, STATES, WISHES
from onward.questionnaires.definition import Item
from onward.questionnaires.pages import pages
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.rules.closing import Missing
from onward.vocabulary.contact import Grounds, Outcome, State, Wish
from onward.vocabulary.using import Rater
from onward.web.questions.words import shown_answer

Said = list[tuple[Item, list[tuple[Item, list[str]]]]]
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


def show(request: HttpRequest, asked: Request, **more: Any) -> HttpResponse:
    """The request; `more` is what was typed and what is wrong with it."""
    found = None if asked.person else alike.find(asked)
    context = {
        "asked": asked,
        "alike": found,
        "alike_likely": alike.likely(found) if found else 0,
        "earlier": queries.earlier(asked),
        "said": _said(asked.filling),
        "more": answered.filling(asked.case, NEEDS),
        "caring": queries.caring(asked.case),
        "NEEDS": NEEDS,
        "FIRST_CONTACT": FIRST_CONTACT,
        "channels": CHANNELS,
        **promised_in(asked.case),
        "services": queries.services_for(asked.case),
        "as_carer": asked.said.wish is Wish.CARER_ASSESSMENT,
        "key": uuid4(),
        "typed": {"outcome": "", "grounds": [], "passed_to": "", "reason": "", "services": []},
        "open": asked.state is not State.DECIDED,
        "names": records.staff_names({each.decided_by for each in asked.decisions}),
        "introductions": introduced.of_case(asked.case),
        "lists": lists.lists_of(asked.case),
        "introduction_states": INTRODUCTIONS,
        "list_channels": LISTS,
        "wishes": WISHES,
        "outcomes": OUTCOMES,
        "grounds": GROUNDS,
        "states": STATES,
        "messages": outbox.of_case(asked.case),
        "templates": message_words.TEMPLATES,
        "message_channels": message_words.CHANNELS,
        "message_states": message_words.STATES,
        "held_words": message_words.HELD,
        **proposed.shown(asked.case),
        "sent": queries.services_known(rating.sent(asked.case)),
        "suits": SUITS,
        "suited": rating.rated(asked.case, Rater.WORKER),
        **more,
    }
    return render(request, "contact/request.html", context, status=422 if more.get("errors") else 200)


def take(request: HttpRequest, asked: Request) -> HttpResponse:
    """Take the decision that was sent, or show the page again with what was typed."""
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
    return redirect("contact:request", reference=asked.reference)


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


def _said(filling: Filling) -> Said:
    """What was answered, page by page, in words."""
    return [
        (
            page,
            [
                (item, shown_answer(item, filling.answers[item.link_id]))
                for item in page.walk()
                if item.link_id in filling.answers
            ],
        )
        for page in pages(filling.form, filling.answers)
    ]


def _errors(problem: Refused) -> list[dict[str, str]]:
    if isinstance(problem, NotReady):
        return [{"text": str(MISSING[each]), "href": f"#{_FIELD_OF[each]}"} for each in problem.missing]
    return [{"text": problem.sentence, "href": "#main-content"}]


def _by_field(problem: Refused) -> dict[str, str]:
    missing = problem.missing if isinstance(problem, NotReady) else ()
    return {_FIELD_OF[each]: str(MISSING[each]) for each in missing}
