"""Introductions: a person is introduced to a service with their consent; how one stands, and how it may move."""

from enum import StrEnum

from onward.vocabulary.moves import Move, Mover, find


class State(StrEnum):
    """How an introduction stands: as the service's newest answer says, if there is one."""

    SENT = "sent"
    TAKEN_ON = "taken_on"
    WAITING_LIST = "waiting_list"
    NOT_FOR_US = "not_for_us"
    NOT_REACHED = "not_reached"
    GOING = "going"
    ENDED = "ended"
    TAKEN_BACK = "taken_back"


class Step(StrEnum):
    INTRODUCE = "introduce"
    TAKE_ON = "take_on"
    WAIT = "wait"
    DECLINE = "decline"
    NOT_REACH = "not_reach"
    GO = "go"
    END = "end"
    TAKE_BACK = "take_back"


class ConsentBy(StrEnum):
    """Who agrees that a service is told."""

    PERSON = "person"
    DECIDER = "decider"  # an attorney or deputy for welfare, who may lawfully decide for them


class ConsentHow(StrEnum):
    """How they said so."""

    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    WRITING = "writing"


class Way(StrEnum):
    """How the service is told."""

    EMAIL = "email"  # of a link that holds nothing about the person
    BY_HAND = "by_hand"  # the worker rings, or gives them paper


# What a service may answer, and the step that the answer is.
ANSWERS: dict[State, Step] = {
    State.TAKEN_ON: Step.TAKE_ON,
    State.WAITING_LIST: Step.WAIT,
    State.NOT_FOR_US: Step.DECLINE,
    State.NOT_REACHED: Step.NOT_REACH,
    State.GOING: Step.GO,
    State.ENDED: Step.END,
}
_NOT_BEGUN = (State.SENT, State.NOT_REACHED, State.WAITING_LIST)
_FROM: dict[State, tuple[State, ...]] = {
    State.TAKEN_ON: (*_NOT_BEGUN, State.NOT_FOR_US),
    State.WAITING_LIST: (*_NOT_BEGUN, State.TAKEN_ON, State.NOT_FOR_US),
    State.NOT_FOR_US: (*_NOT_BEGUN, State.TAKEN_ON),
    State.NOT_REACHED: (State.SENT, State.WAITING_LIST, State.TAKEN_ON),
    State.GOING: (*_NOT_BEGUN, State.TAKEN_ON),
    State.ENDED: (State.TAKEN_ON, State.WAITING_LIST, State.GOING),
}
_NEEDS: dict[State, str] = {
    State.WAITING_LIST: "about how many weeks, if known",
    State.NOT_FOR_US: "why, in words",
}
OPEN = (State.SENT, State.TAKEN_ON, State.WAITING_LIST, State.NOT_FOR_US, State.NOT_REACHED, State.GOING)

MOVES: tuple[Move[Step, State], ...] = (
    Move(Step.INTRODUCE, None, State.SENT, Mover.STAFF, "what may be told, and the person's consent to it"),
    *(
        Move(step, start, answer, Mover.SERVICE, _NEEDS.get(answer, "nothing"))
        for answer, step in ANSWERS.items()
        for start in _FROM[answer]
    ),
    *(Move(Step.TAKE_BACK, start, State.TAKEN_BACK, Mover.EITHER, "nothing") for start in OPEN),
)


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)


def answers_from(start: State) -> tuple[State, ...]:
    """What a service may answer where an introduction stands so."""
    return tuple(answer for answer, step in ANSWERS.items() if move(step, start))
