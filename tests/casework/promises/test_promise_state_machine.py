"""Whatever is tried, in whatever order: no promise is lost, none is kept twice, and a broken one stays broken."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from onward.casework.promises import agreeing
from onward.casework.promises.models import MoveAsked, Promise
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.rules.promising import Due
from onward.vocabulary.principals import Principal
from onward.vocabulary.promises import STANDS, Reached, State, Step
from onward.vocabulary.promises import move as moves
from tests import world
from tests.casework.promises.promised import (
    FRIDAY,
    asks_for_a_call,
    days_on,
    events_of,
    let_go,
    morning,
    move,
    noon,
    ring,
)


class Promised(RuleBasedStateMachine):
    """One call that was promised, and whatever takes its place; `newest` is the one that stands or stood last."""

    def __init__(self) -> None:
        super().__init__()
        self.case: UUID = asks_for_a_call()
        self.today: date = FRIDAY
        self.newest: UUID = self.all()[0].id
        self.state = State.OPEN
        self.ever_broken: set[UUID] = set()
        self.ended: dict[UUID, State] = {}

    def all(self) -> list[Promise]:
        with acting_as(world.staff("ada")):
            return list(Promise.objects.filter(case_id=self.case))

    def row(self) -> Promise:
        return next(each for each in self.all() if each.id == self.newest)

    def tried(self, step: Step, moved_to: UUID | None = None) -> None:
        """The table lets it, and from an open promise whose day is over it breaks first."""
        if self.state is State.OPEN and self.today > self.row_due:
            self.breaks()
        made = moves(step, self.state)
        assert made is not None
        self.state = made.end
        if made.end not in STANDS:
            self.ended[self.newest] = made.end
        if moved_to:
            self.newest, self.state = moved_to, State.OPEN

    def breaks(self) -> None:
        self.state = State.BROKEN
        self.ever_broken.add(self.newest)

    def refused(self, step: Step) -> None:
        assert moves(step, self.state) is None

    @property
    def row_due(self) -> date:
        return self.row().due_on

    @rule(days=st.integers(1, 4))
    def days_go_by(self, days: int) -> None:
        self.today = days_on(self.today, days)

    @rule()
    def the_job_runs_and_runs_again(self) -> None:
        morning(self.today)
        if self.state is State.OPEN and self.today > self.row_due:
            self.breaks()
        assert sum(morning(self.today).values()) == 0

    @rule(ended=st.sampled_from([Reached.REACHED, Reached.NO_ANSWER]))
    def adviser_rings(self, ended: Reached) -> None:
        step = Step.KEEP if ended is Reached.REACHED else Step.TRY
        try:
            ring(self.row(), ended, on=self.today)
        except Refused:
            self.refused(step)
        else:
            self.tried(step)

    @rule(further=st.integers(0, 5))
    def they_agree_to_another_day(self, further: int) -> None:
        try:
            after = move(self.row(), days_on(self.today, further), on=self.today)
        except Refused as problem:
            assert problem.code == "same_day" or moves(Step.MOVE, self.state) is None
        else:
            self.tried(Step.MOVE, moved_to=after)

    @rule()
    def they_need_it_no_more(self) -> None:
        try:
            let_go(self.row(), on=self.today)
        except Refused:
            self.refused(Step.LET_GO)
        else:
            self.tried(Step.LET_GO)

    @rule(agrees=st.booleans())
    def they_are_asked_on_their_page(self, agrees: bool) -> None:
        ada, resident, row = world.staff("ada"), Principal.resident(self.case), self.row()
        due = Due(days_on(max(self.today, row.due_on), 1))
        told: dict[str, Any] = {"on": self.today, "at": noon(self.today)}
        try:
            with acting_as(ada):
                asked = agreeing.ask_to_move(
                    promise=row.id, due=due, version=row.version, key=uuid4(), by=ada, **told
                )
        except Refused:
            self.refused(Step.ASK)
            return
        with acting_as(resident):
            if agrees:
                after = agreeing.agree(asked=asked, key=uuid4(), by=resident, **told)
            else:
                agreeing.decline(asked=asked, by=resident, on=self.today)
        if agrees:
            self.tried(Step.MOVE, moved_to=after)

    @invariant()
    def none_is_lost(self) -> None:
        standing = [each.id for each in self.all() if each.state in STANDS]
        assert standing == ([self.newest] if self.state in STANDS else [])
        assert self.row().state == self.state

    @invariant()
    def what_ended_stays_as_it_ended(self) -> None:
        assert {each.id: each.state for each in self.all() if each.ended_on} == self.ended

    @invariant()
    def what_was_broken_stays_broken(self) -> None:
        assert {each.id for each in self.all() if each.broken_on} == self.ever_broken

    @invariant()
    def each_is_kept_once_and_broken_once(self) -> None:
        happened = events_of(self.case)
        kept = [each for each in self.ended.values() if each in (State.KEPT, State.DONE_LATE)]
        assert happened.count("promise.kept") == len(kept)
        assert happened.count("promise.broken") == len(self.ever_broken)

    @invariant()
    def the_chain_leads_back_to_the_first(self) -> None:
        by_id = {each.id: each for each in self.all()}
        chain, link = 1, by_id[self.newest]
        while link.moved_from_id:
            chain, link = chain + 1, by_id[link.moved_from_id]
        assert chain == len(by_id)

    @invariant()
    def nobody_is_asked_for_a_day_any_more_once_it_ended(self) -> None:
        with acting_as(world.staff("ada")):
            open_still = MoveAsked.objects.filter(case_id=self.case, answered_on__isnull=True)
            assert not open_still.exists()


class TestPromises(TestCase):
    def test_no_sequence_loses_one_keeps_one_twice_or_makes_a_broken_one_whole(self) -> None:
        run_state_machine_as_test(
            Promised,
            settings=settings(
                max_examples=15,
                stateful_step_count=12,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
