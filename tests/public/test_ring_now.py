"""Whom to ring now: on the person's own pages, in general words, all or nothing, and never because of abuse."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from onward.journey.contact import queries
from onward.policy.triage import triage
from onward.records.codes import code_of
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal
from tests import world
from tests.public.test_asking_pages import token
from tests.public.test_coming_back import post

pytestmark = pytest.mark.django_db
RING = "If it cannot wait, ring now"


def opened(case: UUID) -> Client:
    """A browser that holds the request."""
    with acting_as(Principal.resident(case)):
        draft = queries.draft(case)
    assert draft
    client = Client()
    client.post("/request/", {"reference": draft.reference, "code": code_of(case)})
    return client


def asked(words: str, needs: tuple[str, ...] = ("home",)) -> Client:
    return opened(world.ask_for_help(help={"needs": needs, "words": (words,)}))


def half_written(words: str) -> Client:
    case = world.begin()
    world.answer(case, {**world.MARYS_ANSWERS, "help": {"needs": ("home",), "words": (words,)}})
    return opened(case)


def shown(client: Client, address: str) -> str:
    """What the page says, without what is different for each request and each showing."""
    page = client.get(address).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    # Which services are shown may differ: now and then one is shown so that new ones are seen.
    main = re.sub(r'<li class="onward-service">.*?</li>', "", main, flags=re.DOTALL)
    return re.sub(r'value="[^"]*"|[A-Z0-9]{4}-[A-Z0-9]{4}', "", main)


@pytest.mark.parametrize(
    "words", ["There is no food in the house.", "I want to kill myself.", "the kitchen is on fire"]
)
def test_it_says_whom_to_ring_before_and_after_sending(words: str) -> None:
    for page in (shown(half_written(words), "/help/check/"), shown(asked(words), "/help/sent/")):
        assert RING in page
        assert "Ring 999." in page
        assert "Ring 111 and choose option 2." in page
        assert "By day: 01632 960 100." in page
        assert "At night and at weekends: 01632 960 199." in page


def test_where_nothing_is_so_urgent_it_says_what_it_always_says() -> None:
    for words in ("I am lonely.", "I had a fall."):
        page = shown(asked(words), "/help/sent/")
        assert RING not in page
        assert "If someone is in danger, ring 999." in page


def test_it_is_the_same_whatever_was_told() -> None:
    pages = [shown(asked(words), "/help/sent/") for words in ("There is no food.", "I want to kill myself.")]
    part = [page[page.index('id="ring-now"') : page.index("What happens next")] for page in pages]
    assert part[0] == part[1]


@pytest.mark.parametrize("words", ["My son hits me.", "He is going to kill me.", "He reads my phone."])
def test_what_is_told_of_abuse_changes_nothing_on_the_page(words: str) -> None:
    assert shown(asked(words), "/help/sent/") == shown(asked("I am all right."), "/help/sent/")
    assert shown(asked(words), "/request/status/") == shown(asked("I am all right."), "/request/status/")
    assert RING not in shown(half_written(words), "/help/check/")


def test_nothing_of_what_was_proposed_is_on_a_public_page() -> None:
    client = asked("My son hits me. There is no food.")
    for address in ("/help/sent/", "/request/status/"):
        page = shown(client, address).lower()
        for word in (
            "urgent",
            "proposed",
            "hits me",
            "cruel",
            "safeguarding",
            "no food in",
            "told us that there may",
        ):
            assert word not in page, (address, word)


def test_the_self_assessment_says_it_too() -> None:
    client = asked("I am lonely.")
    client.post("/more/", {"draft": token(client.get("/more/").content.decode())})
    post(client, "/more/start/", {"who": "me"})
    post(client, "/more/risk/", {"risk-safe": "yes", "risk-life": "yes"})
    check = client.get("/more/check/").content.decode()
    assert RING in check
    key = re.search(r'name="key" value="([^"]+)"', check)
    assert key
    client.post("/more/check/", {"draft": token(check), "key": key[1]})
    assert RING in client.get("/more/sent/").content.decode()


def test_a_council_without_a_number_promises_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "onward.web.templating.here", lambda: replace(world.COUNCIL, telephone="", out_of_hours="")
    )
    page = shown(asked("There is no food."), "/help/sent/")
    assert RING in page
    assert triage().ring[-1].says not in page
