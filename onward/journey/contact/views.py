"""The adviser's pages: what waits, one request, whose it is, what is decided."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.journey.contact import actions, queries
from onward.journey.contact.answers import form
from onward.journey.contact.forms import DecisionForm, MatchForm, NewPersonForm
from onward.journey.contact.words import GROUNDS, MISSING, OUTCOMES, STATES, WISHES
from onward.questionnaires.pages import pages
from onward.records import queries as remembered
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.rules.closing import Missing
from onward.vocabulary.contact import Grounds, Outcome, State
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.question_page import shown_answer

WORDS = {"wishes": WISHES, "outcomes": OUTCOMES, "grounds": GROUNDS, "states": STATES}
_FIELD_OF = {
    Missing.OUTCOME: "outcome",
    Missing.GROUNDS: "grounds",
    Missing.GROUNDS_ONLY_WITH_ADVICE: "grounds",
    Missing.SERVICES_ONLY_WITH_ADVICE: "services",
    Missing.PERSON: "person",
    Missing.REASON: "reason",
}


@staff_page(Permission.SEE_CONTACTS)
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a decision, soonest promised first."""
    looked(at_what="requests waiting", why="daily_work")
    rows = queries.waiting()
    return render(
        request,
        "contact/waiting.html",
        {"rows": rows, "today": timezone.localdate(), "needs": _needs(), **WORDS},
    )


@staff_page(Permission.SEE_CONTACTS)
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One request: what was said, whose it is, what was decided, and the form to decide."""
    return _with_request(request, reference, "read_request", lambda asked: _show(request, asked))


@staff_page(Permission.DECIDE_CONTACTS)
def match(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whose request it is: somebody known, or a new person."""
    return _with_request(request, reference, "match_person", lambda asked: _match(request, asked))


@staff_page(Permission.DECIDE_CONTACTS)
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a decision."""
    return _with_request(request, reference, "decide_request", lambda asked: _decide(request, asked))


def _with_request(
    request: HttpRequest, reference: str, why: str, then: Callable[[queries.Request], HttpResponse]
) -> HttpResponse:
    asked = queries.request(tidy(reference)[:20])
    if asked is None:
        return not_found(request, at_what=f"request {reference[:20]}", why=why)
    looked(at_what="request", why=why, case=asked.case, person=asked.person.id if asked.person else None)
    return then(asked)


def _show(request: HttpRequest, asked: queries.Request, **more: Any) -> HttpResponse:
    said = [
        (
            page,
            [
                (item, shown_answer(item, asked.answers[item.link_id]))
                for item in page.walk()
                if item.link_id in asked.answers
            ],
        )
        for page in pages(form(), asked.answers)
    ]
    context = {
        "asked": asked,
        "said": said,
        "services": queries.services_for(asked.case),
        "key": uuid4(),
        "typed": {"outcome": "", "grounds": "", "reason": "", "services": []},
        "open": asked.state is not State.DECIDED,
        "names": remembered.staff_names({each.decided_by for each in asked.decisions}),
        **WORDS,
        **more,
    }
    return render(request, "contact/request.html", context, status=422 if more.get("errors") else 200)


def _decide(request: HttpRequest, asked: queries.Request) -> HttpResponse:
    if request.method != "POST":
        return redirect("contact:request", reference=asked.reference)
    offered = [each.service_id for each in queries.services_for(asked.case)]
    sent = DecisionForm(request.POST, offered=offered)
    typed = {
        "outcome": request.POST.get("outcome", ""),
        "grounds": request.POST.get("grounds", ""),
        "reason": request.POST.get("reason", ""),
        "services": request.POST.getlist("services"),
    }
    if not sent.is_valid():
        problem = _("Something on the page was not understood. Check what you chose, and send it again.")
        return _show(request, asked, typed=typed, errors=[{"text": problem, "href": "#outcome"}])
    chosen = sent.cleaned_data
    try:
        actions.decide(
            case=asked.case,
            outcome=Outcome(chosen["outcome"]) if chosen["outcome"] else None,
            grounds=Grounds(chosen["grounds"]) if chosen["grounds"] else None,
            reason=chosen["reason"],
            services=tuple(chosen["services"]),
            version=chosen["version"],
            key=chosen["key"],
            by=current(),
            on=timezone.localdate(),
        )
    except Refused as problem:
        now = queries.request(asked.reference) or asked
        return _show(
            request, now, typed=typed, errors=_errors(problem), missing=_by_field(problem), sent=chosen
        )
    return redirect("contact:request", reference=asked.reference)


def _match(request: HttpRequest, asked: queries.Request) -> HttpResponse:
    if request.method != "POST":
        return _match_page(request, asked, typed=_as_said(asked))
    new = "given_name" in request.POST
    sent = NewPersonForm(request.POST) if new else MatchForm(request.POST)
    if not sent.is_valid():
        errors = [{"text": str(texts[0]), "href": f"#{name}"} for name, texts in sent.errors.items()]
        return _match_page(
            request, asked, typed=request.POST.dict() if new else _as_said(asked), errors=errors
        )
    done = actions.match_new if new else actions.match
    try:
        done(case=asked.case, **sent.cleaned_data, by=current(), on=timezone.localdate())
    except Refused as problem:
        now = queries.request(asked.reference) or asked
        return _match_page(request, now, typed=request.POST.dict(), errors=_errors(problem))
    return redirect("contact:request", reference=asked.reference)


def _match_page(
    request: HttpRequest,
    asked: queries.Request,
    *,
    typed: dict[str, Any],
    errors: list[dict[str, str]] | None = None,
) -> HttpResponse:
    said = asked.said
    found, elsewhere = remembered.find_people(
        why="match_request",
        given_name=said.given_name,
        family_name=said.family_name,
        born_on=said.born_on,
        postcode=said.postcode,
    )
    context = {
        "asked": asked,
        "found": found,
        "elsewhere": elsewhere,
        "typed": typed,
        "key": uuid4(),
        "errors": errors or [],
        "wrong": {each["href"][1:]: each["text"] for each in errors or []},
    }
    return render(request, "contact/match.html", context, status=422 if errors else 200)


def _as_said(asked: queries.Request) -> dict[str, Any]:
    said = asked.said
    return {
        "given_name": said.given_name,
        "family_name": said.family_name,
        "born_on": said.born_on.strftime("%d/%m/%Y") if said.born_on else "",
        "postcode": said.postcode,
    }


def _errors(problem: Refused) -> list[dict[str, str]]:
    if isinstance(problem, actions.NotReady):
        return [{"text": str(MISSING[each]), "href": f"#{_FIELD_OF[each]}"} for each in problem.missing]
    return [{"text": problem.sentence, "href": "#main-content"}]


def _by_field(problem: Refused) -> dict[str, str]:
    missing = problem.missing if isinstance(problem, actions.NotReady) else ()
    return {_FIELD_OF[each]: str(MISSING[each]) for each in missing}


def _needs() -> dict[str, str]:
    return {option.code: option.text for option in form().item("needs").options}
