"""QuestionnaireResponse: read and search those that may be seen, each look written down; and be told what is wrong."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from onward.api.fhir import bodies, dates
from onward.api.fhir.answering import answer, problem, versioned
from onward.api.fhir.doors import door, staff_only
from onward.api.fhir.offered import canonical_form, everything
from onward.api.fhir.searching import Search, bundle, search
from onward.questionnaires import validity
from onward.questionnaires.issues import error, outcome, shown
from onward.records.actions import note_look
from onward.records.answered import Answered, Wanted, response_by_id, responses
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission

KIND = "QuestionnaireResponse"
REFERENCES = "https://onward.example/codes/reference"
BASED_ON = "based-on:identifier"
# Each search parameter with its type (FHIR R4, QuestionnaireResponse).
PARAMETERS = {
    "_id": "token",
    "questionnaire": "reference",
    "status": "token",
    BASED_ON: "reference",
    "authored": "date",
}
WHY = "read_answers"


@staff_only(Permission.SEE_PEOPLE)
def find(request: HttpRequest) -> HttpResponse:
    """Answers that fit every parameter, of cases that may be seen."""
    asked = search(request, PARAMETERS)
    found, total = responses(_wanted(asked), most=asked.count, skip=asked.skip)
    for case, person in dict.fromkeys((each.case, each.person) for each in found):
        note_look(road="api", at_what=request.path, why=WHY, case=case, person=person)
    if not found:
        note_look(road="api", at_what=request.path, why=WHY, allowed=not asked.all_of(BASED_ON))
    return answer(bundle(request, asked, [_resource(each) for each in found], total))


@staff_only(Permission.SEE_PEOPLE)
def read(request: HttpRequest, response_id: str) -> HttpResponse:
    """One set of answers."""
    number = _id(response_id)
    found = response_by_id(number) if number else None
    if found is None:
        note_look(road="api", at_what=request.path, why=WHY, allowed=False)
        raise problem(404, "not-found", "There are no answers with this id, or they are not yours to see.")
    note_look(road="api", at_what=request.path, why=WHY, case=found.case, person=found.person)
    return answer(_resource(found), headers=versioned(str(found.version), None))


@staff_only(Permission.SEE_FORMS)
def validate(request: HttpRequest) -> HttpResponse:
    """What is wrong with answers, by the form that they name; nothing is kept."""
    sent = bodies.resource(request, KIND)
    named = sent.get("questionnaire")
    form = canonical_form(named, everything()) if isinstance(named, str) else None
    if form is None:
        says = f"The form {shown(named)} is not known here. Bring it in first."
        return answer(outcome([error("not-found", says, f"{KIND}.questionnaire")]))
    return answer(outcome(validity.check(form.form.raw, sent, now=timezone.now())))


def _wanted(asked: Search) -> Wanted:
    for name in PARAMETERS:
        if name != "authored" and len(asked.all_of(name)) > 1:
            says = f"{name} is there twice. Put a comma between alternatives."
            raise problem(400, "not-supported", says)
    ids = [number for each in asked.one_of("_id") if (number := _id(each))]
    return Wanted(
        ids=ids if asked.all_of("_id") else None,
        forms=asked.one_of("questionnaire"),
        statuses=[each.rpartition("|")[2] for each in asked.one_of("status")],
        references=[_reference(each) for each in asked.one_of(BASED_ON)],
        completed=[_day(each) for each in asked.all_of("authored")],
    )


def _day(alternatives: Sequence[str]) -> dates.Span:
    if len(alternatives) > 1:
        raise problem(400, "not-supported", "authored takes one date at a time, but may be there twice.")
    return dates.span(alternatives[0])


def _reference(said: str) -> str:
    """The reference of a case, by itself or after the system of references."""
    system, bar, value = said.rpartition("|")
    return "" if bar and system != REFERENCES else tidy(value)


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def _resource(seen: Answered) -> dict[str, Any]:
    """The answers as they were kept, with the case that they belong to as the request that they are based on."""
    based_on = {"type": "ServiceRequest", "identifier": {"system": REFERENCES, "value": seen.reference}}
    made: dict[str, Any] = {"resourceType": KIND, "status": "in-progress", **seen.answers}
    made |= {"id": str(seen.id), "meta": {"versionId": str(seen.version)}, "basedOn": [based_on]}
    if seen.completed_on:
        made.setdefault("authored", seen.completed_on.isoformat())
    return made


type_level = door(GET=find)
searched = door(POST=find)
checked = door(POST=validate)
instance = door(GET=read)
