"""The public pages without a browser: the roads that a browser test would not easily take."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from onward.journey.contact import queries
from onward.records.codes import code_of
from onward.records.principal import acting_as
from onward.vocabulary.contact import State
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db
EVERYWHERE = [
    "/",
    "/help/about/",
    "/assessment/",
    "/ring-me/",
    "/services/",
    "/request/",
    "/how-we-use-what-you-tell-us/",
    "/using-this-site/",
    "/nowhere/",
]


def token(html: str) -> str:
    found = re.search(r'name="draft" value="([^"]+)"', html)
    assert found
    return found[1]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_public_page_offers_a_call_an_assessment_and_a_way_out(address: str) -> None:
    page = Client().get(address).content.decode()
    assert 'href="/ring-me/"' in page
    assert 'href="/assessment/"' in page
    assert "Leave this page now" in page


def test_a_form_whose_session_is_lost_still_knows_its_request() -> None:
    first = Client()
    opened = token(first.get("/help/about/").content.decode())
    first.post("/help/about/", {"draft": opened, "who": "me", "version": "0"})
    page = first.get("/help/help/").content.decode()
    another = Client()  # the same form, in a browser that lost its cookies
    gone_on = another.post("/help/help/", {"draft": token(page), "version": "3", "needs": "lonely"})
    assert gone_on.status_code == 302
    assert gone_on["Location"] == "/help/me/"
    assert "Feeling lonely" in another.get("/help/help/").content.decode()


def test_a_forged_or_foreign_form_opens_nothing() -> None:
    case = world.ask_for_help()
    for forged in (str(case), f"{case}:x", ""):
        page = Client().post("/help/check/", {"draft": forged, "key": uuid4()})
        assert page.status_code == 302
        assert page["Location"] == "/help/"


def test_a_page_that_does_not_apply_leads_to_the_one_that_does() -> None:
    client = Client()
    opened = token(client.get("/help/about/").content.decode())
    client.post("/help/about/", {"draft": opened, "who": "me", "version": "0"})
    assert client.get("/help/them/")["Location"] == "/help/help/"
    assert client.get("/help/check/")["Location"] == "/help/help/"
    assert client.get("/help/wish/").status_code == 404
    assert client.get("/help/gold/").status_code == 404


def test_after_sending_a_new_beginning_is_a_new_request() -> None:
    case = world.ask_for_help()
    client = Client()
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    client.post("/request/", {"reference": tracked.reference, "code": code_of(case)})
    assert client.get("/request/status/").status_code == 200
    assert client.get("/help/about/")["Location"] == "/help/sent/"  # looking back loses nothing
    assert client.get("/help/")["Location"] == "/help/about/"  # beginning again is another matter
    assert token(client.get("/help/about/").content.decode())
    assert client.get("/request/status/")["Location"] == "/request/"


@pytest.mark.parametrize("address", ["/assessment/", "/ring-me/"])
def test_after_sending_another_thing_is_asked_for_in_a_request_of_its_own(address: str) -> None:
    case = world.ask_for_help()
    client = Client()
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    client.post("/request/", {"reference": tracked.reference, "code": code_of(case)})
    client.post(address, {"draft": token(client.get(address).content.decode())})
    assert client.session["case"] != str(case)


def test_somebody_who_began_to_ask_for_a_call_may_write_instead() -> None:
    client = Client()
    client.post("/ring-me/", {"draft": token(client.get("/ring-me/").content.decode())})
    offered = client.get("/help/").content.decode()
    assert "Tell us here instead" in offered
    assert client.post("/help/", {"draft": token(offered)})["Location"] == "/help/about/"
    assert "Who needs help?" in client.get("/help/about/").content.decode()


def test_the_code_is_typed_as_people_type() -> None:
    case = world.ask_for_help()
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    typed = {"reference": f" {tracked.reference.lower().replace('-', ' ')} ", "code": code_of(case).lower()}
    assert Client().post("/request/", typed)["Location"] == "/request/back/"


def test_a_wrong_code_says_no_more_than_a_wrong_reference() -> None:
    case = world.ask_for_help()
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked

    def told(reference: str) -> str:
        page = Client().post("/request/", {"reference": reference, "code": "1111-1111"})
        assert page.status_code == 422
        return page.content.decode().replace(reference, "")

    def plain(html: str) -> str:
        return re.sub(r'(nonce|csrfmiddlewaretoken)[^>]*"', "", html)

    assert plain(told(tracked.reference)) == plain(told("0000-0000"))


def test_nothing_a_page_shows_is_kept_by_a_browser() -> None:
    assert Client().get("/help/about/")["Cache-Control"] == "no-store"


def test_a_request_left_half_way_is_nobody_elses_and_is_still_there() -> None:
    client = Client()
    opened = token(client.get("/ring-me/").content.decode())
    assert client.post("/ring-me/", {"draft": opened})["Location"] == "/help/ring/"
    case = client.session["case"]
    with acting_as(Principal.resident(case)):
        draft = queries.draft(case)
    assert draft
    assert draft.state is State.DRAFT
    assert "Your phone number" in client.get("/help/ring/").content.decode()


def test_leaving_forgets_whose_request_this_browser_held() -> None:
    client = Client()
    client.post("/help/about/", {"who": "me"})
    assert client.session.get("case")
    left = client.get("/leave/")
    assert (left.status_code, left["Location"]) == (302, "https://www.bbc.co.uk/weather")
    assert "case" not in client.session
