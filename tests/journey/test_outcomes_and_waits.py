"""Each outcome with its law: what it needs, what it begins, and what the person is told."""

from uuid import UUID

import pytest

from onward.journey.contact import queries
from onward.journey.contact.moving import NotReady
from onward.records.models import EventRecord
from onward.records.principal import acting_as
from onward.vocabulary.contact import Grounds, Outcome, Wish
from onward.vocabulary.principals import Principal
from tests import world

pytestmark = pytest.mark.django_db
STANDS = frozenset({Grounds.ABLE_TO_REFUSE, Grounds.NOT_AT_RISK})


def waits(case: UUID) -> list[tuple[str, str]]:
    with acting_as(world.staff("ada")):
        rows = EventRecord.objects.filter(case_id=case, kind__startswith="wait.").order_by("recorded_at")
        return [(each.kind, each.details["wait"]) for each in rows]


def test_a_refusal_does_not_stand_where_there_may_be_abuse() -> None:
    case = world.ask_for_help()
    with pytest.raises(NotReady, match="section 11"):
        world.decide(case, Outcome.REFUSED, grounds=frozenset({Grounds.ABLE_TO_REFUSE}))
    world.decide(case, Outcome.REFUSED, grounds=STANDS)
    assert world.request_of(case).decisions[0].grounds == (Grounds.ABLE_TO_REFUSE, Grounds.NOT_AT_RISK)


def test_nobody_is_passed_on_without_their_consent() -> None:
    case = world.ask_for_help()
    with pytest.raises(NotReady, match="whether they agree"):
        world.decide(case, Outcome.PASSED_ON, passed_to="Larkmoor Homes")
    world.decide(case, Outcome.PASSED_ON, grounds=frozenset({Grounds.AGREES}), passed_to=" Larkmoor Homes ")
    assert world.request_of(case).decisions[0].passed_to == "Larkmoor Homes"


def test_what_an_outcome_does_not_ask_for_is_not_kept() -> None:
    case = world.ask_for_help()
    world.decide(case, Outcome.URGENT, grounds=frozenset(Grounds), passed_to="Larkmoor Homes")
    decision = world.request_of(case).decisions[0]
    assert (decision.grounds, decision.passed_to) == ((), "")


def test_a_wait_begins_with_an_assessment() -> None:
    case = world.ask_for_help()
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    assert waits(case) == [("wait.began", "assessment")]


def test_a_carer_who_asks_for_their_own_waits_for_a_carers_assessment() -> None:
    case = world.ask_for_help(wish=Wish.CARER_ASSESSMENT)
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    assert waits(case) == [("wait.began", "carer_assessment")]


def test_urgent_help_waits_for_nobody_and_the_assessment_is_still_owed() -> None:
    case = world.ask_for_help()
    world.decide(case, Outcome.URGENT, reason="She has no heating.")
    assert waits(case) == [("wait.began", "assessment")]


def test_a_wait_that_goes_on_is_not_begun_again() -> None:
    case = world.ask_for_help()
    world.decide(case, Outcome.URGENT)
    world.question(case)
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    assert waits(case) == [("wait.began", "assessment")]


def test_another_decision_leaves_the_wait_and_says_so() -> None:
    case = world.ask_for_help()
    world.match_new(case)
    world.decide(case, Outcome.ASSESSMENT)
    world.question(case, "I only want to know about lunch clubs.")
    world.decide(case, Outcome.SHORT_TERM)
    assert waits(case) == [
        ("wait.began", "assessment"),
        ("wait.left", "assessment"),
        ("wait.began", "short_term"),
    ]


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.SAFEGUARDING])
def test_the_person_is_told_of_every_outcome_but_a_safeguarding_concern(outcome: Outcome) -> None:
    case = world.ask_for_help()
    world.match_new(case)
    world.decide(case, outcome, grounds=frozenset(Grounds), passed_to="Larkmoor Homes")
    with acting_as(Principal.resident(case)):
        tracked = queries.tracked(case)
    assert tracked
    assert tracked.outcome is outcome
