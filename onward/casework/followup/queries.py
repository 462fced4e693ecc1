"""What may be asked about follow-ups: the one that stands in a case, and how those of some weeks went."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, F, OuterRef, Subquery, When

from onward.casework.followup import actions
from onward.casework.followup.models import FollowUp
from onward.casework.followup.moving import standing
from onward.vocabulary.followup import NotAsked, State, Worked


@dataclass(frozen=True)
class Line:
    """One follow-up in a list."""

    reference: str
    due_on: date
    state: State
    worked: Worked | None
    look_again: bool | None
    not_asked_because: NotAsked | None


@dataclass(frozen=True)
class SixWeeks:
    """How the follow-ups that fell due in some weeks went. `held` is those who said that it worked."""

    lines: tuple[Line, ...]

    @property
    def advised(self) -> int:
        return len(self.lines)

    @property
    def states(self) -> Mapping[State, int]:
        return Counter(each.state for each in self.lines)

    @property
    def worked(self) -> Mapping[Worked, int]:
        return Counter(each.worked for each in self.lines if each.worked)

    @property
    def look_again(self) -> int:
        return sum(each.look_again is True for each in self.lines)

    @property
    def left_out(self) -> Mapping[NotAsked, int]:
        return Counter(each.not_asked_because for each in self.lines if each.not_asked_because)

    @property
    def answered(self) -> int:
        return self.states[State.ANSWERED]

    @property
    def asked(self) -> int:
        """Everybody whom somebody tried to ask, answered or not."""
        return self.advised - self.states[State.NOT_ASKED] - self.states[State.WAITING]


def may_answer(case: UUID) -> bool:
    """Whether somebody is asked in this case now, and has not answered this form in it before."""
    row = standing(case)
    return row is not None and row.state != State.WAITING and not actions.asked_before(case)


def six_weeks(first: date, last: date) -> SixWeeks:
    """Those that fell due from `first` to `last`, of cases that may be seen."""
    rows = FollowUp.objects.filter(due_on__range=(first, last)).select_related("case")
    return SixWeeks(tuple(_line(row) for row in rows.order_by("due_on", "id")))


def came_of(column: str) -> Subquery:
    """For a query of another table: what came of the first follow-up of the case in its `column`.

    A code of `Worked` once they answered, else of `State`; NULL where none was planned.
    """
    firsts = FollowUp.objects.filter(case_id=OuterRef(column)).order_by("decided_on", "due_on", "id")
    code = Case(When(state=State.ANSWERED, then=F("worked")), default=F("state"))
    return Subquery(firsts.values(code=code)[:1])


def answers_due(first: date, until: date) -> dict[Worked, int]:
    """How many said what, of those whose six weeks were over from `first` until the day before `until`."""
    rows = FollowUp.objects.filter(due_on__gte=first, due_on__lt=until, state=State.ANSWERED)
    counted = dict(rows.values_list("worked").annotate(Count("id")).order_by())
    return {each: counted.get(each.value, 0) for each in Worked}


def _line(row: FollowUp) -> Line:
    because = row.not_asked_because
    return Line(
        reference=row.case.reference,
        due_on=row.due_on,
        state=State(row.state),
        worked=Worked(row.worked) if row.worked else None,
        look_again=row.look_again,
        not_asked_because=NotAsked(because) if because else None,
    )
