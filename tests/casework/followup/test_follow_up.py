"""Six weeks after advice everybody is asked whether it worked, by their channel; unreached twice goes to a person."""

from datetime import date
from uuid import UUID

import pytest

from onward.casework.followup import actions, queries
from onward.casework.followup.models import FollowUp
from onward.casework.messages import queries as outbox
from onward.casework.promises.models import Promise
from onward.journey.contact import actions as contact
from onward.journey.contact import queries as contacts
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.contact import Outcome, Wish
from onward.vocabulary.contact import State as Stands
from onward.vocabulary.followup import NotAsked, State, Worked
from onward.vocabulary.messages import Channel
from onward.vocabulary.messages import State as Sent
from onward.vocabulary.promises import Kind, Reached
from onward.vocabulary.promises import State as Promised
from tests import world
from tests.casework.followup.advised import (
    BY_EMAIL,
    BY_LETTER,
    BY_PHONE,
    BY_TEXT,
    HELPED,
    LOOK_AGAIN,
    NOT_AT_ALL,
    SIX_WEEKS_ON,
    Given,
    advised,
    answer,
    follow_up_of,
    job,
    promises_to_ask,
)
from tests.casework.promises.promised import let_go, ring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fake")]


def messages_of(case: UUID) -> list[tuple[str, Sent]]:
    with acting_as(world.staff("ewa")):
        sent = outbox.of_case(case)
    return [(each.template, each.state) for each in sent if each.template == "six-weeks"]


def test_whoever_is_closed_with_advice_is_asked_six_weeks_later_and_nobody_else() -> None:
    row = follow_up_of(advised())
    assert (row.state, row.due_on) == (State.WAITING, date(2027, 1, 1))
    world.decide(world.ask_for_help(), Outcome.URGENT)
    with acting_as(world.staff("ada")):
        assert FollowUp.objects.count() == 1


@pytest.mark.parametrize("way", [BY_EMAIL, BY_TEXT])
def test_they_are_asked_by_the_way_that_they_chose(way: dict[str, Given]) -> None:
    case = advised(**way)
    assert job(-1) == {"message": 0, "person": 0}
    assert messages_of(case) == []
    assert job() == {"message": 1, "person": 0}
    assert messages_of(case) == [("six-weeks", Sent.WAITING)]
    assert follow_up_of(case).state == State.ASKED


def test_whoever_chose_letters_gets_the_questions_on_paper_to_send_back() -> None:
    case = advised(**BY_LETTER)
    assert job() == {"message": 1, "person": 0}
    with acting_as(world.staff("ewa")):
        (letter,) = [each for each in outbox.of_case(case) if each.template == "six-weeks"]
    assert letter.channel is Channel.LETTER
    assert f"Your reference: {world.reference_of(case)}" in letter.body
    assert "[  ] Yes, I ask you to" in letter.body


def test_run_twice_it_asks_nobody_twice() -> None:
    case = advised()
    assert (job(), job()) == ({"message": 1, "person": 0}, {"message": 0, "person": 0})
    assert len(messages_of(case)) == 1


def test_not_reached_twice_goes_to_a_person() -> None:
    case = advised()
    assert [job(day)["message"] for day in (0, 6, 7, 13)] == [1, 0, 1, 0]
    assert job(14) == {"message": 0, "person": 1}
    assert job(15) == {"message": 0, "person": 0}
    (promise,) = promises_to_ask(case)
    assert promise.due_on == date(2027, 1, 22)  # five working days after Friday the 15th
    assert follow_up_of(case).state == State.WITH_PERSON


def test_whoever_wants_to_be_rung_is_rung_by_one_of_us() -> None:
    case = advised(safe=BY_PHONE)
    assert job() == {"message": 0, "person": 1}
    assert messages_of(case) == []
    (promise,) = promises_to_ask(case)
    assert promise.due_on == date(2027, 1, 8)


def test_a_message_that_would_be_held_is_not_written_but_goes_to_a_person() -> None:
    careful = {"safe": {**BY_EMAIL["safe"], "safe-words": ("He reads my email at night.",)}}
    case = advised(**careful)
    assert job() == {"message": 0, "person": 1}
    assert messages_of(case) == []


def test_whoever_asked_us_not_to_contact_them_is_not_asked_and_is_counted_apart() -> None:
    row = follow_up_of(advised(**NOT_AT_ALL))
    assert (row.state, row.not_asked_because) == (State.NOT_ASKED, NotAsked.NO_CONTACT)
    assert job() == {"message": 0, "person": 0}


def test_whoever_came_back_before_is_not_asked() -> None:
    case = advised()
    world.question(case)
    assert follow_up_of(case).not_asked_because == NotAsked.CAME_BACK


def test_nor_is_whoever_came_back_with_a_new_request() -> None:
    case = advised()
    person = world.match_new(world.ask_for_help())  # somebody else
    before = world.ask_for_help(safe=BY_EMAIL["safe"])
    ada = world.staff("ada")
    with acting_as(ada):
        contacts_match(before, person)
    world.decide(before)
    again = world.ask_for_help()
    with acting_as(ada):
        contacts_match(again, person)
    assert follow_up_of(before).not_asked_because == NotAsked.CAME_BACK
    assert follow_up_of(case).state == State.WAITING


def contacts_match(case: UUID, person: UUID) -> None:
    asked = world.request_of(case)
    contact.match(
        case=asked.case, person=person, version=asked.version, by=world.staff("ada"), on=world.TODAY
    )


def test_they_say_that_it_helped() -> None:
    case = advised()
    job()
    answer(case, HELPED)
    row = follow_up_of(case)
    assert (row.state, row.worked, row.look_again) == (State.ANSWERED, Worked.YES, False)
    assert world.answers_of(case, "six-weeks")["changed"] == ("I go on Tuesdays.",)
    assert job(7) == {"message": 0, "person": 0}


def test_to_ask_us_to_look_again_is_to_ask_for_an_assessment_and_it_waits_with_a_day_promised() -> None:
    case = advised()
    job()
    answer(case, LOOK_AGAIN)
    asked = world.request_of(case)
    assert asked.state is Stands.QUESTIONED
    assert asked.reply_by == date(2027, 1, 5)
    with acting_as(world.staff("ada")):
        (row,) = [each for each in contacts.waiting() if each.case == case]
        standing = Promise.objects.get(case_id=case, state=Promised.OPEN)
    assert row.wish is Wish.ASSESSMENT
    assert (standing.kind, standing.due_on) == (Kind.REPLY, date(2027, 1, 5))


def test_one_of_us_writes_down_what_they_say_and_the_promise_is_kept() -> None:
    case = advised(safe=BY_PHONE)
    job()
    answer(case, LOOK_AGAIN, by=world.staff("ada"))
    (promise,) = promises_to_ask(case)
    assert promise.state == Promised.KEPT
    assert world.request_of(case).state is Stands.QUESTIONED


def test_reaching_them_is_not_enough_what_they_say_is_written_down() -> None:
    case = advised(safe=BY_PHONE)
    job()
    (promise,) = promises_to_ask(case)
    ring(promise, Reached.NO_ANSWER, on=SIX_WEEKS_ON)
    (promise,) = promises_to_ask(case)
    with pytest.raises(Refused, match="Write down what they say"):
        ring(promise, on=SIX_WEEKS_ON)


def test_a_promise_to_ask_that_is_let_go_counts_as_not_reached() -> None:
    case = advised(safe=BY_PHONE)
    job()
    (promise,) = promises_to_ask(case)
    let_go(promise, on=SIX_WEEKS_ON, reason="The number is no longer theirs.")
    assert follow_up_of(case).state == State.NOT_REACHED


def test_whoever_died_is_not_asked() -> None:
    case, ada = advised(safe=BY_PHONE), world.staff("ada")
    job()
    with acting_as(ada):
        actions.do_not_ask(case=case, because=NotAsked.DIED, by=ada, on=SIX_WEEKS_ON)
    assert follow_up_of(case).not_asked_because == NotAsked.DIED
    assert [each.state for each in promises_to_ask(case)] == [Promised.LET_GO]


def test_nobody_is_asked_the_same_twice_about_one_request() -> None:
    case = advised()
    job()
    answer(case, LOOK_AGAIN)
    world.decide(case)
    with acting_as(world.staff("ada")):
        assert FollowUp.objects.filter(case_id=case).count() == 1


def test_the_figures_have_their_denominators() -> None:
    helped, silent = advised(), advised()
    advised(**NOT_AT_ALL)
    rung = advised(safe=BY_PHONE)
    job()
    answer(helped, HELPED)
    let_go(promises_to_ask(rung)[0], on=SIX_WEEKS_ON)
    assert follow_up_of(silent).state == State.ASKED
    with acting_as(world.staff("ewa")):
        found = queries.six_weeks(SIX_WEEKS_ON, SIX_WEEKS_ON)
    assert (found.advised, found.asked, found.answered, found.worked[Worked.YES]) == (4, 3, 1, 1)
    assert found.states[State.NOT_REACHED] == 1
    assert found.left_out == {NotAsked.NO_CONTACT: 1}
