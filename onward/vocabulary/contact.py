"""The stage `contact`: what is asked, where it stands, how it may move, and what is decided."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


class Wish(StrEnum):
    """What the person asks for first; nobody is kept from any of them."""

    ADVICE = "advice"
    ASSESSMENT = "assessment"
    CARER_ASSESSMENT = "carer_assessment"  # for oneself, as a carer (Care Act 2014 s10)
    RING = "ring"


class Channel(StrEnum):
    """How a request came in. The questions, and the place in the queue, are the same for all."""

    ONLINE = "online"
    TELEPHONE = "telephone"
    PAPER = "paper"
    VISIT = "visit"
    LETTER = "letter"


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
    ASK_FOR = "ask_for"
    TAKE_OVER = "take_over"
    SEND = "send"
    MATCH = "match"
    DECIDE = "decide"
    QUESTION = "question"
    LOOK_AGAIN = "look_again"


MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.BEGIN, None, State.DRAFT, Mover.EITHER, "nothing"),
    Move(Step.ASK_FOR, State.DRAFT, State.DRAFT, Mover.EITHER, "what is asked for instead; the answers stay"),
    Move(
        Step.TAKE_OVER, State.DRAFT, State.DRAFT, Mover.STAFF, "the reference and the code, from the person"
    ),
    Move(Step.SEND, State.DRAFT, State.WAITING, Mover.EITHER, "every question that must be answered"),
    Move(Step.MATCH, State.WAITING, State.WAITING, Mover.STAFF, "a person, made or found by hand"),
    Move(Step.MATCH, State.QUESTIONED, State.QUESTIONED, Mover.STAFF, "a person, made or found by hand"),
    Move(Step.DECIDE, State.WAITING, State.DECIDED, Mover.STAFF, "an outcome, its grounds and a reason"),
    Move(Step.DECIDE, State.QUESTIONED, State.DECIDED, Mover.STAFF, "an outcome, its grounds and a reason"),
    Move(Step.QUESTION, State.DECIDED, State.QUESTIONED, Mover.RESIDENT, "what is wrong, in words"),
    Move(Step.LOOK_AGAIN, State.DECIDED, State.QUESTIONED, Mover.EITHER, "their wish for it, at six weeks"),
)


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
