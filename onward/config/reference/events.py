"""The events that are recorded, with their fields."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints
from uuid import UUID

from onward.config.handlers import HANDLERS
from onward.config.reference.tables import table
from onward.staff.words import EVENTS as WORDS
from onward.vocabulary.events import EVENTS, Happening

KINDS: dict[Any, str] = {
    UUID: "id",
    UUID | None: "id",
    str: "code",
    bool: "yes or no",
    int: "number",
    date: "date",
    tuple[str, ...]: "codes",
    tuple[UUID, ...]: "ids",
    int | None: "number",
}


def page() -> str:
    """The page `events.md`."""
    rows = [
        [f"`{kind}`", str(WORDS.get(kind, "")), _fields(event), _followed_by(event)]
        for kind, event in EVENTS.items()
    ]
    return f"""# Events

What happened, in order, for ever. Each is written in the transaction of the change itself; nobody can alter or remove
one. Every event also has its case (none where it is about the directory), who did it (`by`), the day it happened
(`happened_on`) and when it was written down (`recorded_at`). They hold ids, codes, dates and
numbers only: words about people belong in records.

{table(["event", "as staff read it", "fields", "what follows, in the same transaction"], rows)}"""


def _fields(event: type[Happening]) -> str:
    hints = get_type_hints(event)
    return ", ".join(
        f"`{each.name}` ({KINDS.get(hints[each.name], hints[each.name])})"
        for each in fields(event)
        if each.name != "case"
    )


def _followed_by(event: type[Happening]) -> str:
    """The first sentence of each handler's docstring."""
    return " ".join((each.__doc__ or "").strip().splitlines()[0] for each in HANDLERS.get(event, ()))
