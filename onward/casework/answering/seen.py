"""What this part's queries give: plain values, never models."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire

# What was typed on a page and not saved: the values of each field.
Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Filling:
    """A form as somebody is filling it in, or has sent it. `typed` is by page."""

    case: UUID
    form: Questionnaire
    answers: Answers
    typed: dict[str, Typed]
    version: int
    begun_on: date
    keep_until: date
    sent_on: date | None


@dataclass(frozen=True)
class Fact:
    """Something that was told already: its values, when and by whom, and in which form.

    `own` says that it was told within the same case.
    """

    given: UUID
    meaning: str
    values: tuple[str, ...]
    said_on: date
    by: str
    questionnaire: str
    own: bool


@dataclass(frozen=True)
class Step:
    """One change to one answer, for reading how it came to be. No values: it was taken out."""

    key: str
    values: tuple[str, ...]
    said_on: date
    by: str
    dropped: bool
    taken_from: Fact | None
