"""What an event is: something that happened, as ids, codes, dates and numbers, so that a person can be erased."""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

_CODE = re.compile(r"[A-Za-z0-9_.:/+@-]{0,80}")


@dataclass(frozen=True)
class Happening:
    """Something that happened. `kind` is its name in the log of events."""

    kind: ClassVar[str]

    def details(self) -> dict[str, Any]:
        """Everything but the case, ready for JSON.

        Raises ValueError where a field holds free text: words about people belong in records, not in events.
        """
        return {
            each.name: _plain(each.name, getattr(self, each.name))
            for each in fields(self)
            if each.name != "case"
        }


@dataclass(frozen=True)
class Event(Happening):
    """Something that happened to one case."""

    case: UUID


@dataclass(frozen=True)
class DirectoryEvent(Happening):
    """Something that happened to the directory: about no case and no person."""


@dataclass(frozen=True)
class TeamEvent(Happening):
    """Something that happened in a team: about no case and no person."""


@dataclass(frozen=True)
class StaffEvent(Happening):
    """Something that happened to how one member of staff signs in: about no case and no person."""

    staff: int


@dataclass(frozen=True)
class LinkEvent(Happening):
    """Something that happened to an emailed link: about no case, for a link has none where it is a provider's."""


def _plain(name: str, value: object) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(name, each) for each in value]
    if isinstance(value, str) and _CODE.fullmatch(value):
        return str(value)
    raise ValueError(f"Event field `{name}` must be an id, a code, a date or a number.")
