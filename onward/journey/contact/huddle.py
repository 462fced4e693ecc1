"""The huddle: the morning's requests together on one screen, one after another, decided in seconds.

Whoever is there is written down, and so is whoever sees a request otherwise. A decision is the same action as on the
request's own page, with the same law and reasons; after it the next request that waits is shown, with the first answer
one press of the Tab key away.
"""

from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from onward.casework.meetings import actions as meetings
from onward.casework.meetings import queries as met
from onward.casework.meetings.queries import MeetingSeen
from onward.journey.contact import deciding, queries
from onward.journey.contact.actions import FRONT_DOOR
from onward.journey.contact.page import to_decide
from onward.journey.contact.screening_words import URGENCIES
from onward.journey.contact.seen import LOOKED_AT, Request, Row
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.contact import Outcome
from onward.vocabulary.meetings import Kind
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission
from onward.web.access import looked, not_found, staff_page
from onward.web.typed import uuid


class PresentForm(forms.Form):
    """Who is there."""

    present = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = records.team_members(FRONT_DOOR, on)
        self.fields["present"].choices = [(each.number, each.name) for each in everybody]  # type: ignore[attr-defined]


@staff_page(Permission.DECIDE_CONTACTS)
def huddle(request: HttpRequest) -> HttpResponse:
    """Begin, or the request that is looked at now."""
    meeting = met.open_meeting(Kind.HUDDLE, FRONT_DOOR)
    if meeting is None:
        return _begin(request) if request.method == "POST" else _before(request)
    rows = queries.waiting()
    reference = tidy(request.GET.get("at", "")) or (rows[0].reference if rows else "")
    asked = queries.request(reference) if reference else None
    if reference and asked is None:
        return not_found(request, at_what=f"request {reference}", why="huddle")
    if asked is None:
        return _shown(meeting, rows, request, None)
    looked(at_what=LOOKED_AT, why="huddle", case=asked.case, person=asked.person.id if asked.person else None)
    if request.method == "POST":
        return _take(request, meeting, rows, asked)
    return _shown(meeting, rows, request, asked)


@staff_page(Permission.DECIDE_CONTACTS)
def people(request: HttpRequest) -> HttpResponse:
    """Say who is there now, or end it."""
    meeting = met.open_meeting(Kind.HUDDLE, FRONT_DOOR)
    if request.method != "POST" or meeting is None:
        return redirect("contact:huddle")
    told: dict[str, Any] = {"meeting": meeting.id, "version": meeting.version, "by": current()}
    try:
        if "end" in request.POST:
            meetings.end(**told, on=timezone.localdate(), at=timezone.now())
            return redirect("contact:waiting")
        sent = PresentForm(request.POST, on=timezone.localdate())
        if sent.is_valid():
            meetings.set_present(
                **told, present=frozenset(sent.cleaned_data["present"]), on=timezone.localdate()
            )
    except Refused as problem:
        return _shown(meeting, queries.waiting(), request, None, errors=[_error(problem)])
    return redirect(f"{reverse('contact:huddle')}?at={tidy(request.POST.get('at', ''))}#decide")


def _before(request: HttpRequest, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    looked(at_what="requests waiting", why="huddle")
    context = {
        "waiting": len(queries.waiting()),
        "team": records.team_members(FRONT_DOOR, timezone.localdate()),
        "me": int(current().who),
        "key": uuid4(),
        "errors": errors,
    }
    return render(request, "contact/huddle_before.html", context, status=422 if errors else 200)


def _begin(request: HttpRequest) -> HttpResponse:
    sent = PresentForm(request.POST, on=timezone.localdate())
    present = sent.cleaned_data["present"] if sent.is_valid() else []
    try:
        meetings.begin(
            kind=Kind.HUDDLE,
            team=FRONT_DOOR,
            present=frozenset(present),
            key=uuid(request.POST, "key") or uuid4(),
            by=current(),
            on=timezone.localdate(),
            at=timezone.now(),
        )
    except Refused as problem:
        return _before(request, [_error(problem)])
    return redirect(f"{reverse('contact:huddle')}#decide")


def _take(request: HttpRequest, meeting: MeetingSeen, rows: list[Row], asked: Request) -> HttpResponse:
    """Keep who sees it otherwise, or decide: then the next one."""
    if "otherwise" in request.POST:
        return _otherwise(request, meeting, rows, asked)
    following = after(rows, asked.reference)
    there = f"{reverse('contact:huddle')}?at={following}#decide" if following else reverse("contact:huddle")
    return deciding.take(request, asked, show=partial(_shown, meeting, rows), then=there)


def _otherwise(request: HttpRequest, meeting: MeetingSeen, rows: list[Row], asked: Request) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("who", "would_choose", "words")}
    chosen = typed["would_choose"] if typed["would_choose"] in set(Outcome) else ""
    try:
        meetings.say_otherwise(
            meeting=meeting.id,
            case=asked.case,
            staff=int(typed["who"]) if typed["who"].isdecimal() else 0,
            would_choose=chosen,
            words=typed["words"],
            key=uuid(request.POST, "key") or uuid4(),
            by=current(),
            on=timezone.localdate(),
        )
    except Refused as problem:
        return _shown(
            meeting,
            rows,
            request,
            asked,
            errors=[_error(problem, "#otherwise-words")],
            otherwise=typed,
            typed=deciding.typed(request),
        )
    return _shown(meeting, rows, request, asked, typed=deciding.typed(request))


def _shown(
    meeting: MeetingSeen, rows: list[Row], request: HttpRequest, asked: Request | None, **more: Any
) -> HttpResponse:
    """The huddle's page with one request, or with none where nothing waits."""
    names = {each.number: each.name for each in records.team_members(FRONT_DOOR, timezone.localdate())}
    here = f"{reverse('contact:huddle')}?at={asked.reference}" if asked else ""
    context = {
        "asked": None,
        "meeting": meeting,
        "minutes": int((timezone.now() - meeting.began_at).total_seconds() // 60),
        "team": names,
        "names_there": ", ".join(names[each] for each in meeting.present if each in names),
        "rows": rows,
        "urgencies": URGENCIES,
        "following": after(rows, asked.reference) if asked else "",
        "decide_at": here,
        "otherwise": {},
        **(to_decide(asked) if asked else {}),
        **more,
    }
    return render(request, "contact/huddle.html", context, status=422 if more.get("errors") else 200)


def came_from(request: HttpRequest) -> bool:
    """Whether a form was sent from the huddle, by way of another page."""
    return request.POST.get("from") == "huddle"


def show(request: HttpRequest, asked: Request, **more: Any) -> HttpResponse:
    """One request in the huddle that goes on; on its own page where that is over."""
    meeting = met.open_meeting(Kind.HUDDLE, FRONT_DOOR)
    if meeting is None:
        return deciding.show(request, asked, **more)
    return _shown(meeting, queries.waiting(), request, asked, **more)


def after(rows: list[Row], reference: str) -> str:
    """The request that comes after this one in the list, the first again after the last; empty where there is none."""
    order = [each.reference for each in rows]
    at = order.index(reference) if reference in order else -1
    others = [*order[at + 1 :], *order[: max(at, 0)]]
    return others[0] if others else ""


def _error(problem: Refused, href: str = "#main-content") -> dict[str, str]:
    return {"text": problem.sentence, "href": href}
