"""What the rule answers, and each step that led to it."""

from dataclasses import dataclass

from onward.vocabulary.eligibility import Eligible


@dataclass(frozen=True)
class Step:
    """A sentence to the person, and the sources for an officer."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """Advice to whoever decides. `missing` is what to find out: what could change the answer, and evidence."""

    eligible: Eligible
    steps: tuple[Step, ...]
    missing: tuple[str, ...]

    @property
    def because(self) -> tuple[str, ...]:
        """A sentence for each step, in order."""
        return tuple(each.says for each in self.steps)

    @property
    def sources(self) -> tuple[str, ...]:
        """Each source once, in the order of the steps."""
        return tuple(dict.fromkeys(source for each in self.steps for source in each.sources))
