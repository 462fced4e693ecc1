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
    """What a decision comes to. Nothing closes without one. Sections are of the Care Act 2014."""

    ADVICE = "advice"  # information and advice, and what is there in the community (s4)
    SHORT_TERM = "short_term"  # help for some weeks, to manage oneself again (s2)
    ASSESSMENT = "assessment"  # of needs (s9), or of a carer's own (s10)
    URGENT = "urgent"  # needs that appear urgent are met first and assessed afterwards (s19(3))
    SAFEGUARDING = "safeguarding"  # an enquiry may be owed (s42)
    HOSPITAL = "hospital"  # the team that plans to go home from hospital (s74, Schedule 3)
    PASSED_ON = "passed_on"  # another council or service, with consent
    REFUSED = "refused"  # the person does not want an assessment (s11)


class Grounds(StrEnum):
    """What an adviser says is so, where a decision keeps somebody from an assessment or tells others of them."""

    NO_APPEARANCE_OF_NEED = "no_appearance_of_need"  # s9(1)
    ABLE_TO_REFUSE = "able_to_refuse"  # s11(2)(a), Mental Capacity Act 2005 s2
    NOT_AT_RISK = "not_at_risk"  # s11(2)(b): of abuse or neglect
    AGREES = "agrees"  # to our telling others


class Wait(StrEnum):
    """What somebody begins to wait for when a first contact is decided."""

    ASSESSMENT = "assessment"
    CARER_ASSESSMENT = "carer_assessment"
    SHORT_TERM = "short_term"


class Step(StrEnum):
    BEGIN = "begin"
    ASK_FOR = "ask_for"
    TAKE_OVER = "take_over"
    SEND = "send"
    MATCH = "match"
    UNMATCH = "unmatch"
    SET_URGENCY = "set_urgency"
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
    Move(Step.MATCH, State.DECIDED, State.DECIDED, Mover.STAFF, "another person: the first was a mistake"),
    Move(Step.UNMATCH, State.WAITING, State.WAITING, Mover.STAFF, "a person who was the wrong one"),
    Move(Step.UNMATCH, State.QUESTIONED, State.QUESTIONED, Mover.STAFF, "a person who was the wrong one"),
    Move(Step.SET_URGENCY, State.WAITING, State.WAITING, Mover.STAFF, "how urgent it is"),
    Move(Step.SET_URGENCY, State.QUESTIONED, State.QUESTIONED, Mover.STAFF, "how urgent it is"),
    Move(Step.DECIDE, State.WAITING, State.DECIDED, Mover.STAFF, "an outcome, its grounds, a reason"),
    Move(Step.DECIDE, State.QUESTIONED, State.DECIDED, Mover.STAFF, "an outcome, its grounds, a reason"),
    Move(Step.QUESTION, State.DECIDED, State.QUESTIONED, Mover.RESIDENT, "what is wrong, in words"),
    Move(Step.LOOK_AGAIN, State.DECIDED, State.QUESTIONED, Mover.EITHER, "their wish for it, at six weeks"),
)


def move(step: Step, start: State | None) -> Move[Step, State] | None:
    """The move that `step` makes from `start`, or None where the table has none."""
    return find(MOVES, step, start)
