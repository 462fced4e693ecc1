"""The stage `contact`: what is asked, where it stands, how it may move, and what is decided."""

from dataclasses import dataclass
from enum import StrEnum


class Wish(StrEnum):
    """What the person asks for first; nobody is kept from any of the three."""

    ADVICE = "advice"
    ASSESSMENT = "assessment"
    RING = "ring"


class State(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"
    DECIDED = "decided"
    QUESTIONED = "questioned"  # the person says that the decision is wrong: it waits again


class Outcome(StrEnum):
    ADVICE = "advice"
    ASSESSMENT = "assessment"
    SAFEGUARDING = "safeguarding"
    NOT_FOR_US = "not_for_us"


class Grounds(StrEnum):
    """Why a request may be closed with advice: nothing else will do (Care Act 2014 s9(1), s11)."""

    NO_APPEARANCE_OF_NEED = "no_appearance_of_need"
    REFUSED = "refused"


class Step(StrEnum):
    BEGIN = "begin"
    ANSWER = "answer"
    SEND = "send"
    MATCH = "match"
    DECIDE = "decide"
    QUESTION = "question"


class Mover(StrEnum):
    RESIDENT = "resident"
    ADVISER = "adviser"


@dataclass(frozen=True)
class Move:
    """A row of the stage's table: from where, by whom, to where, and what it needs."""

    step: Step
    start: State | None
    end: State
    mover: Mover
    needs: str


MOVES: tuple[Move, ...] = (
    Move(Step.BEGIN, None, State.DRAFT, Mover.RESIDENT, "nothing"),
    Move(Step.ANSWER, State.DRAFT, State.DRAFT, Mover.RESIDENT, "answers to one page of the questionnaire"),
    Move(Step.SEND, State.DRAFT, State.WAITING, Mover.RESIDENT, "every question that must be answered"),
    Move(Step.MATCH, State.WAITING, State.WAITING, Mover.ADVISER, "a person, made or found by hand"),
    Move(Step.MATCH, State.QUESTIONED, State.QUESTIONED, Mover.ADVISER, "a person, made or found by hand"),
    Move(Step.DECIDE, State.WAITING, State.DECIDED, Mover.ADVISER, "an outcome, its grounds and a reason"),
    Move(Step.DECIDE, State.QUESTIONED, State.DECIDED, Mover.ADVISER, "an outcome, its grounds and a reason"),
    Move(Step.QUESTION, State.DECIDED, State.QUESTIONED, Mover.RESIDENT, "what is wrong, in words"),
)


def move(step: Step, start: State | None) -> Move | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return next((each for each in MOVES if each.step is step and each.start is start), None)
