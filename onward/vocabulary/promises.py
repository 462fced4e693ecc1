"""Promises: what was told to somebody for a day, by whom it may be moved, and how it ends."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


class Kind(StrEnum):
    """What was promised."""

    REPLY = "reply"
    CALL_BACK = "call_back"
    DECISION = "decision"
    VISIT = "visit"
    FOLLOW_UP = "follow_up"  # to ask how it went, once nobody was reached otherwise


class State(StrEnum):
    """How it stands. A broken promise stays broken, whatever is done later."""

    OPEN = "open"
    KEPT = "kept"
    MOVED = "moved"
    LET_GO = "let_go"
    BROKEN = "broken"
    DONE_LATE = "done_late"
    MOVED_LATE = "moved_late"
    LET_GO_LATE = "let_go_late"


STANDS = frozenset({State.OPEN, State.BROKEN})  # something is still to be done
BROKEN = frozenset({State.BROKEN, State.DONE_LATE, State.MOVED_LATE, State.LET_GO_LATE})


class Step(StrEnum):
    MAKE = "make"
    TAKE = "take"
    TRY = "try"
    ASK = "ask"
    DECLINE = "decline"
    KEEP = "keep"
    MOVE = "move"
    LET_GO = "let_go"
    BREAK = "break"
    RAISE = "raise"


class To(StrEnum):
    """To whom a broken promise is raised, in this order."""

    TEAM = "team"
    MANAGER = "manager"


class AgreedBy(StrEnum):
    """Who agreed to another day."""

    PERSON = "person"
    CARER = "carer"
    SPEAKS_FOR_THEM = "speaks_for_them"  # an attorney, a deputy or an advocate


class AgreedHow(StrEnum):
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    WRITING = "writing"
    SHARED_PAGE = "shared_page"


class Reached(StrEnum):
    """How a call ended. Only one that reached the person keeps a promise."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    SOMEBODY_ELSE = "somebody_else"
    LEFT_MESSAGE = "left_message"


def _of(step: Step, mover: Mover, needs: str, **ends: State) -> tuple[Move[Step, State], ...]:
    """The move from an open promise, and from a broken one."""
    starts = {"open": State.OPEN, "broken": State.BROKEN}
    return tuple(Move(step, starts[start], end, mover, needs) for start, end in ends.items())


MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.MAKE, None, State.OPEN, Mover.ANY, "what is promised, and the day, or the hours of a day for a call"),
    *_of(Step.TAKE, Mover.STAFF, "nothing: whoever takes it will do it", open=State.OPEN, broken=State.BROKEN),
    *_of(Step.TRY, Mover.STAFF, "a call that did not reach them", open=State.OPEN, broken=State.BROKEN),
    *_of(Step.ASK, Mover.STAFF, "another day that we ask them to agree to", open=State.OPEN, broken=State.BROKEN),
    *_of(Step.DECLINE, Mover.RESIDENT, "a day that we asked for", open=State.OPEN, broken=State.BROKEN),
    *_of(Step.KEEP, Mover.ANY, "what was promised is done", open=State.KEPT, broken=State.DONE_LATE),
    *_of(
        Step.MOVE,
        Mover.EITHER,
        "their agreement to another day: who agreed, and how",
        open=State.MOVED,
        broken=State.MOVED_LATE,
    ),
    *_of(Step.LET_GO, Mover.ANY, "why they no longer need it", open=State.LET_GO, broken=State.LET_GO_LATE),
    Move(Step.BREAK, State.OPEN, State.BROKEN, Mover.ANY, "its day, or its hours, are over"),
    Move(Step.RAISE, State.BROKEN, State.BROKEN, Mover.JOB, "the working days that policy gives are over"),
)  # fmt: skip


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
