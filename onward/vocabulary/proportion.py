"""The words of a proportionate assessment: how, by whom, with what oversight; and each reason as a sentence."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum


class Route(IntEnum):
    """How an assessment is done, from the lightest to the fullest.

    The first two are supported self-assessments in law: both are made jointly, and only for those who wish it.
    """

    SELF = 0
    SUPPORTED_SELF = 1
    PHONE = 2
    VIRTUAL = 3
    FACE_TO_FACE = 4

    @property
    def code(self) -> str:
        """As it is written in answers and records."""
        return self.name.lower()


class ByWhom(IntEnum):
    """Who does it. A specialist is not a step above the others: the law asks for one."""

    ASSISTANT = 0
    ASSESSOR = 1  # a trusted or first assessor
    QUALIFIED = 2
    SPECIALIST = 3

    @property
    def code(self) -> str:
        """As it is written in answers and records."""
        return self.name.lower()


class Oversight(StrEnum):
    AUTHORISED = "authorised"
    SUPERVISED = "supervised"
    JOINT = "joint"


class Reason(StrEnum):
    DEAFBLIND = "deafblind"
    MAY_BE_DEAFBLIND = "may_be_deafblind"
    DANGER = "danger"
    SAFEGUARDING = "safeguarding"
    CAPACITY = "capacity"
    NOBODY_TO_HELP = "nobody_to_help"
    UNDERSTANDING = "understanding"
    CANNOT_RING = "cannot_ring"
    LANGUAGE = "language"
    NOT_TO_BE_REACHED = "not_to_be_reached"
    MUCH = "much"
    SOME = "some"
    FEW = "few"
    LITTLE_KNOWN = "little_known"
    CHANGES = "changes"
    SOON = "soon"
    WISH_TOGETHER = "wish_together"
    WISH_AFTER_CAPACITY = "wish_after_capacity"
    WISH_WORKER = "wish_worker"
    WISH_NOT_KNOWN = "wish_not_known"
    MAY_CHOOSE = "may_choose"


_REGULATIONS = "Care and Support (Assessment) Regulations 2014 (SI 2014/2827)"

# To the person, and for officers the source.
SENTENCES: Mapping[Reason, tuple[str, str]] = {
    Reason.DEAFBLIND: (
        "You told us that it is hard to see and to hear.",
        f"{_REGULATIONS} reg 6: specific training",
    ),
    Reason.MAY_BE_DEAFBLIND: (
        "You told us of sight and of hearing. Both at once need a worker trained for that.",
        f"{_REGULATIONS} reg 6: specific training",
    ),
    Reason.DANGER: (
        "You told us of something that cannot wait, so we come to see you.",
        "Care Act 2014 s19(3)",
    ),
    Reason.SAFEGUARDING: ("We want to talk with you alone, in a safe place.", "Care Act 2014 s42(1); s9(5)"),
    Reason.CAPACITY: (
        "It may be hard to follow or to decide. We take time and find out what helps.",
        "Mental Capacity Act 2005 s1(2), (3), s3",
    ),
    Reason.NOBODY_TO_HELP: (
        "You told us that nobody can help you have your say. We must find someone.",
        "Care Act 2014 s67",
    ),
    Reason.UNDERSTANDING: (
        "You told us that it is hard to follow what is said. It is best face to face.",
        f"{_REGULATIONS} reg 3(1)(b): able to take part",
    ),
    Reason.CANNOT_RING: (
        "You told us that the phone is hard for you.",
        "Accessible Information Standard (DCB1605); Equality Act 2010 s20",
    ),
    Reason.LANGUAGE: (
        "You told us that another language is better. We pay for someone who speaks it.",
        "Equality Act 2010 s20, s29; Care Act 2014 s9(5)",
    ),
    Reason.NOT_TO_BE_REACHED: (
        "You asked us not to contact you. We agree on a safe place first.",
        "Local safety policy; Care Act 2014 s42",
    ),
    Reason.MUCH: (
        "You told us that many things are hard.",
        f"{_REGULATIONS} reg 3(1)(a), (2)(c): proportionate; local thresholds",
    ),
    Reason.SOME: (
        "You told us that some things are hard.",
        f"{_REGULATIONS} reg 3(1)(a), (2)(c): proportionate; local thresholds",
    ),
    Reason.FEW: (
        "You told us that few things are hard.",
        f"{_REGULATIONS} reg 3(1)(a), (2)(c): proportionate; local thresholds",
    ),
    Reason.LITTLE_KNOWN: (
        "You have not told us yet how your days go. We ask first.",
        f"{_REGULATIONS} reg 3(1): proportionate; silence is not the lack of a need",
    ),
    Reason.CHANGES: (
        "You told us that it changes. We look over a longer time.",
        f"{_REGULATIONS} reg 3(3): fluctuating needs",
    ),
    Reason.SOON: (
        "You told us of something that we should look at soon.",
        f"{_REGULATIONS} reg 3(1): proportionate",
    ),
    Reason.WISH_TOGETHER: (
        "You would like to do this together with us. That is your right.",
        f"{_REGULATIONS} reg 2(3)",
    ),
    Reason.WISH_AFTER_CAPACITY: (
        "You would like to do this together with us. First we find out with you how that can work.",
        f"{_REGULATIONS} reg 2(3)(b): capacity to take part; Mental Capacity Act 2005 s1(3)",
    ),
    Reason.WISH_WORKER: (
        "You would like a worker to ask the rest.",
        f"{_REGULATIONS} reg 2(3)(a): for those who wish it",
    ),
    Reason.WISH_NOT_KNOWN: (
        "You have not said if you would like to do this together with us. We ask you.",
        f"{_REGULATIONS} reg 2(2): the wish has to be found out",
    ),
    Reason.MAY_CHOOSE: (
        "You can ask for another way, or for another worker.",
        f"{_REGULATIONS} reg 3(2)(a): wishes and preferences",
    ),
}
