"""A first contact, from its first word to its decision, told back."""

from datetime import date
from uuid import uuid4

import pytest

from onward.journey.contact import actions, queries
from onward.journey.contact.moving import NotReady
from onward.records import queries as records
from onward.records.action import ActionError
from onward.records.principal import acting_as
from onward.records.refusals import KeyReused, Refused, Stale
from onward.vocabulary.contact import Grounds, Outcome, State, Wish
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db


def test_what_is_being_written_shows_to_nobody_else() -> None:
    case = world.begin()
    with acting_as(world.staff("ada")):
        assert queries.waiting() == []
        assert queries.draft(case) is None
    with acting_as(Principal.resident(uuid4())):
        assert queries.draft(case) is None


def test_what_was_sent_shows_to_the_front_door_at_once() -> None:
    case = world.ask_for_help()
    with acting_as(world.staff("ada")):
        (row,) = queries.waiting()
    assert (row.case, row.name, row.wish, row.needs) == (case, "Mary Windlebrook", Wish.ADVICE, ("lonely",))
    assert row.reply_by == date(2026, 11, 24)


def test_three_services_that_fit_are_found_and_kept_with_what_they_came_from() -> None:
    case = world.ask_for_help()
    with acting_as(Principal.resident(case)):
        services = queries.services_for(case)
        kept = records.kept_answer(case, "contact.services")
    assert len(services) >= 3
    assert all(each.because for each in services[:3])
    assert kept
    assert kept.inputs["needs"] == ["lonely"]
    assert {"ranking", "needs", "directory", "questionnaire"} <= kept.versions.keys()


def test_the_promised_day_is_kept_with_what_it_came_from() -> None:
    case = world.ask_for_help()
    with acting_as(Principal.resident(case)):
        kept = records.kept_answer(case, "contact.reply_by")
    assert kept
    assert kept.answer == "2026-11-24"
    assert kept.inputs["asked_on"] == "2026-11-20"
    assert kept.versions["rules.reply"] == "1"


def test_it_is_not_sent_while_something_is_missing() -> None:
    case = world.begin()
    world.answer(case, {"about": {"who": ("me",)}})
    with pytest.raises(Refused, match="What would you like help with"):
        world.send(case)


def test_sent_twice_with_one_key_is_one_request() -> None:
    case, key = world.begin(), uuid4()
    world.answer(case, world.MARYS_ANSWERS)
    assert world.send(case, key) == world.send(case, key) == case
    with acting_as(world.staff("ada")):
        assert len(queries.waiting()) == 1
        assert [each.kind for each in records.events([case])].count("contact.sent") == 1


def test_sent_twice_from_two_windows_says_that_it_was_sent() -> None:
    case = world.ask_for_help()
    with pytest.raises(Refused, match="already sent"):
        world.send(case)


def test_one_key_is_not_used_for_two_things() -> None:
    case = world.ask_for_help()
    key = uuid4()
    world.decide(case, key=key)
    with pytest.raises(KeyReused):
        world.decide(case, reason="Something else.", key=key)


def test_nothing_is_answered_after_it_was_sent() -> None:
    case = world.ask_for_help()
    with pytest.raises(Refused, match="already sent"):
        world.answer(case, {"about": {"who": ("someone",)}})


def test_asking_to_be_rung_keeps_what_was_answered() -> None:
    case = world.begin()
    world.answer(case, {page: world.MARYS_ANSWERS[page] for page in ("about", "help")})
    resident = Principal.resident(case)
    with acting_as(resident):
        actions.ask_for(case=case, wish=Wish.RING, council=world.COUNCIL, by=resident, on=world.TODAY)
        actions.ask_for(case=case, wish=Wish.ADVICE, council=world.COUNCIL, by=resident, on=world.TODAY)
    assert world.answers_of(case)["words"] == ("Nobody comes since the club closed.",)


def test_what_was_told_goes_with_a_call_so_that_it_is_told_once() -> None:
    case = world.begin()
    world.answer(case, {page: world.MARYS_ANSWERS[page] for page in ("about", "help", "me")})
    resident = Principal.resident(case)
    with acting_as(resident):
        actions.ask_for(case=case, wish=Wish.RING, council=world.COUNCIL, by=resident, on=world.TODAY)
    assert world.answers_of(case)["ring-words"] == (
        "Feeling lonely or cut off\nNobody comes since the club closed.",
    )
    assert world.answers_of(case)["ring-name"] == ("Mary",)
    world.answer(
        case,
        {"ring": {"ring-phone": ("01632 960 002",), "ring-message": ("no",), "ring-words": ("As I said.",)}},
    )
    world.send(case)
    assert world.request_of(case).said.words == "As I said."


@pytest.mark.parametrize("by", ["resident", "adviser"])
def test_nobody_makes_the_others_move(by: str) -> None:
    case = world.ask_for_help()
    version = world.request_of(case).version
    if by == "adviser":
        world.decide(case)
    who = Principal.resident(case) if by == "resident" else world.staff("ada")
    with acting_as(who), pytest.raises(Refused, match="not yours"):
        if by == "adviser":
            actions.question(case=case, words="x", key=uuid4(), by=who, on=world.TODAY)
        actions.decide(
            case=case,
            outcome=Outcome.URGENT,
            grounds=frozenset(),
            reason="x",
            services=(),
            version=version,
            key=uuid4(),
            by=who,
            on=world.TODAY,
        )


def test_a_call_is_asked_for_with_a_number_and_nothing_else() -> None:
    case = world.begin(wish=Wish.RING)
    world.answer(case, {"ring": {"ring-phone": ("01632 960 002",), "ring-message": ("no",)}})
    world.send(case)
    asked = world.request_of(case)
    assert asked.said.wish is Wish.RING
    assert not asked.said.safe_to_leave_message
    assert asked.reply_by == date(2026, 11, 23)


def test_advice_is_not_the_end_without_its_grounds() -> None:
    case = world.ask_for_help()
    with pytest.raises(NotReady, match="no appearance of need"):
        world.decide(case, grounds=frozenset())
    assert world.request_of(case).state is State.WAITING


def test_an_assessment_is_somebodys() -> None:
    case = world.ask_for_help(wish=Wish.ASSESSMENT)
    with pytest.raises(NotReady, match="who the person is"):
        world.decide(case, Outcome.ASSESSMENT)
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    assert world.request_of(case).state is State.DECIDED


def test_a_decision_is_told_back_with_its_reason_and_services() -> None:
    case = world.ask_for_help()
    world.decide(case, services=("LARK0009",))
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
        assert tracked
        assert (tracked.outcome, tracked.reason) == (Outcome.ADVICE, "You manage well.")
        assert [each.service_id for each in queries.services_sent(tracked)] == ["LARK0009"]


def test_safeguarding_is_never_told_on_the_shared_page() -> None:
    case = world.ask_for_help()
    world.decide(case, Outcome.SAFEGUARDING, reason="He takes her money.")
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    assert (tracked.outcome, tracked.reason, tracked.services) == (None, "", ())
    assert "safeguarding" not in repr(tracked).lower()


def test_the_person_says_that_it_is_wrong_and_it_waits_again() -> None:
    case = world.ask_for_help()
    world.decide(case)
    world.question(case)
    with acting_as(world.staff("ada")):
        (row,) = queries.waiting()
    assert (row.state, row.outcome) == (State.QUESTIONED, None)
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT, reason="You are right. Let us talk.")
    first, second = world.request_of(case).decisions
    assert first.objections == ("That is not what I said.",)
    assert (first.number, first.outcome, second.number, second.outcome) == (
        1,
        Outcome.ADVICE,
        2,
        Outcome.ASSESSMENT,
    )


def test_there_is_nothing_to_call_wrong_before_a_decision() -> None:
    case = world.ask_for_help()
    with pytest.raises(Refused, match="no decision"):
        world.question(case)


def test_two_advisers_at_once_do_not_undo_each_other() -> None:
    case = world.ask_for_help()
    read = world.request_of(case).version
    world.match_new(case)
    with pytest.raises(Stale):
        world.decide(case, version=read)
    assert world.request_of(case).decisions == ()


@pytest.mark.parametrize("typed", ["x" * 10_001, "x" * 100_000])
def test_a_reason_that_is_too_long_is_refused_with_its_length(typed: str) -> None:
    case = world.ask_for_help()
    with pytest.raises(Refused, match=f"{len(typed):,} letters"):
        world.decide(case, reason=typed)


def test_an_action_is_told_by_whom_and_when() -> None:
    case = world.ask_for_help()
    with pytest.raises(ActionError), acting_as(world.staff("ewa")):
        actions.decide(
            case=case,
            outcome=Outcome.ADVICE,
            grounds=frozenset({Grounds.NO_APPEARANCE_OF_NEED}),
            reason="x",
            services=(),
            version=1,
            key=uuid4(),
            by=world.staff("ada"),
            on=world.TODAY,
        )


def test_everything_that_happened_is_an_event_with_ids_and_codes_only() -> None:
    case = world.ask_for_help()
    person = world.match_new(case)
    world.decide(case)
    world.question(case)
    with acting_as(world.staff("ada")):
        events = records.events([case])
    assert [each.kind for each in events] == [
        "contact.begun",
        "response.begun",
        *["response.answered"] * 4,
        "response.sent",
        "contact.sent",
        "promise.made",
        "contact.matched",
        "contact.decided",
        "promise.kept",
        "followup.planned",
        "contact.questioned",
        "followup.left_out",
    ]
    assert {each.happened_on for each in events} == {world.TODAY}
    written = repr([each.details for each in events])
    assert str(person) in written
    assert "Mary" not in written
    assert "Windlebrook" not in written


def test_today_is_counted_by_outcome() -> None:
    world.decide(world.ask_for_help())
    world.decide(world.ask_for_help(), Outcome.SAFEGUARDING, reason="He takes her money.")
    world.ask_for_help()
    with acting_as(world.staff("ewa")):
        assert queries.outcomes_of(world.TODAY) == {Outcome.ADVICE: 1, Outcome.SAFEGUARDING: 1, None: 1}
        assert queries.outcomes_decided(world.TODAY) == {Outcome.ADVICE: 1, Outcome.SAFEGUARDING: 1}
        assert queries.outcomes_of(date(2026, 11, 19)) == {}
