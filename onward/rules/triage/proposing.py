"""The proposal: the most urgent sign leads, each with its reason, and what is not known is said to be not known."""

from collections.abc import Sequence
from dataclasses import dataclass

from onward.rules.triage.heard import Clause, clauses, spoken
from onward.rules.triage.parts import any_of, standing, three_parts
from onward.rules.triage.signs import Said, Screen, SignRule
from onward.vocabulary.screening import (
    MAY_ASK,
    NOTHING_FOUND,
    SENTENCES,
    SEVERAL,
    Conversation,
    Part,
    Prompt,
    Sign,
    Standing,
    Urgency,
)


@dataclass(frozen=True)
class Because:
    """A reason: a sentence to whoever said it, the source for officers, and the words of theirs that show it."""

    says: str
    source: str
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A sign that was found. `answered` says that an answer shows it; `spoken` is what they typed that shows it."""

    sign: Sign
    prompt: Prompt
    urgency: Urgency
    hint: bool
    answered: bool
    spoken: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What is proposed. `look_at` is each prompt that was found, the most urgent first, once.

    `conversation` is the one to begin with: never the long term. `standing` has every prompt, found or not; `parts` are
    those of s42(1). The last reason says that they may ask.
    """

    urgency: Urgency
    conversation: Conversation
    found: tuple[Found, ...]
    look_at: tuple[Prompt, ...]
    standing: tuple[tuple[Prompt, Standing], ...]
    parts: tuple[tuple[Part, Standing], ...]
    because: tuple[Because, ...]

    @property
    def ring_now(self) -> bool:
        """Whether the person's own page says whom to ring now.

        What is said of abuse never changes that page: somebody else may read it.
        """
        return any(
            each.urgency <= Urgency.TODAY and each.prompt is not Prompt.SAFEGUARDING for each in self.found
        )


def propose(said: Said, screen: Screen) -> Answer:
    """How urgent it may be, what to look at and why."""
    found = _found(said, screen)
    look_at = tuple(dict.fromkeys(each.prompt for each in found))
    several = _several(found, screen.several)
    most = min([each.urgency for each in found], default=Urgency.ORDINARY)
    urgency = min(most, Urgency.TODAY) if several else most
    stands = tuple((each, _standing(each, found, said, screen)) for each in Prompt)
    return Answer(
        urgency=urgency,
        conversation=Conversation.WORK_ON_RISK if urgency <= screen.work_on_risk else Conversation.LISTEN,
        found=found,
        look_at=look_at,
        standing=stands,
        parts=three_parts(screen.parts, said.answers, risk=dict(stands)[Prompt.SAFEGUARDING]),
        because=_because(found, several=several),
    )


def _found(said: Said, screen: Screen) -> tuple[Found, ...]:
    """Every sign that shows, the most urgent first, otherwise in policy's order."""
    typed = [each for text in said.words for each in clauses(text, screen.hearing.same)]
    every = [_look(rule, said, typed, screen) for rule in screen.signs]
    return tuple(sorted((each for each in every if each), key=lambda each: each.urgency))


def _look(rule: SignRule, said: Said, typed: Sequence[Clause], screen: Screen) -> Found | None:
    answered, words = rule.answered(said), spoken(typed, rule.phrases, screen.hearing)
    if not answered and not words:
        return None
    return Found(rule.sign, rule.prompt, rule.urgency, rule.hint, answered, words)


def _several(found: Sequence[Found], enough: int) -> bool:
    """Whether so many different things to look at, none of them ordinary, come together."""
    return len({each.prompt for each in found if each.urgency <= Urgency.SOON}) >= enough


def _standing(prompt: Prompt, found: Sequence[Found], said: Said, screen: Screen) -> Standing:
    """A hint makes nothing known, and takes away what was denied."""
    here = [each for each in found if each.prompt is prompt]
    return standing(
        known=any(not each.hint for each in here),
        said_no=not here and any_of(screen.no.get(prompt, {}), said.answers),
    )


def _because(found: Sequence[Found], *, several: bool) -> tuple[Because, ...]:
    reasons = [Because(*SENTENCES[each.sign], each.spoken) for each in found]
    if several:
        reasons.append(Because(*SEVERAL))
    if not found:
        reasons.append(Because(*NOTHING_FOUND))
    return (*reasons, Because(*MAY_ASK))
