"""Asking six weeks after advice whether it worked: where that stands, and how it may move."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


class State(StrEnum):
    WAITING = "waiting"
    ASKED = "asked"
    WITH_PERSON = "with_person"  # one of us rings or writes: nobody answered, or no message may go
    ANSWERED = "answered"
    NOT_REACHED = "not_reached"
    NOT_ASKED = "not_asked"


OPEN = frozenset({State.WAITING, State.ASKED, State.WITH_PERSON})


class NotAsked(StrEnum):
    """Why somebody is not asked; they are counted apart."""

    NO_CONTACT = "no_contact"
    NOT_TOLD = "not_told"  # they asked for another, and may not be told what was decided
    CAME_BACK = "came_back"
    DECIDED_OTHERWISE = "decided_otherwise"
    DIED = "died"
    ASKED_US_NOT_TO = "asked_us_not_to"


class Worked(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Step(StrEnum):
    PLAN = "plan"
    ASK = "ask"
    HAND_OVER = "hand_over"
    ANSWER = "answer"
    GIVE_UP = "give_up"
    LEAVE_OUT = "leave_out"


MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.PLAN, None, State.WAITING, Mover.STAFF, "a decision that closes with advice"),
    Move(Step.ASK, State.WAITING, State.ASKED, Mover.JOB, "six weeks are over, and a message may go"),
    Move(Step.ASK, State.ASKED, State.ASKED, Mover.JOB, "no answer for as long as policy says, once"),
    Move(Step.HAND_OVER, State.WAITING, State.WITH_PERSON, Mover.JOB, "six weeks are over, and no message may go"),
    Move(Step.HAND_OVER, State.ASKED, State.WITH_PERSON, Mover.JOB, "asked twice and not reached"),
    *(
        Move(Step.ANSWER, start, State.ANSWERED, Mover.EITHER, "whether it worked")
        for start in (State.WAITING, State.ASKED, State.WITH_PERSON)
    ),
    Move(Step.GIVE_UP, State.WITH_PERSON, State.NOT_REACHED, Mover.STAFF, "the promise to ring them was let go"),
    *(
        Move(Step.LEAVE_OUT, start, State.NOT_ASKED, Mover.ANY, "why they are not asked")
        for start in (State.WAITING, State.ASKED, State.WITH_PERSON)
    ),
)  # fmt: skip


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
