"""The product's own interface."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, NinjaAPI, Query
from ninja.errors import ValidationError
from ninja.security import django_auth

from onward.api.access import looked, missing, staff_only
from onward.api.shapes import (
    DecisionIn,
    FiguresOut,
    PersonOut,
    Problem,
    RequestLine,
    RequestOut,
    Search,
    ServiceOut,
)
from onward.directory import queries as directory
from onward.journey.contact import actions
from onward.journey.contact import queries as contacts
from onward.journey.contact.seen import Request
from onward.records import queries as records
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.references import tidy
from onward.vocabulary.roles import Permission

REFUSALS = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem}

api = NinjaAPI(
    title="Onward",
    version="1",
    description="Requests for help, decisions and figures, for those who may see them; services near, for anybody.",
    docs_url=None,
    urls_namespace="api",
)


@api.exception_handler(ValidationError)
def does_not_fit(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """What does not fit its shape, as one sentence: where, and what is wrong there. The values are not repeated."""
    faults = [f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in problem.errors]
    return api.create_response(request, {"detail": "; ".join(faults)}, status=422)


@api.get("/services", response={200: list[ServiceOut], 400: Problem, 422: Problem}, auth=None)
def services(request: HttpRequest, search: Query[Search]) -> object:
    """Services that fit the words, the nearest first where they fit as well. Open to anybody."""
    found = directory.find(words=search.words, postcode=search.postcode, limit=search.limit)
    return [ServiceOut.of(each) for each in found.suggestions]


@api.get("/requests", response={200: list[RequestLine], **REFUSALS}, auth=django_auth)
@staff_only(Permission.SEE_CONTACTS)
def requests(request: HttpRequest) -> object:
    """Requests that wait for a decision: the most urgent first, then the soonest promised."""
    looked(request, why="daily_work")
    return [RequestLine.of(row) for row in contacts.waiting()]


@api.get("/requests/{reference}", response={200: RequestOut, **REFUSALS}, auth=django_auth)
@staff_only(Permission.SEE_CONTACTS)
def one_request(request: HttpRequest, reference: str) -> object:
    """One request: what was said and what was decided."""
    return RequestOut.of(_request(request, reference, "read_request"))


@api.post("/requests/{reference}/decision", response={200: RequestOut, **REFUSALS}, auth=django_auth)
@staff_only(Permission.DECIDE_CONTACTS)
def decide(
    request: HttpRequest, reference: str, decision: DecisionIn, idempotency_key: Header[UUID]
) -> object:
    """Decide a request. The same Idempotency-Key again does nothing more and gives the same answer."""
    asked = _request(request, reference, "decide_request")
    try:
        actions.decide(
            case=asked.case,
            outcome=decision.outcome,
            grounds=frozenset(decision.grounds),
            passed_to=decision.passed_to,
            reason=decision.reason,
            services=tuple(decision.services),
            version=decision.version,
            key=idempotency_key,
            by=current(),
            on=timezone.localdate(),
        )
    except Refused as problem:
        return api.create_response(request, {"detail": problem.sentence}, status=409)
    return RequestOut.of(_request(request, reference, "decide_request"))


@api.get("/people/{person}", response={200: PersonOut, **REFUSALS}, auth=django_auth)
@staff_only(Permission.SEE_PEOPLE)
def one_person(request: HttpRequest, person: UUID) -> object:
    """A person, and the references of their requests."""
    seen = records.person(person)
    if seen is None:
        raise missing(request, why="open_person")
    looked(request, why="open_person", person=person)
    return PersonOut(
        id=seen.id,
        given_name=seen.given_name,
        family_name=seen.family_name,
        born_on=seen.born_on,
        postcode=seen.postcode,
        requests=[row.reference for row in contacts.of_person(person)],
    )


@api.get("/figures/today", response={200: FiguresOut, **REFUSALS}, auth=django_auth)
@staff_only(Permission.SEE_FIGURES)
def today(request: HttpRequest) -> object:
    """Requests that came in today by where they stand, and decisions made today."""
    day = timezone.localdate()
    looked(request, why="figures")
    return FiguresOut(
        on=day,
        waiting=len(contacts.waiting()),
        came_in={(key or "waiting"): number for key, number in contacts.outcomes_of(day).items()},
        decided={key: number for key, number in contacts.outcomes_decided(day).items() if key},
    )


def _request(request: HttpRequest, reference: str, why: str) -> Request:
    asked = contacts.request(tidy(reference))
    if asked is None:
        raise missing(request, why=why)
    looked(request, why=why, case=asked.case, person=asked.person.id if asked.person else None)
    return asked
