"""How a stage may move: its own table of rows like these. A move that is not in the table is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from onward.vocabulary.principals import Kind, Principal

Step = TypeVar("Step", bound=StrEnum)
State = TypeVar("State", bound=StrEnum)


class Mover(StrEnum):
    """Whose move it is: the resident's, whose request it is; somebody's of the staff who sees it; either's; a job's;
    any of these; or a service's, which was told of somebody."""

    RESIDENT = "resident"
    STAFF = "staff"
    EITHER = (
        "resident or staff"  # whoever holds the pen: on the web, or for somebody on the telephone or on paper
    )
    JOB = "job"
    ANY = "resident, staff or job"  # what follows from a deed, whoever did it
    SERVICE = "holder of its link, or staff"  # who heard it from the service


_KINDS = {
    Mover.RESIDENT: {Kind.CASE},
    Mover.STAFF: {Kind.STAFF},
    Mover.EITHER: {Kind.CASE, Kind.STAFF},
    Mover.JOB: {Kind.JOB},
    Mover.ANY: {Kind.CASE, Kind.STAFF, Kind.JOB},
    Mover.SERVICE: {Kind.LINK, Kind.STAFF},
}


@dataclass(frozen=True)
class Move(Generic[Step, State]):
    """A row of a stage's table: from where, by whom, to where, and what it needs. `start` is None for the first."""

    step: Step
    start: State | None
    end: State
    mover: Mover
    needs: str

    def is_for(self, principal: Principal) -> bool:
        """Whether the move is one that whoever acts may make."""
        return principal.kind in _KINDS[self.mover]


def find(moves: Iterable[Move[Step, State]], step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return next((each for each in moves if each.step is step and each.start is start), None)
