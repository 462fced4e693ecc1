"""What is told to somebody is a promise: made by itself, kept, moved with their agreement, broken, or let go."""

from datetime import time
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from onward.casework.promises import actions, agreeing
from onward.casework.promises.models import Call, MoveAsked, Promise
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.rules.promising import Due
from onward.vocabulary.contact import Outcome
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import Kind, Reached, State
from tests import world
from tests.casework.promises.promised import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    asks_for_a_call,
    events_of,
    keep,
    let_go,
    make,
    morning,
    move,
    noon,
    promise_of,
    ring,
    standing_of,
)

pytestmark = pytest.mark.django_db


def test_whoever_sends_a_request_is_promised_an_answer_by_the_day_they_are_told() -> None:
    case = world.ask_for_help()
    row = promise_of(case)
    assert (row.kind, row.due_on, row.made_on, row.state) == (Kind.REPLY, TUESDAY, FRIDAY, State.OPEN)
    assert row.due_on == world.request_of(case).reply_by
    assert events_of(case) == ["promise.made"]


def test_deciding_keeps_the_promise_of_an_answer_and_says_by_what() -> None:
    case = world.ask_for_help()
    world.decide(case)
    row = promise_of(case)
    assert (row.state, row.ended_on, row.ended_by) == (State.KEPT, FRIDAY, str(world.staff("ada")))
    assert row.ended_because == "contact.decided"


def test_a_second_decision_keeps_nothing_twice() -> None:
    case = world.ask_for_help()
    world.decide(case)
    world.question(case)
    world.decide(case)
    assert events_of(case) == ["promise.made", "promise.kept"]


def test_whoever_asks_to_be_rung_is_promised_a_call() -> None:
    row = promise_of(asks_for_a_call())
    assert (row.kind, row.due_on) == (Kind.CALL_BACK, MONDAY)


def test_deciding_keeps_no_call_they_were_promised_a_voice() -> None:
    case = asks_for_a_call()
    world.decide(case, Outcome.URGENT)
    assert promise_of(case).state == State.OPEN


def test_reaching_them_keeps_it() -> None:
    case = asks_for_a_call()
    ring(promise_of(case))
    row = promise_of(case)
    assert (row.state, row.ended_on, row.ended_because) == (State.KEPT, MONDAY, "call.recorded")


@pytest.mark.parametrize("ended", [Reached.NO_ANSWER, Reached.SOMEBODY_ELSE])
def test_not_reaching_them_is_an_attempt_and_keeps_nothing(ended: Reached) -> None:
    case = asks_for_a_call()
    ring(promise_of(case), ended)
    assert promise_of(case).state == State.OPEN
    with acting_as(world.staff("ada")):
        assert list(Call.objects.values_list("ended", flat=True)) == [ended.value]


def test_no_message_is_left_where_that_is_not_safe() -> None:
    case = asks_for_a_call()
    with pytest.raises(Refused, match="safe to leave a message"):
        ring(promise_of(case), Reached.LEFT_MESSAGE)


def test_one_is_left_where_it_is() -> None:
    case = asks_for_a_call(**{"ring-message": ("yes",)})
    ring(promise_of(case), Reached.LEFT_MESSAGE)
    assert promise_of(case).state == State.OPEN


def test_a_call_is_not_kept_by_saying_so() -> None:
    with pytest.raises(Refused, match="Record the call"):
        keep(promise_of(asks_for_a_call()), MONDAY)


def test_what_is_done_after_its_day_stays_broken_and_is_done_late() -> None:
    case = asks_for_a_call()
    ring(promise_of(case), on=TUESDAY)
    row = promise_of(case)
    assert (row.state, row.broken_on, row.ended_on) == (State.DONE_LATE, TUESDAY, TUESDAY)
    assert events_of(case) == ["promise.made", "call.recorded", "promise.broken", "promise.kept"]


def test_it_is_moved_with_their_agreement_and_the_first_day_is_kept() -> None:
    case = world.ask_for_help()
    visit = make(case, Kind.VISIT, TUESDAY)
    with acting_as(world.staff("ada")):
        first = Promise.objects.get(id=visit)
    after = move(first, WEDNESDAY)
    with acting_as(world.staff("ada")):
        first, second = Promise.objects.get(id=visit), Promise.objects.get(id=after)
    assert (first.state, first.due_on) == (State.MOVED, TUESDAY)
    assert (second.state, second.due_on, second.moved_from_id) == (State.OPEN, WEDNESDAY, first.id)
    assert (second.agreed_by, second.agreed_how) == ("person", "telephone")


def test_moved_after_its_day_it_stays_broken() -> None:
    case = world.ask_for_help()
    row = promise_of(case)
    move(row, THURSDAY, on=WEDNESDAY)
    with acting_as(world.staff("ada")):
        first = Promise.objects.get(id=row.id)
    assert (first.state, first.broken_on) == (State.MOVED_LATE, WEDNESDAY)


def test_it_is_not_moved_to_a_day_that_is_over_or_the_same() -> None:
    row = promise_of(world.ask_for_help())
    with pytest.raises(Refused, match="over already"):
        move(row, FRIDAY, on=MONDAY)
    with pytest.raises(Refused, match="has already"):
        move(row, TUESDAY)


def test_it_is_let_go_with_a_reason_and_not_without() -> None:
    case = asks_for_a_call()
    with pytest.raises(Refused, match="Say why"):
        let_go(promise_of(case), reason="  ")
    let_go(promise_of(case))
    row = promise_of(case)
    assert (row.state, row.reason) == (State.LET_GO, "She has moved away.")


def test_what_ended_cannot_be_kept_moved_or_let_go_again() -> None:
    case = asks_for_a_call()
    ring(promise_of(case))
    for again in (ring, let_go):
        with pytest.raises(Refused, match="cannot be done now"):
            again(promise_of(case))
    with pytest.raises(Refused, match="cannot be done now"):
        move(promise_of(case), TUESDAY)


def test_two_who_record_at_once_do_not_both() -> None:
    case = asks_for_a_call()
    seen = promise_of(case)
    ring(seen, Reached.NO_ANSWER)
    with pytest.raises(Stale):
        ring(seen, Reached.NO_ANSWER)


def test_the_same_is_not_promised_twice_but_two_visits_are() -> None:
    case = asks_for_a_call()
    with pytest.raises(Refused, match="promised already"):
        make(case, Kind.CALL_BACK)
    make(case, Kind.VISIT, TUESDAY)
    make(case, Kind.VISIT, WEDNESDAY)
    assert len(standing_of(case)) == 3


def test_a_call_may_be_promised_for_hours_that_end() -> None:
    case = world.ask_for_help()
    make(case, Kind.CALL_BACK, due=Due(MONDAY, time(9), time(11)))
    row = next(each for each in standing_of(case) if each.kind == Kind.CALL_BACK)
    ring(row, on=MONDAY)  # at noon
    with acting_as(world.staff("ada")):
        row.refresh_from_db()
    assert (row.state, row.broken_on) == (State.DONE_LATE, MONDAY)


def asked_to_move(case: UUID) -> UUID:
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


def test_asked_on_their_page_they_agree_and_it_is_moved() -> None:
    case = world.ask_for_help()
    asked, resident = asked_to_move(case), Principal.resident(case)
    assert [each.due_on for each in standing_of(case)] == [TUESDAY]
    with acting_as(resident):
        agreeing.agree(asked=asked, key=uuid4(), by=resident, on=FRIDAY, at=noon(FRIDAY))
    (now,) = standing_of(case)
    assert (now.due_on, now.agreed_how) == (THURSDAY, "shared_page")


def test_or_they_say_that_they_cannot_and_what_was_promised_stands() -> None:
    case = world.ask_for_help()
    asked, resident = asked_to_move(case), Principal.resident(case)
    with acting_as(resident):
        agreeing.decline(asked=asked, by=resident, on=FRIDAY)
        assert MoveAsked.objects.get(id=asked).agreed is False
        with pytest.raises(Refused, match="answered already"):
            agreeing.agree(asked=asked, key=uuid4(), by=resident, on=FRIDAY, at=noon(FRIDAY))
    assert [each.due_on for each in standing_of(case)] == [TUESDAY]


def test_nobody_of_the_staff_agrees_for_them_on_their_page() -> None:
    case = world.ask_for_help()
    asked, ada = asked_to_move(case), world.staff("ada")
    with acting_as(ada), pytest.raises(Refused, match="not yours"):
        agreeing.decline(asked=asked, by=ada, on=FRIDAY)


def test_whoever_takes_it_is_named() -> None:
    case, ada = world.ask_for_help(), world.staff("ada")
    row = promise_of(case)
    with acting_as(ada):
        actions.take(promise=row.id, version=row.version, by=ada, on=FRIDAY)
    assert promise_of(case).keeper == str(ada)


@pytest.mark.parametrize(
    "change",
    ["broken_on = NULL, state = 'open'", "due_on = due_on + 7", "made_by = 'staff:1'", "state = 'let_go'"],
)
def test_the_database_itself_lets_nobody_rewrite_a_promise(change: str) -> None:
    case = asks_for_a_call()
    ring(promise_of(case), on=TUESDAY)
    refused = pytest.raises(DatabaseError, match=r"stays broken|ends once|not rewritten")
    with acting_as(world.staff("ada")), refused, transaction.atomic():
        Promise.objects.raw(f"UPDATE promises_promise SET {change} RETURNING id")[0]


def test_another_team_sees_and_keeps_none_of_it() -> None:
    row = promise_of(asks_for_a_call())
    olu = world.staff("olu")
    with acting_as(olu):
        assert not Promise.objects.exists()
        with pytest.raises(Refused, match="could not be found"):
            actions.take(promise=row.id, version=row.version, by=olu, on=FRIDAY)


def test_the_morning_notes_what_is_due_what_broke_and_raises_it_to_the_team_then_the_manager() -> None:
    case = asks_for_a_call()
    assert morning(FRIDAY) == {"due": 0, "broken": 0, "raised": 0}
    assert morning(MONDAY) == {"due": 1, "broken": 0, "raised": 0}
    assert morning(TUESDAY) == {"due": 0, "broken": 1, "raised": 1}
    assert morning(WEDNESDAY) == {"due": 0, "broken": 0, "raised": 1}
    row = promise_of(case)
    assert (row.raised_to_team_on, row.raised_to_manager_on) == (TUESDAY, WEDNESDAY)
    assert events_of(case) == [
        "promise.made", "promise.due", "promise.broken", "promise.raised", "promise.raised"
    ]  # fmt: skip


@pytest.mark.parametrize("day", [MONDAY, TUESDAY, WEDNESDAY, THURSDAY])
def test_run_twice_it_changes_nothing(day: object) -> None:
    case = asks_for_a_call()
    morning(day)  # type: ignore[arg-type]
    before = events_of(case)
    assert morning(day) == {"due": 0, "broken": 0, "raised": 0}  # type: ignore[arg-type]
    assert events_of(case) == before


def test_a_day_that_the_job_did_not_run_is_made_good() -> None:
    asks_for_a_call()
    assert morning(WEDNESDAY) == {"due": 0, "broken": 1, "raised": 2}


def test_what_is_kept_in_time_troubles_nobody() -> None:
    case = asks_for_a_call()
    ring(promise_of(case))
    assert morning(THURSDAY) == {"due": 0, "broken": 0, "raised": 0}
