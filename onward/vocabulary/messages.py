"""Messages to people: by what they go, where one stands, and how it may move."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


class Channel(StrEnum):
    """By what a message goes."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"


class ContactBy(StrEnum):
    """What somebody said is the safest way to reach them."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    NONE = "none"


class Format(StrEnum):
    """How a message is worded and, for a letter, printed: large print has the plain words."""

    PLAIN = "plain"
    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"


class State(StrEnum):
    WAITING = "waiting"
    TO_PRINT = "to_print"  # a letter that we print and post ourselves
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"


class Problem(StrEnum):
    """Why a message was not handed over, or did not arrive: a code for programs, each with a sentence for staff."""

    NOT_SET_UP = "not_set_up"
    NOT_LET_IN = "not_let_in"
    DOWN = "down"
    TOO_MANY = "too_many"
    BAD_ADDRESS = "bad_address"
    REFUSED = "refused"
    NO_SUCH_ADDRESS = "no_such_address"
    NOT_REACHED = "not_reached"
    TROUBLE = "trouble"


class Step(StrEnum):
    QUEUE = "queue"
    PRINT = "print"
    HOLD = "hold"
    RELEASE = "release"
    SEND_AGAIN = "send_again"
    HAND_OVER = "hand_over"
    POST = "post"
    GIVE_UP = "give_up"
    ARRIVE = "arrive"
    COME_BACK = "come_back"


MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.QUEUE, None, State.WAITING, Mover.ANY, "the rule on safe contact lets it go"),
    Move(
        Step.PRINT,
        None,
        State.TO_PRINT,
        Mover.ANY,
        "a letter, where the service prints none for this council",
    ),
    Move(Step.GIVE_UP, None, State.FAILED, Mover.ANY, "what was told cannot be an address for it"),
    Move(Step.HOLD, None, State.HELD, Mover.ANY, "the rule on safe contact does not; its reasons"),
    Move(Step.HOLD, State.WAITING, State.HELD, Mover.EITHER, "what the person says now does not let it go"),
    Move(Step.HOLD, State.TO_PRINT, State.HELD, Mover.EITHER, "what the person says now does not let it go"),
    Move(Step.SEND_AGAIN, None, State.WAITING, Mover.STAFF, "one that failed, and an address put right"),
    Move(Step.RELEASE, State.HELD, State.WAITING, Mover.STAFF, "only somebody's look was missing"),
    Move(Step.PRINT, State.HELD, State.TO_PRINT, Mover.STAFF, "only somebody's look was missing; a letter"),
    Move(
        Step.POST,
        State.TO_PRINT,
        State.SENT,
        Mover.STAFF,
        "somebody printed and posted it; who, on which day",
    ),
    Move(Step.HAND_OVER, State.WAITING, State.SENT, Mover.JOB, "the service took it, and its id there"),
    Move(
        Step.GIVE_UP,
        State.WAITING,
        State.FAILED,
        Mover.JOB,
        "the service will never take it, or a day of trying",
    ),
    Move(Step.ARRIVE, State.SENT, State.SENT, Mover.JOB, "the service says that it arrived"),
    Move(Step.COME_BACK, State.SENT, State.FAILED, Mover.JOB, "the service says that it did not arrive"),
)


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
