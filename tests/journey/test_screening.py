"""What is proposed when a request is sent: the order of the list, what adds to it, and what a person says of it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from onward.casework.answering import actions as answering
from onward.casework.answering import queries as answered
from onward.casework.answering.forms import NEEDS
from onward.journey.contact import actions, queries
from onward.journey.contact.choosing import Chosen, Otherwise
from onward.journey.contact.models import Contact
from onward.journey.contact.proportionate import proportion_of
from onward.records import queries as records
from onward.records.actions import note_look
from onward.records.principal import acting_as
from onward.records.refusals import Refused, Stale
from onward.vocabulary.contact import Outcome
from onward.vocabulary.principals import Principal
from onward.vocabulary.proportion import ByWhom, Route
from onward.vocabulary.screening import About, Conversation, Part, Prompt, Standing, Urgency
from tests import world

pytestmark = pytest.mark.django_db
NOW, TODAY, SOON, ORDINARY = Urgency
SINCE, UNTIL = world.TODAY, world.TODAY + timedelta(days=1)


def ask(words: str) -> UUID:
    """Mary's request, in other words."""
    return world.ask_for_help(help={"needs": ("home",), "words": (words,)})


def tell_more(case: UUID, page: str, given: dict[str, tuple[str, ...]]) -> None:
    """Its resident writes a page of the self-assessment, and sends it."""
    by = Principal.resident(case)
    with acting_as(by):
        answering.begin(case=case, name=NEEDS, keep_months=12, key=uuid4(), by=by, on=world.TODAY)
        for each, answers in (("start", {"who": ("me",)}), (page, given)):
            filling = answered.filling(case, NEEDS)
            assert filling
            answering.answer(
                case=case,
                name=NEEDS,
                page=each,
                given=answers,
                version=filling.version,
                keep_months=12,
                by=by,
                on=world.TODAY,
            )
        actions.send_more(case=case, name=NEEDS, key=uuid4(), by=by, on=world.TODAY)


def order() -> list[tuple[UUID, Urgency]]:
    with acting_as(world.staff("ada")):
        return [(row.case, row.urgency) for row in queries.waiting()]


def test_the_most_urgent_come_first_then_those_promised_soonest() -> None:
    ordinary, soon = ask("I am lonely."), ask("I had a fall.")
    now, today = ask("I want to kill myself."), ask("There is no food in the house.")
    assert order() == [(now, NOW), (today, TODAY), (soon, SOON), (ordinary, ORDINARY)]


def test_the_list_says_in_a_phrase_why() -> None:
    case = ask("My son hits me. There is no food.")
    with acting_as(world.staff("ada")):
        (row,) = queries.waiting()
    assert (row.case, row.look_at) == (case, (Prompt.SAFEGUARDING, Prompt.FOOD_OR_HEAT))


def test_what_was_proposed_is_kept_with_what_it_came_from() -> None:
    case = ask("There is no food.")
    with acting_as(world.staff("ada")):
        kept, found = records.kept_answer(case, "contact.screening"), queries.screening_of(case)
    assert kept
    assert found
    assert kept.inputs == {"answers": {"needs": ["home"]}, "words": ["There is no food."]}
    assert kept.versions.keys() == {"rules.triage", "policy", "questionnaire.0"}
    assert (found.urgency, found.conversation) == (TODAY, Conversation.WORK_ON_RISK)
    assert found.because[0].spoken == ("no food",)
    assert list(found.parts) == list(Part)
    assert found.parts[Part.RISK] is Standing.NOT_KNOWN
    assert list(found.ask) == [each for each in Prompt if each is not Prompt.FOOD_OR_HEAT]


def test_what_is_told_later_adds_to_it_and_takes_nothing_away() -> None:
    first, second = ask("I had a fall."), ask("I had a fall.")
    tell_more(second, "risk", {"risk-safe": ("yes",), "risk-now": ("food",), "risk-life": ("no",)})
    assert order() == [(second, TODAY), (first, SOON)]
    with acting_as(world.staff("ada")):
        found = queries.screening_of(second)
    assert found
    assert found.look_at == (Prompt.FOOD_OR_HEAT, Prompt.CARE_NOW)


def test_to_say_none_later_does_not_unsay_what_was_said() -> None:
    case = ask("I had a fall.")
    tell_more(case, "risk", {"risk-safe": ("yes",), "risk-now": ("none",)})
    assert order() == [(case, SOON)]


def test_the_word_that_a_decision_is_wrong_is_read_too() -> None:
    case = ask("I am lonely.")
    world.decide(case)
    world.question(case, "You are wrong. There is no food in the house.")
    assert order() == [(case, TODAY)]


def test_a_request_is_never_kept_back_or_answered_later_by_it() -> None:
    case, other = ask("There is no food."), ask("I am lonely.")
    assert world.request_of(case).reply_by == world.request_of(other).reply_by
    assert len(order()) == 2


def test_what_a_person_says_of_the_order_stands() -> None:
    first, second = ask("A small fire years ago."), ask("I am lonely.")
    world.say_urgency(first, ORDINARY)
    world.say_urgency(second, NOW)
    assert order() == [(second, NOW), (first, ORDINARY)]
    assert world.request_of(second).urgency is NOW


def test_what_a_person_said_stands_until_something_more_urgent_is_told() -> None:
    same, more = ask("A small fire years ago."), ask("A small fire years ago.")
    for each in (same, more):
        world.say_urgency(each, ORDINARY)
    tell_more(same, "risk", {"risk-safe": ("yes",), "risk-now": ("food",)})
    tell_more(more, "risk", {"risk-safe": ("yes",), "risk-life": ("yes",)})
    assert dict(order()) == {more: NOW, same: ORDINARY}


def test_something_less_urgent_told_later_leaves_a_higher_place() -> None:
    case = ask("I am lonely.")
    world.say_urgency(case, NOW)
    tell_more(case, "risk", {"risk-safe": ("yes",), "risk-now": ("falls",)})
    assert order() == [(case, NOW)]


def test_two_at_once_do_not_lose_each_others_word() -> None:
    case = ask("I am lonely.")
    version = world.request_of(case).version
    world.say_urgency(case, SOON)
    with pytest.raises(Stale):
        world.say_urgency(case, NOW, version=version)


def test_how_urgent_is_said_of_what_waits_and_by_the_team_only() -> None:
    case = ask("I am lonely.")
    with pytest.raises(Refused, match="could not be found"):
        world.say_urgency(case, NOW, by="olu")
    world.decide(case)
    with pytest.raises(Refused, match="does not wait"):
        world.say_urgency(case, NOW)


def test_it_writes_down_what_was_proposed_and_what_was_said_and_no_words() -> None:
    case = ask("There is no food.")
    world.say_urgency(case, ORDINARY)
    with acting_as(world.staff("ada")):
        (event,) = [each for each in records.events([case]) if each.kind == "contact.urgency_set"]
    assert event.details == {"proposed": "today", "chosen": "ordinary"}


def decide(case: UUID, chosen: Chosen, outcome: Outcome = Outcome.ASSESSMENT) -> None:
    world.match_new(case)
    world.decide(case, outcome, chosen=chosen)


def test_deciding_otherwise_is_kept_and_shown_for_the_service() -> None:
    as_proposed = Chosen(Conversation.LISTEN, Route.PHONE, ByWhom.ASSESSOR)
    decide(ask("I am lonely."), as_proposed)
    decide(ask("I am lonely."), Chosen(Conversation.LONG_TERM, Route.FACE_TO_FACE, because="She asked."))
    changed = ask("There is no food.")
    world.say_urgency(changed, NOW)
    world.say_urgency(changed, SOON)
    world.decide(changed)
    with acting_as(world.staff("ewa")):
        assert queries.otherwise(SINCE, UNTIL) == [
            Otherwise(About.URGENCY, 3, 1),
            Otherwise(About.CONVERSATION, 2, 1),
            Otherwise(About.ROUTE, 2, 1),
            Otherwise(About.BY_WHOM, 1, 0),
        ]
        assert {each.chosen for each in queries.otherwise(UNTIL, UNTIL + timedelta(days=1))} == {0}


def test_what_was_not_said_is_not_counted_and_a_route_is_of_an_assessment_only() -> None:
    decide(ask("I am lonely."), Chosen(route=Route.PHONE, by_whom=ByWhom.QUALIFIED), Outcome.ADVICE)
    decide(ask("There is no food."), Chosen(route=Route.FACE_TO_FACE), Outcome.URGENT)
    with acting_as(world.staff("ewa")):
        counted = {each.about: each.chosen for each in queries.otherwise(SINCE, UNTIL)}
    assert counted == {About.URGENCY: 2, About.CONVERSATION: 0, About.ROUTE: 1, About.BY_WHOM: 0}


def test_a_reason_that_is_too_long_is_refused_and_nothing_is_decided() -> None:
    case = ask("I am lonely.")
    with pytest.raises(Refused, match="2,000"):
        world.decide(case, chosen=Chosen(because="x" * 2_001))
    assert order() == [(case, ORDINARY)]


def test_another_team_sees_neither_what_was_proposed_nor_what_was_chosen() -> None:
    decide(ask("My son hits me."), Chosen(Conversation.LISTEN))
    with acting_as(world.staff("olu")):
        assert {each.chosen for each in queries.otherwise(SINCE, UNTIL)} == {0}
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM contact_choice")
            assert cursor.fetchone() == (0,)


def test_a_route_is_proposed_from_what_was_sent_and_kept() -> None:
    case = ask("I am lonely.")
    tell_more(case, "talk", {"talk-hard": ("deafblind",)})
    with acting_as(world.staff("ada")):
        found, kept = proportion_of(case), records.kept_answer(case, "contact.proportion")
    assert found
    assert kept
    assert (found.route, found.by_whom) == (Route.FACE_TO_FACE, ByWhom.SPECIALIST)
    assert "reg 6" in found.because[0][1]
    assert kept.inputs["answers"]["communication-hard"] == ["deafblind"]
    assert kept.versions.keys() == {"rules.proportion", "policy"}


def test_the_clock_runs_from_sent_to_the_first_look_and_to_the_decision() -> None:
    read, unread = ask("There is no food."), ask("There is no food.")
    now = datetime.now(UTC)
    with acting_as(world.staff("ada")):
        Contact.objects.update(sent_at=now - timedelta(hours=2))
        note_look(road="page", at_what="request", why="read_request", case=read)
    with acting_as(Principal.resident(unread)):  # their own look is no look of ours
        note_look(road="page", at_what="request", why="own_request", case=unread)
    world.decide(read)
    with acting_as(world.staff("ewa")):
        took = {each.urgency: each for each in queries.took(now - timedelta(hours=3), now)}
        later = queries.took(now - timedelta(hours=1), now)
    assert (took[TODAY].sent, took[TODAY].looked_at, took[TODAY].decided) == (2, 1, 1)
    assert took[TODAY].hours_to_look == pytest.approx(2, abs=0.2)
    assert took[TODAY].hours_to_decision == pytest.approx(2, abs=0.2)
    assert (took[ORDINARY].sent, took[ORDINARY].hours_to_look) == (0, None)
    assert [each.sent for each in later] == [0, 0, 0, 0]
