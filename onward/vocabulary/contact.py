"""The stage `contact`: what is asked, where it stands, how it may move, and what is decided."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


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


MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.BEGIN, None, State.DRAFT, Mover.RESIDENT, "nothing"),
    Move(Step.ANSWER, State.DRAFT, State.DRAFT, Mover.RESIDENT, "answers to one page of the questionnaire"),
    Move(Step.SEND, State.DRAFT, State.WAITING, Mover.RESIDENT, "every question that must be answered"),
    Move(Step.MATCH, State.WAITING, State.WAITING, Mover.STAFF, "a person, made or found by hand"),
    Move(Step.MATCH, State.QUESTIONED, State.QUESTIONED, Mover.STAFF, "a person, made or found by hand"),
    Move(Step.DECIDE, State.WAITING, State.DECIDED, Mover.STAFF, "an outcome, its grounds and a reason"),
    Move(Step.DECIDE, State.QUESTIONED, State.DECIDED, Mover.STAFF, "an outcome, its grounds and a reason"),
    Move(Step.QUESTION, State.DECIDED, State.QUESTIONED, Mover.RESIDENT, "what is wrong, in words"),
)


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
