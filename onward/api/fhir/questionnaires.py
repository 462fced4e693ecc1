"""Questionnaire: read, search, bring in, replace a draft, and be told what is wrong with one."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from onward.api.fhir import bodies, dates
from onward.api.fhir.answering import Problem, answer, problem, version_in, versioned
from onward.api.fhir.doors import door, staff_only
from onward.api.fhir.offered import Offered, everything, of_kept, one
from onward.api.fhir.searching import Search, bundle, search
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.issues import outcome, shown
from onward.questionnaires.reading import STATUSES, examine
from onward.records import importing
from onward.records.actions import note_look
from onward.records.definitions import current, version_of
from onward.records.principal import current as acting
from onward.records.refusals import Refused
from onward.vocabulary.roles import Permission

KIND = "Questionnaire"
# Each search parameter with its type (FHIR R4, Questionnaire).
PARAMETERS = {
    "_id": "token",
    "url": "uri",
    "version": "token",
    "name": "string",
    "title": "string",
    "status": "token",
    "date": "date",
}
_OF_REFUSAL = {"taken": 409, "not_a_draft": 409, "url": 409, "stale": 412, "not_there": 404}
_OF_STATUS = {409: "conflict", 412: "conflict", 404: "not-found", 422: "business-rule"}


@staff_only(Permission.SEE_FORMS)
def find(request: HttpRequest) -> HttpResponse:
    """Forms that fit every parameter."""
    asked = search(request, PARAMETERS)
    fit = [each for each in everything() if _fits(each, asked)]
    page = fit[asked.skip : asked.skip + asked.count]
    return answer(bundle(request, asked, [each.resource for each in page], len(fit)))


@staff_only(Permission.SEE_FORMS)
def read(request: HttpRequest, form_id: str) -> HttpResponse:
    """One form, in its newest version."""
    found = one(form_id)
    if found is None:
        raise problem(404, "not-found", "There is no form with this id.")
    if version_in(request.headers.get("If-None-Match", "")) == found.version_id:
        return HttpResponse(status=304, headers=versioned(found.version_id, found.modified))
    return _told(found)


@staff_only(Permission.SEE_FORMS)
def read_version(request: HttpRequest, form_id: str, version_id: str) -> HttpResponse:
    """One form as it was in a version."""
    newest = one(form_id)
    if newest and newest.version_id == version_id:
        return _told(newest)
    kept = version_of(form_id, version_id)
    if kept is None:
        raise problem(404, "not-found", "There is no such version of this form.")
    return _told(of_kept(kept))


@staff_only(Permission.CHANGE_FORMS)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Bring in a form. It is kept as it was sent; the same again changes nothing."""
    form = _form(request)
    kept, new = _done(lambda: importing.bring_in(form=form, by=acting(), on=timezone.localdate()))
    note_look(road="api", at_what=request.path, why=Permission.CHANGE_FORMS)
    found = of_kept(kept)
    place = request.build_absolute_uri(f"{request.path}/{found.id}/_history/{found.version_id}")
    return _told(found, status=201 if new else 200, Location=place)


@staff_only(Permission.CHANGE_FORMS)
def replace(request: HttpRequest, form_id: str) -> HttpResponse:
    """Put a new version in the place of a draft; If-Match names the version that was read."""
    seen = version_in(request.headers.get("If-Match", ""))
    if not seen:
        raise problem(400, "required", "Say in If-Match which version you read: the ETag that came with it.")
    form = _form(request)
    if form.id != form_id:
        raise problem(400, "value", f"The id in the form is {shown(form.id)}; in the address it is another.")
    _check_kept(form_id)
    kept, _new = _done(
        lambda: importing.replace(
            form_id=form_id, form=form, seen=_digest(form_id, seen), by=acting(), on=timezone.localdate()
        )
    )
    note_look(road="api", at_what=request.path, why=Permission.CHANGE_FORMS)
    return _told(of_kept(kept))


@staff_only(Permission.SEE_FORMS)
def validate(request: HttpRequest) -> HttpResponse:
    """What is wrong with a form; nothing is kept."""
    return answer(outcome(examine(bodies.resource(request, KIND)).issues))


def _form(request: HttpRequest) -> Questionnaire:
    """The form that was sent, if the engine can use it."""
    found = examine(bodies.resource(request, KIND))
    if found.questionnaire is None or any(each.bad for each in found.issues):
        raise Problem(422, found.issues)
    if found.questionnaire.status not in STATUSES:
        raise problem(422, "required", "Say whether the form is draft, active or retired.")
    return found.questionnaire


def _check_kept(form_id: str) -> None:
    if current(form_id) is None and one(form_id):
        raise problem(409, "conflict", "This form comes from the policy files, and is changed there.")


def _digest(form_id: str, version_id: str) -> str:
    found = version_of(form_id, version_id)
    return found.digest if found else ""


def _done(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Refused as refused:
        status = _OF_REFUSAL.get(refused.code, 422)
        raise problem(status, _OF_STATUS[status], refused.sentence) from None


def _told(found: Offered, *, status: int = 200, **headers: str) -> HttpResponse:
    return answer(
        found.resource, status=status, headers={**versioned(found.version_id, found.modified), **headers}
    )


def _fits(offered: Offered, asked: Search) -> bool:
    return all(
        any(_has(offered, name, said) for said in alternatives)
        for name in PARAMETERS
        for alternatives in asked.all_of(name)
    )


def _has(offered: Offered, name: str, said: str) -> bool:
    if name == "_id":
        return offered.id == said
    value = str(offered.form.raw.get(name, ""))
    if PARAMETERS[name] == "date":
        return dates.within(value, dates.span(said))
    if PARAMETERS[name] == "string":
        return value.casefold().startswith(said.casefold())
    return value == (said.rpartition("|")[2] if name == "status" else said)


type_level = door(GET=find, POST=bring_in)
searched = door(POST=find)
checked = door(POST=validate)
instance = door(GET=read, PUT=replace)
version = door(GET=read_version)
