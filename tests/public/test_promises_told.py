"""What whoever holds the reference and the code is told of promises: plain words, and nothing that could harm."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from onward.casework.promises import agreeing
from onward.public.residents import token
from onward.records.principal import acting_as
from onward.rules.promising import Due
from onward.vocabulary.contact import Outcome
from onward.vocabulary.promises import Kind
from tests import world
from tests.casework.promises.promised import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    asks_for_a_call,
    make,
    morning,
    noon,
    promise_of,
    ring,
    standing_of,
)

pytestmark = pytest.mark.django_db


def page_of(case: UUID) -> str:
    """The shared page; any address of a resident's takes the signed case of a form."""
    client = Client()
    session = client.session
    session["case"] = str(case)
    session.save()
    return client.get("/request/status/").content.decode()


def ask(case: UUID) -> UUID:
    row, ada = promise_of(case), world.staff("ada")
    with acting_as(ada):
        return agreeing.ask_to_move(
            promise=row.id,
            due=Due(THURSDAY),
            version=row.version,
            key=uuid4(),
            by=ada,
            on=FRIDAY,
            at=noon(FRIDAY),
        )


def answer(case: UUID, asked: UUID, which: str) -> int:
    sent = {"draft": token(case), "asked": str(asked), "key": str(uuid4()), which: "1"}
    return Client().post("/request/promise/", sent).status_code


def test_they_read_what_they_were_promised() -> None:
    page = page_of(asks_for_a_call())
    assert "What we promised you" in page
    assert "To ring you by the end of Monday 23 November 2026." in page


def test_and_what_became_of_it() -> None:
    case = asks_for_a_call()
    ring(promise_of(case))
    assert "We did this." in page_of(case)


def test_a_broken_one_is_owned_up_to() -> None:
    case = asks_for_a_call()
    morning(TUESDAY)
    assert "We did not do this in time. We are sorry." in page_of(case)


def test_they_agree_to_another_day_there() -> None:
    case = asks_for_a_call()
    asked = ask(case)
    assert "Can we do it on Thursday 26 November 2026 instead?" in page_of(case)
    answer(case, asked, "agree")
    assert [each.due_on for each in standing_of(case)] == [THURSDAY]
    assert "You agreed to another day." in page_of(case)


def test_or_say_that_they_cannot() -> None:
    case = asks_for_a_call()
    answer(case, ask(case), "decline")
    assert [each.due_on for each in standing_of(case)] == [MONDAY]
    assert "Can we do it" not in page_of(case)


def test_whoever_holds_another_request_answers_nothing_here() -> None:
    case, other = asks_for_a_call(), asks_for_a_call()
    asked = ask(case)
    assert answer(other, asked, "agree") == 422
    assert [each.due_on for each in standing_of(case)] == [MONDAY]


def test_where_the_decision_is_not_told_a_visit_is_not_either() -> None:
    case = world.ask_for_help()
    make(case, Kind.VISIT, TUESDAY)
    assert "To come and see you" in page_of(case)
    world.decide(case, Outcome.SAFEGUARDING)
    page = page_of(case)
    assert "To come and see you" not in page
    assert "To answer you by the end of" in page
