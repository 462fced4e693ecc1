"""What was said, and how each sign is found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onward.rules.triage.heard import Hearing, Phrases
from onward.rules.triage.parts import Parts, Says
from onward.vocabulary.screening import Prompt, Sign, Urgency

Answers = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Said:
    """Everything that was said, in whatever order. `answers` are codes by meaning; `words` are texts as typed.

    A meaning that is not there was not asked, or not answered.
    """

    answers: Answers = field(default_factory=dict)
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SignRule:
    """How a sign is found: by any of these answers, by all of them where `together`, or by any of these phrases.

    A `hint` is a reason to ask; by itself it does not make known what it points to.
    """

    sign: Sign
    prompt: Prompt
    urgency: Urgency
    answers: Answers
    phrases: Phrases
    together: bool
    hint: bool

    def answered(self, said: Said) -> bool:
        """Whether the answers show it."""
        found = [
            bool(codes & said.answers.get(meaning, frozenset())) for meaning, codes in self.answers.items()
        ]
        return bool(found) and (all(found) if self.together else any(found))


@dataclass(frozen=True)
class Screen:
    """The policy in force. `several` is how many things that are each “soon” come together to “today”.

    `work_on_risk` is the least urgency with which the risk is worked on before anything else. `no` says, for what is
    looked at, which answers say that there is nothing of it.
    """

    signs: tuple[SignRule, ...]
    hearing: Hearing
    no: Mapping[Prompt, Says]
    parts: Parts
    several: int
    work_on_risk: Urgency
