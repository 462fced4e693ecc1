"""The self-assessment after a request: nothing is asked twice, every page can be the last."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from onward.casework.answering import queries as answering
from onward.casework.answering.forms import NEEDS
from onward.journey.contact import queries
from onward.questionnaires.answers import Answers
from onward.records.codes import code_of
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal
from tests import world
from tests.public.test_asking_pages import token
from tests.public.test_coming_back import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def mary() -> Client:
    """A resident whose request was sent."""
    case = world.ask_for_help()
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    client = Client()
    client.post("/request/", {"reference": tracked.reference, "code": code_of(case)})
    return client


def answers_of(client: Client) -> Answers:
    return world.answers_of(UUID(client.session["case"]), NEEDS)


def begin(client: Client) -> Any:
    return client.post("/more/", {"draft": token(client.get("/more/").content.decode())})


def confirm(client: Client, **given: Any) -> Any:
    page = client.get("/more/known/").content.decode()
    ticked = re.findall(r'name="right"[^>]*value="([^"]+)"', page)
    return post(client, "/more/known/", {"right": ticked, "confirm": "yes", **given})


def test_it_comes_after_a_request() -> None:
    assert "First, a few questions" in Client().get("/more/").content.decode()
    assert Client().get("/more/matters/")["Location"] == "/more/"


def test_looking_at_it_begins_nothing(mary: Client) -> None:
    page = mary.get("/more/").content.decode()
    assert "We do this together" in page
    assert mary.get("/more/check/")["Location"] == "/more/"


def test_what_was_told_is_confirmed_at_once_and_not_asked_again(mary: Client) -> None:
    assert begin(mary)["Location"] == "/more/known/"
    page = mary.get("/more/known/").content.decode()
    assert "Mary" in page
    assert "Nobody comes since the club closed." in page
    assert confirm(mary)["Location"] == "/more/start/"  # only who helps with it is new there
    assert post(mary, "/more/start/", {"who": "me"})["Location"] == "/more/talk/"


def test_what_is_not_ticked_is_asked(mary: Client) -> None:
    begin(mary)
    confirm(mary, right=["who", "me-given"])
    assert post(mary, "/more/start/", {"who": "me"})["Location"] == "/more/me/"
    page = mary.get("/more/me/").content.decode()
    assert "You told us on 20 November 2026" in page
    assert 'value="Windlebrook"' in page


def test_all_of_it_can_be_asked_again(mary: Client) -> None:
    begin(mary)
    assert confirm(mary, confirm="", again="yes").status_code == 302


def test_every_page_can_be_the_last(mary: Client) -> None:
    begin(mary)
    confirm(mary)
    assert post(mary, "/more/start/", {"who": "me", "finish": "yes"})["Location"] == "/more/check/"
    page = mary.get("/more/check/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    sent = mary.post("/more/check/", {"draft": token(page), "key": key[1]})
    assert sent["Location"] == "/more/sent/"
    assert mary.get("/more/matters/")["Location"] == "/more/sent/"
    again = mary.post("/more/check/", {"draft": token(page), "key": key[1]})
    assert again["Location"] == "/more/sent/"


def test_it_can_be_left_and_come_back_to_from_the_request(mary: Client) -> None:
    begin(mary)
    post(mary, "/more/matters/", {"matters-most": "My garden", "later": "yes"})
    assert "Go on telling us more" in mary.get("/request/status/").content.decode()
    assert begin(mary).status_code == 302


def test_repeating_people_are_added_and_lose_nothing(mary: Client) -> None:
    begin(mary)
    confirm(mary)
    shown = post(mary, "/more/matters/", {"people-name@1": "Ivy", "add": "people"})
    assert shown.status_code == 200
    page = shown.content.decode()
    assert 'value="Ivy"' in page
    assert 'name="people-name@2"' in page
    gone = post(mary, "/more/matters/", {"people-name@1": "Ivy", "people-name@2": "Joe", "people-count": "2"})
    assert gone.status_code == 302
    page = mary.get("/more/matters/").content.decode()
    assert 'value="Ivy"' in page
    assert 'value="Joe"' in page


def test_what_could_bring_somebody_into_danger_is_not_shown_again_and_not_lost(mary: Client) -> None:
    begin(mary)
    confirm(mary)
    post(mary, "/more/risk/", {"risk-safe": "yes", "risk-afraid": "yes"})
    page = mary.get("/more/risk/").content.decode()
    assert re.search(r'name="risk-safe"[^>]*value="yes"[^>]*checked', page)
    assert not re.search(r'name="risk-afraid"[^>]*checked', page)
    assert "We do not show it here" in mary.get("/more/check/").content.decode()
    post(mary, "/more/risk/", {"risk-safe": "yes"})
    assert answers_of(mary)["risk-afraid"] == ("yes",)
    post(mary, "/more/risk/", {"risk-safe": "yes", "risk-afraid": "no"})
    assert answers_of(mary)["risk-afraid"] == ("no",)


def test_it_is_not_kept_while_it_is_typed_either(mary: Client) -> None:
    begin(mary)
    post(mary, "/more/risk/", {"risk-safe": "yes", "risk-afraid": "yes", "autosave": "yes"})
    case = UUID(mary.session["case"])
    with acting_as(Principal.resident(case)):
        filling = answering.filling(case, NEEDS)
    assert filling
    assert filling.typed == {"risk": {"risk-safe": ["yes"]}}
