"""Saying how urgent a request is: its place in the list. What was typed of a decision meanwhile comes back."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onward.journey.contact import deciding, queries
from onward.journey.contact.choosing import set_urgency
from onward.journey.contact.forms import FAULTS, SentOnce
from onward.journey.contact.seen import LOOKED_AT, Request
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.references import LONGEST, tidy
from onward.vocabulary.roles import Permission
from onward.vocabulary.screening import Urgency
from onward.web import typed
from onward.web.access import looked, not_found, staff_page

WHY = "set_urgency"


class UrgencyForm(SentOnce):
    """How urgent a request is; why, where somebody likes to say."""

    urgency = forms.ChoiceField(
        choices=[(each.code, each.code) for each in Urgency],
        error_messages=dict.fromkeys((*FAULTS, "invalid_choice"), _("Choose how urgent it is")),
    )
    because = forms.CharField(required=False)

    def clean_because(self) -> str:
        return typed.tidy(self.cleaned_data["because"])


@staff_page(Permission.DECIDE_CONTACTS)
def urgency(request: HttpRequest, reference: str) -> HttpResponse:
    """Take how urgent somebody says that it is; the page shows again with it."""
    asked = queries.request(tidy(reference))
    if asked is None:
        return not_found(request, at_what=f"request {reference[:LONGEST]}", why=WHY)
    looked(at_what=LOOKED_AT, why=WHY, case=asked.case, person=asked.person.id if asked.person else None)
    if request.method != "POST":
        return redirect("contact:request", reference=asked.reference)
    return _take(request, asked)


def _take(request: HttpRequest, asked: Request) -> HttpResponse:
    sent = UrgencyForm(request.POST)
    if not sent.is_valid():
        problems = [{"text": str(texts[0]), "href": f"#{name}"} for name, texts in sent.errors.items()]
        missing = {name: str(texts[0]) for name, texts in sent.errors.items()}
        return deciding.show(request, asked, typed=deciding.typed(request), errors=problems, missing=missing)
    try:
        _set(asked, sent)
    except Refused as problem:
        errors = [{"text": problem.sentence, "href": "#main-content"}]
        now = queries.request(asked.reference) or asked
        return deciding.show(request, now, typed=deciding.typed(request), errors=errors)
    written = {**deciding.typed(request), "urgency": "", "because": ""}
    if not any(written.values()):
        return redirect("contact:request", reference=asked.reference)
    return deciding.show(request, queries.request(asked.reference) or asked, typed=written)


def _set(asked: Request, sent: UrgencyForm) -> None:
    told = sent.cleaned_data
    set_urgency(
        case=asked.case,
        urgency=Urgency[told["urgency"].upper()],
        because=told["because"],
        version=told["version"],
        key=told["key"],
        by=current(),
        on=timezone.localdate(),
    )
