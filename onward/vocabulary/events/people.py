"""People whose record is opened."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from onward.vocabulary.happening import Event


@dataclass(frozen=True)
class PersonOpenedWithReason(Event):
    """Somebody opened a person who is not known to their team; the reason itself is in the log of looks."""

    kind: ClassVar[str] = "person.opened_with_reason"
    person: UUID
