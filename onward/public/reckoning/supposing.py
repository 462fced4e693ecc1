"""“What if my partner lives there?”: the same answers but for one thing."""

from enum import StrEnum
from typing import Self

from onward.public.reckoning import form as asked
from onward.questionnaires.answers import Answers


class Suppose(StrEnum):
    """What is supposed of the person's home."""

    PARTNER = "partner"
    NO_PARTNER = "no_partner"

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """What a form asks for; None for anything else."""
        return cls(text) if text in set(cls) else None

    @classmethod
    def other(cls, answers: Answers) -> Self | None:
        """What is otherwise than the person told; None for somebody without a home of their own."""
        if answers.get(asked.OWNS) != asked.YES:
            return None
        return cls("no_partner") if asked.LIVES_PARTNER in answers.get(asked.LIVES, ()) else cls("partner")


def suppose(answers: Answers, what: Suppose | None) -> Answers:
    """The answers as they would be then."""
    lives = [each for each in answers.get(asked.LIVES, ()) if each != asked.LIVES_PARTNER]
    if what is Suppose.PARTNER:
        return {**answers, asked.PARTNER: asked.YES, asked.LIVES: (asked.LIVES_PARTNER, *lives)}
    return {**answers, asked.LIVES: tuple(lives)} if what is Suppose.NO_PARTNER else answers
