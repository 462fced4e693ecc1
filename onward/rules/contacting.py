"""Whether a message may go to somebody, by what they said about how to reach them safely.

Somebody else may hold the telephone, read the email or open the post. So what was said binds every message, whoever
sends it; what was not said is not a yes; and nothing goes by another way instead: a held message waits for a person.
Sources: Care Act 2014 s1(3)(d) (views and wishes), s42 (safeguarding); the Accessible Information Standard (DCB1605)
for asking how somebody wants to be reached.
"""

from dataclasses import dataclass
from enum import StrEnum

from onward.vocabulary.messages import Channel, ContactBy

VERSION = "1"


class Held(StrEnum):
    """Why a message may not go, each with its own sentence."""

    NO_CONTACT = "no_contact"
    MESSAGE_NOT_SAFE = "message_not_safe"
    OTHER_WAY = "other_way"
    NOT_SAID = "not_said"
    CODE_NOT_ASKED_FOR = "code_not_asked_for"
    NEEDS_A_LOOK = "needs_a_look"


@dataclass(frozen=True)
class SafeContact:
    """What somebody said. `contact_by` and `message_safe` are None where they were not asked; `words`: whether they
    wrote anything about how to reach them safely, which only a person can understand."""

    contact_by: ContactBy | None = None
    message_safe: bool | None = None
    words: bool = False


def held(
    said: SafeContact, channel: Channel, *, asked_now: bool, carries_code: bool = False
) -> tuple[Held, ...]:
    """Every reason why a message by `channel` may not go; empty where it may.

    - `asked_now`: the person asks for this very message, by this very way, at this moment. It stands in for a way that
      they chose otherwise or did not choose yet, and for nothing else: whoever holds the telephone can ask too.
    - `carries_code`: the message holds what opens their request, and so goes only where they asked for it.
    """
    found = []
    if said.contact_by is ContactBy.NONE:
        found.append(Held.NO_CONTACT)
    elif not asked_now and said.contact_by is None:
        found.append(Held.NOT_SAID)
    elif not asked_now and said.contact_by != channel.value:
        found.append(Held.OTHER_WAY)
    if channel is Channel.TEXT and said.message_safe is False:
        found.append(Held.MESSAGE_NOT_SAFE)
    if carries_code and not asked_now:
        found.append(Held.CODE_NOT_ASKED_FOR)
    if said.words:
        found.append(Held.NEEDS_A_LOOK)
    return tuple(found)


class Caution(StrEnum):
    """What whoever would ring, write or visit has to know first."""

    DO_NOT_CONTACT = "do_not_contact"
    NO_MESSAGES = "no_messages"
    READ_FIRST = "read_first"


def cautions(said: SafeContact) -> tuple[Caution, ...]:
    """What warns before anybody reaches for a telephone, a pen or a coat; empty where nothing does."""
    found = []
    if said.contact_by is ContactBy.NONE:
        found.append(Caution.DO_NOT_CONTACT)
    if said.message_safe is False:
        found.append(Caution.NO_MESSAGES)
    if said.words:
        found.append(Caution.READ_FIRST)
    return tuple(found)


def needs_only_a_look(reasons: tuple[Held, ...]) -> bool:
    """Whether somebody of the staff may let the message go after they have read what the person wrote."""
    return reasons == (Held.NEEDS_A_LOOK,)
