"""A person is introduced to a service with their consent; the service answers; the person may take it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from onward.casework.introducing import actions, queries
from onward.casework.introducing.actions import NotAgreed
from onward.casework.links.actions import open_link
from onward.policy.partners import partners
from onward.records import queries as records
from onward.records.models import Look
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.rules.introducing import Missing
from onward.vocabulary.introductions import State, Way
from onward.vocabulary.principals import Principal
from tests import world
from tests.casework.introducing.agreeing import (
    AGREED,
    TOLD,
    answer,
    introduce,
    link_of,
    seen,
    take_back,
    token,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> UUID:
    return world.ask_for_help()


def happened(case: UUID) -> list[str]:
    with acting_as(world.staff("ada")):
        return [each.kind for each in records.events([case])]


def test_a_service_is_told_what_was_agreed_and_by_whom_is_kept(case: UUID, club: str) -> None:
    made = seen(introduce(case, club))
    assert (made.told, made.consent, made.state) == (TOLD, AGREED, State.SENT)
    assert made.recorded_by == str(world.staff("ada"))
    assert made.way is Way.EMAIL and made.link and made.link.to == "hello@club.example.org"
    assert happened(case)[-1] == "introduction.sent"


def test_where_no_address_is_known_the_worker_tells_them(case: UUID, quiet_club: str) -> None:
    made = seen(introduce(case, quiet_club))
    assert (made.way, made.link) == (Way.BY_HAND, None)


def test_nothing_is_told_without_consent(case: UUID, club: str) -> None:
    with pytest.raises(NotAgreed) as refused:
        introduce(case, club, consent=replace(AGREED, by=None), told=replace(TOLD, want=" "))
    assert refused.value.missing == (Missing.WANT, Missing.CONSENT_BY)
    with acting_as(world.staff("ada")):
        assert queries.of_case(case) == []


@pytest.mark.parametrize("who", ["resident", "nobody"])
def test_only_staff_introduce(case: UUID, club: str, who: str) -> None:
    by = Principal.resident(case) if who == "resident" else Principal.nobody()
    with acting_as(by), pytest.raises(Refused):
        actions.introduce(
            case=case, service=club, told=TOLD, consent=AGREED, key=uuid4(), by=by, on=world.TODAY
        )


def test_to_a_service_that_has_closed_nobody_is_introduced(case: UUID) -> None:
    with pytest.raises(Refused, match="not in the directory any more"):
        introduce(case, "no-such-service")


def test_sent_twice_it_is_told_once(case: UUID, club: str) -> None:
    key = uuid4()
    assert introduce(case, club, key=key) == introduce(case, club, key=key)
    assert happened(case).count("introduction.sent") == 1


def test_the_service_answers_by_its_link_and_everybody_sees_it(case: UUID, club: str) -> None:
    made = introduce(case, club)
    answer(made, State.WAITING_LIST, weeks=6)
    answer(made, State.TAKEN_ON, words="She starts on Friday.")
    answer(made, State.GOING)
    found = seen(made)
    assert found.state is State.GOING
    assert [(each.answer, each.weeks, each.words) for each in found.answers] == [
        (State.WAITING_LIST, 6, ""),
        (State.TAKEN_ON, None, "She starts on Friday."),
        (State.GOING, None, ""),
    ]
    assert {each.by for each in found.answers} == {f"link:{link_of(made)}"}
    with acting_as(Principal.resident(case)):
        (own,) = queries.of_case(case)
    assert own.state is State.GOING


def test_what_a_service_tells_by_telephone_is_written_down_by_a_worker(case: UUID, quiet_club: str) -> None:
    made = introduce(case, quiet_club)
    answer(made, State.TAKEN_ON, by=world.staff("ada"))
    assert seen(made).answers[0].by == str(world.staff("ada"))


@pytest.mark.parametrize(
    ("said", "told", "says"),
    [
        (State.NOT_FOR_US, {}, "Say why"),
        (State.ENDED, {}, "cannot be said now"),
        (State.SENT, {}, "Choose how it goes"),
        (State.WAITING_LIST, {"weeks": 201}, "weeks as a number"),
        (State.TAKEN_ON, {"words": "x" * 5001}, "too long"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    case: UUID, club: str, said: State, told: dict[str, Any], says: str
) -> None:
    made = introduce(case, club)
    with pytest.raises(Refused, match=says):
        answer(made, said, **told)
    assert seen(made).answers == ()


def test_the_person_may_take_it_back_and_then_the_link_opens_nothing(case: UUID, club: str) -> None:
    made = introduce(case, club)
    carried, link = token(made), link_of(made)
    assert open_link(token=carried) == link
    take_back(made, Principal.resident(case))
    assert open_link(token=carried) is None
    assert seen(made).state is State.TAKEN_BACK
    with pytest.raises(Refused):
        answer(made, State.TAKEN_ON, by=Principal.link(link))
    with pytest.raises(Refused, match="cannot be said now"):
        answer(made, State.TAKEN_ON, by=world.staff("ada"))


def test_two_who_change_the_same_do_not_lose_each_other(case: UUID, club: str) -> None:
    made = introduce(case, club)
    by = world.staff("ada")
    with acting_as(by), pytest.raises(Stale):
        actions.take_back(introduction=made, version=9, by=by, on=world.TODAY)


def test_a_new_link_makes_the_old_one_open_nothing(case: UUID, club: str) -> None:
    made = introduce(case, club)
    before, by = token(made), world.staff("ada")
    with acting_as(by):
        actions.send_again(introduction=made, version=seen(made).version, by=by, on=world.TODAY)
    assert open_link(token=before) is None
    assert open_link(token=token(made)) == link_of(made)


def test_a_link_opens_nothing_after_its_days(case: UUID, club: str) -> None:
    early = world.TODAY - timedelta(days=partners().link_days + 30)
    by = world.staff("ada")
    with acting_as(by):
        made = actions.introduce(
            case=case,
            service=club,
            told=TOLD,
            consent=replace(AGREED, on=early),
            key=uuid4(),
            by=by,
            on=early,
        )
    carried, link = token(made), link_of(made)
    assert open_link(token=carried) is None
    with acting_as(Principal.link(link)):
        assert queries.held(made) is None


@pytest.mark.parametrize("typed", ["", "x", "A" * 43, "A" * 5000, "\0", "é" * 43])
def test_what_is_guessed_opens_nothing_and_is_written_down(case: UUID, club: str, typed: str) -> None:
    introduce(case, club)
    assert open_link(token=typed) is None
    with acting_as(world.staff("ewa")):
        assert Look.objects.filter(road="link", allowed=False).count() == 1


def test_where_nothing_is_heard_for_a_while_the_worker_is_reminded(case: UUID, club: str) -> None:
    made = introduce(case, club)
    days = timedelta(days=partners().remind_after_days)
    with acting_as(world.staff("ada")):
        assert queries.unheard(world.TODAY + days - timedelta(days=1)) == []
        assert [each.id for each in queries.unheard(world.TODAY + days)] == [made]
    with acting_as(world.staff("olu")):
        assert queries.unheard(world.TODAY + days) == []
    answer(made, State.NOT_REACHED)
    with acting_as(world.staff("ada")):
        assert queries.unheard(world.TODAY + days) == []


def test_one_that_was_taken_back_is_no_reminder(case: UUID, club: str) -> None:
    made = introduce(case, club)
    take_back(made, world.staff("ada"))
    with acting_as(world.staff("ada")):
        assert queries.unheard(world.TODAY + timedelta(days=100)) == []
