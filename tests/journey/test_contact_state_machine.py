"""Whatever is tried, in whatever order: a contact moves as its table says, and nothing is lost or doubled."""

from contextlib import suppress
from uuid import UUID, uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from onward.journey.contact import actions, queries
from onward.journey.contact.moving import NotReady
from onward.records import queries as records
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.contact import Grounds, Outcome, State, Step, Wish, move
from onward.vocabulary.principals import Principal
from onward.vocabulary.screening import Urgency
from tests import world


class Contact(RuleBasedStateMachine):
    """One request; `state` is what the table of moves says, step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.case: UUID = world.begin(uuid4())
        self.state = State.DRAFT
        self.decisions = 0
        self.matched = False

    def allowed(self, step: Step) -> bool:
        return move(step, self.state) is not None

    def moved(self, step: Step) -> None:
        made = move(step, self.state)
        assert made is not None
        self.state = made.end

    @rule(complete=st.booleans())
    def resident_answers(self, complete: bool) -> None:
        pages = world.MARYS_ANSWERS if complete else {"about": world.MARYS_ANSWERS["about"]}
        try:
            world.answer(self.case, pages)
        except Refused:
            assert self.state is not State.DRAFT
        else:
            assert self.state is State.DRAFT

    @rule(wish=st.sampled_from([Wish.ADVICE, Wish.ASSESSMENT]))
    def resident_asks_for_something_else(self, wish: Wish) -> None:
        resident = Principal.resident(self.case)
        with acting_as(resident), suppress(Refused):
            actions.ask_for(case=self.case, wish=wish, council=world.COUNCIL, by=resident, on=world.TODAY)
            assert self.allowed(Step.ASK_FOR)

    @rule()
    def resident_sends(self) -> None:
        try:
            world.send(self.case)
        except Refused as problem:
            assert problem.code == "unfinished" or not self.allowed(Step.SEND)
        else:
            self.moved(Step.SEND)

    @rule()
    def adviser_matches(self) -> None:
        if self.state is State.DRAFT:
            return
        try:
            world.match_new(self.case)
        except Refused:
            assert not self.allowed(Step.MATCH)
        else:
            self.moved(Step.MATCH)
            self.matched = True

    @rule()
    def adviser_takes_the_match_back(self) -> None:
        if self.state is State.DRAFT:
            return
        try:
            world.unmatch(self.case)
        except Refused:
            assert not self.allowed(Step.UNMATCH) or not self.matched
        else:
            self.moved(Step.UNMATCH)
            self.matched = False

    @rule(outcome=st.sampled_from(Outcome))
    def adviser_decides(self, outcome: Outcome) -> None:
        if self.state is State.DRAFT:
            return
        try:
            world.decide(self.case, outcome, grounds=frozenset(Grounds), passed_to="Larkmoor Homes")
        except NotReady:
            assert outcome in (Outcome.ASSESSMENT, Outcome.SHORT_TERM)
            assert not self.matched
        except Refused:
            assert not self.allowed(Step.DECIDE)
        else:
            self.moved(Step.DECIDE)
            self.decisions += 1

    @rule(urgency=st.sampled_from(Urgency))
    def adviser_says_how_urgent_it_is(self, urgency: Urgency) -> None:
        if self.state is State.DRAFT:
            return
        try:
            world.say_urgency(self.case, urgency)
        except Refused:
            assert not self.allowed(Step.SET_URGENCY)
        else:
            self.moved(Step.SET_URGENCY)

    @rule()
    def resident_says_it_is_wrong(self) -> None:
        try:
            world.question(self.case)
        except Refused:
            assert not self.allowed(Step.QUESTION)
        else:
            self.moved(Step.QUESTION)

    @invariant()
    def it_stands_where_the_table_says(self) -> None:
        with acting_as(Principal.resident(self.case)):
            draft = queries.draft(self.case)
        assert draft
        assert draft.state is self.state

    @invariant()
    def it_waits_where_the_adviser_sees_it_or_is_decided(self) -> None:
        with acting_as(world.staff("ada")):
            seen = [row.case for row in queries.waiting()]
        assert (self.case in seen) is (self.state in (State.WAITING, State.QUESTIONED))

    @invariant()
    def every_decision_is_kept_with_its_event(self) -> None:
        with acting_as(world.staff("ada")):
            kinds = [each.kind for each in records.events([self.case])]
        assert kinds.count("contact.decided") == self.decisions


class TestContactMoves(TestCase):
    def test_no_sequence_of_moves_leaves_the_table(self) -> None:
        run_state_machine_as_test(
            Contact,
            settings=settings(
                max_examples=15,
                stateful_step_count=12,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
