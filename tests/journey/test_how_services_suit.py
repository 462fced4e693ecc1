"""What is found for a request is kept as it was shown; the worker and the person say how well it suits."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.directory.models import Shown, UseResult
from onward.directory.use.actions import uuid_of
from onward.journey.contact import following, queries, rating, suggesting
from onward.public.residents import token
from onward.records import queries as records
from onward.records.models import Staff
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.events import SuggestionRated
from onward.vocabulary.principals import Principal
from onward.vocabulary.using import Rater
from tests import world

pytestmark = pytest.mark.django_db


def answered() -> tuple[UUID, str]:
    """Mary's request, answered with the first service that was found for it."""
    case = world.ask_for_help()
    with acting_as(world.staff("ada")):
        service = queries.services_for(case)[0].service_id
    world.decide(case, services=(service,))
    return case, service


def said(service: str) -> list[tuple[str, str, int | None]]:
    rows = UseResult.objects.filter(shown__service=service).order_by("pk")
    return [(each.became, each.by_whom, each.rating) for each in rows]


def test_what_was_found_is_kept_in_the_order_in_which_it_is_shown() -> None:
    case = world.ask_for_help()
    with acting_as(world.staff("ada")):
        listed = [each.service_id for each in queries.services_for(case)]
        showing = suggesting.showing_of(case)
    kept = Shown.objects.filter(showing=showing).order_by("place")
    assert [each.service_id for each in kept] == listed


def test_only_the_case_knows_of_the_showing() -> None:
    case, _ = answered()
    with acting_as(world.staff("ada")):
        showing = str(suggesting.showing_of(case))
        told = str([each.details for each in records.events([case])])
    assert showing not in told


def test_a_service_that_is_sent_counts_as_sent_and_each_says_how_it_suits() -> None:
    case, service = answered()
    by_whom = {Rater.WORKER: world.staff("ada"), Rater.PERSON: Principal.resident(case)}
    for number, (rater, by) in enumerate(by_whom.items()):
        with acting_as(by):
            rating.rate(case=case, service=service, rating=number, by_whom=rater, by=by, on=world.TODAY)
            assert rating.rated(case, rater) == {service: number}
    assert said(service) == [("sent", "worker", None), ("rated", "worker", 0), ("rated", "person", 1)]


@pytest.mark.parametrize(("service", "stars"), [("nothing-of-the-kind", 2), (None, 4), (None, -1)])
def test_what_was_not_sent_or_is_no_answer_is_refused(service: str | None, stars: int) -> None:
    case, sent = answered()
    by = world.staff("ada")
    with acting_as(by), pytest.raises(Refused):
        rating.rate(
            case=case, service=service or sent, rating=stars, by_whom=Rater.WORKER, by=by, on=world.TODAY
        )


def test_what_a_service_answers_is_noted_where_it_teaches() -> None:
    case, service = answered()
    by = world.staff("ada")

    class Answer:
        def __init__(self, answer: str) -> None:
            self.case, self.service, self.answer = case, uuid_of(service), answer

    with acting_as(by):
        following.note_introduced(Answer(""), by=by, on=world.TODAY)
        for answer in ("taken_on", "not_for_us", "going"):
            following.note_answered(Answer(answer), by=by, on=world.TODAY)
    assert said(service)[1:] == [("accepted", "service", None), ("attended", "service", None)]


def test_an_event_names_the_service_and_no_showing() -> None:
    event = SuggestionRated(case=uuid4(), service=uuid4(), rating=3, by_whom="person")
    assert set(event.details()) == {"service", "rating", "by_whom"}


def test_the_workers_page_asks_and_keeps_what_is_said() -> None:
    case, service = answered()
    client, page = Client(), f"/staff/requests/{world.reference_of(case)}/"
    client.force_login(Staff.objects.get(username="ada"))
    assert "How well do these services suit?" in client.get(page).content.decode()
    client.post(f"{page}suits/", {f"suits-{service}": "3"})
    client.post(f"{page}suits/", {f"suits-{service}": "nine"})
    assert said(service)[1:] == [("rated", "worker", 3)]


def test_whoever_asked_may_say_it_where_their_request_stands() -> None:
    case, service = answered()
    client, draft = Client(), token(case)
    client.post("/request/suits/", {"draft": draft, f"suits-{service}": "2"})
    assert said(service)[1:] == [("rated", "person", 2)]
    page = client.get("/request/status/").content.decode()
    assert "How well do they suit you?" in page
    assert re.search(r'value="2"[^>]* checked', page)
