"""Forms that are answered."""

from dataclasses import dataclass
from typing import ClassVar

from onward.vocabulary.happening import Event


@dataclass(frozen=True)
class ResponseBegun(Event):
    """Somebody began to answer a questionnaire."""

    kind: ClassVar[str] = "response.begun"
    questionnaire: str


@dataclass(frozen=True)
class ResponseAnswered(Event):
    """Answers to a page, or to all of it where the page is empty: how many are new, changed or taken out."""

    kind: ClassVar[str] = "response.answered"
    questionnaire: str
    page: str
    answers: int


@dataclass(frozen=True)
class ResponseTyped(Event):
    """What was typed on a page was kept for its writer; it is no answer yet."""

    kind: ClassVar[str] = "response.typed"
    questionnaire: str
    page: str


@dataclass(frozen=True)
class ResponseSent(Event):
    """`dropped` answers no longer applied and were left out."""

    kind: ClassVar[str] = "response.sent"
    questionnaire: str
    version: str
    dropped: int
