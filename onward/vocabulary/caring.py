"""The words about carers: how it looks that somebody is one, under which law, and the reasons, each as a sentence."""

from collections.abc import Mapping
from enum import StrEnum


class View(StrEnum):
    """How it looks. `MAY` is for a person to ask about; none of the three refuses anything."""

    APPEARS = "appears"
    MAY = "may"
    DOES_NOT = "does_not"


class Duty(StrEnum):
    """Under which law an assessment is offered to whoever looks after somebody."""

    CARER = "carer"
    YOUNG_CARER = "young_carer"
    CARER_OF_A_CHILD = "carer_of_a_child"


class Reason(StrEnum):
    HELPS = "helps"
    WILL_HELP = "will_help"
    TASKS = "tasks"
    ASKS = "asks"
    BEYOND_THE_WORK = "beyond_the_work"
    WANTS_HELP_WITH_CARING = "wants_help_with_caring"
    OWN_WORDS = "own_words"
    CLOSE = "close"
    CLOSE_AND_PAID = "close_and_paid"
    WORK_ONLY = "work_only"
    SAYS_NO = "says_no"
    NOTHING_SAID = "nothing_said"
    UNDER_18 = "under_18"
    CHILD = "child"
    MAY_ASK = "may_ask"


# To whoever said it, and for officers the source. `{spoken}` is what they wrote themselves.
SENTENCES: Mapping[Reason, tuple[str, str]] = {
    Reason.HELPS: ("You told us that you help someone with everyday things.", "Care Act 2014 s10(1), (3)"),
    Reason.WILL_HELP: (
        "You told us that you will soon help someone.",
        "Care Act 2014 s10(3): provides or intends to provide care",
    ),
    Reason.TASKS: (
        "You told us what you do for someone. Company and listening count too.",
        "Care Act 2014 s10(11): practical or emotional support",
    ),
    Reason.ASKS: ("You asked for an assessment for yourself.", "Care Act 2014 s10(1)"),
    Reason.BEYOND_THE_WORK: (
        "You also do this as a job or as a volunteer. What you do beyond that counts.",
        "Care Act 2014 s10(9), (10)",
    ),
    Reason.WANTS_HELP_WITH_CARING: (
        "You asked for help with looking after someone.",
        "Care Act 2014 s10(1), (3)",
    ),
    Reason.OWN_WORDS: ("In your own words you wrote: {spoken}.", "Care Act 2014 s10(1), (3)"),
    Reason.CLOSE: (
        "You asked for family or for a friend. You did not say if you help them.",
        "Care Act 2014 s10(1), (3)",
    ),
    Reason.CLOSE_AND_PAID: (
        "You help as a job or as a volunteer, and you are also family or a friend. You may do more than the job.",
        "Care Act 2014 s10(9), (10)",
    ),
    Reason.WORK_ONLY: (
        "You told us that you help as a job or as a volunteer.",
        "Care Act 2014 s10(9)",
    ),
    Reason.SAYS_NO: ("You told us that you do not look after an adult.", "Care Act 2014 s10(3)"),
    Reason.NOTHING_SAID: ("You told us nothing about looking after someone.", "Care Act 2014 s10(3)"),
    Reason.UNDER_18: (
        "You are under 18. Young people who look after someone have a right to help of their own.",
        "Children Act 1989 s17ZA, s17ZB; Care Act 2014 s63",
    ),
    Reason.CHILD: (
        "The one you help is under 18. Another law is for those who look after a child.",
        "Children Act 1989 s17ZD; Care Act 2014 s60",
    ),
    Reason.MAY_ASK: (
        "You can ask for an assessment for yourself at any time.",
        "Care Act 2014 s10(1), (4): whatever the level of need",
    ),
}
