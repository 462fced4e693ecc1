"""Writing a request for somebody: who rings, writes, comes in, or cannot finish what they began."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.answering.forms import FIRST_CONTACT
from onward.journey.contact import actions, queries
from onward.journey.contact.forms import NewRequestForm, TakeOverForm
from onward.journey.contact.words import CHANNELS, WISHES
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.contact import Channel, Wish
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission
from onward.web.access import staff_page
from onward.web.here import here

Errors = list[dict[str, str]]


@staff_page(Permission.DECIDE_CONTACTS)
def new(request: HttpRequest) -> HttpResponse:
    """How the request came in and when; then the same questions as everywhere."""
    if request.method != "POST":
        return _show_new(request, {"channel": Channel.TELEPHONE, "wish": Wish.ADVICE})
    sent, typed = NewRequestForm(request.POST), request.POST.dict()
    if not sent.is_valid():
        return _show_new(request, typed, _errors(sent))
    told = sent.cleaned_data
    on = timezone.localdate()
    try:
        case = actions.begin_for(
            case=told["key"],
            wish=Wish(told["wish"]),
            channel=Channel(told["channel"]),
            received_on=told["received_on"] or on,
            council=here(),
            key=told["key"],
            by=current(),
            on=on,
        )
    except Refused as problem:
        return _show_new(request, typed, [{"text": problem.sentence, "href": "#received_on"}])
    return redirect("contact:form", reference=queries.reference_of(case), questionnaire=FIRST_CONTACT)


@staff_page(Permission.DECIDE_CONTACTS)
def take_over(request: HttpRequest) -> HttpResponse:
    """Go on with what somebody could not finish: they read out their reference and code."""
    if request.method != "POST":
        return _show_take_over(request, {})
    sent, typed = TakeOverForm(request.POST), request.POST.dict()
    if not sent.is_valid():
        return _show_take_over(request, typed, _errors(sent))
    reference, code = tidy(sent.cleaned_data["reference"]), tidy(sent.cleaned_data["code"])
    case = actions.open_by_code(reference=reference, code=code)
    try:
        if case is None:
            raise Refused(actions.nothing_opens(), "no_such_contact")
        actions.take_over(case=case, code=code, by=current(), on=timezone.localdate())
    except Refused as problem:
        return _show_take_over(request, typed, [{"text": problem.sentence, "href": "#reference"}])
    return redirect("contact:form", reference=reference, questionnaire=FIRST_CONTACT)


def _show_new(request: HttpRequest, typed: dict[str, Any], errors: Errors | None = None) -> HttpResponse:
    context = {
        "typed": typed,
        "key": typed.get("key") or uuid4(),
        "channels": {each: text for each, text in CHANNELS.items() if each is not Channel.ONLINE},
        "wishes": WISHES,
        **_wrong(errors),
    }
    return render(request, "contact/new.html", context, status=422 if errors else 200)


def _show_take_over(
    request: HttpRequest, typed: dict[str, Any], errors: Errors | None = None
) -> HttpResponse:
    context = {"typed": typed, **_wrong(errors)}
    return render(request, "contact/take_over.html", context, status=422 if errors else 200)


def _errors(sent: NewRequestForm | TakeOverForm) -> Errors:
    return [{"text": str(texts[0]), "href": f"#{name}"} for name, texts in sent.errors.items()]


def _wrong(errors: Errors | None) -> dict[str, Any]:
    return {"errors": errors or [], "wrong": {each["href"][1:]: each["text"] for each in errors or []}}
