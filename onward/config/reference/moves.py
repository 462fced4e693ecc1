"""The moves of each stage: the same tables that its actions obey."""

from collections.abc import Mapping, Sequence
from typing import Any

from onward.config.reference.tables import table
from onward.vocabulary import contact, followup, introductions, messages, promises
from onward.vocabulary.moves import Move

STAGES: Mapping[str, Sequence[Move[Any, Any]]] = {"contact": contact.MOVES}
OTHERS: Mapping[str, Sequence[Move[Any, Any]]] = {  # what moves in every stage
    "message": messages.MOVES,
    "introduction": introductions.MOVES,
    "promise": promises.MOVES,
    "follow-up": followup.MOVES,
}


def page() -> str:
    """The page `moves.md`."""
    parts = [
        f"## {stage}\n\n{_diagram(moves)}\n{_table(moves)}" for stage, moves in {**STAGES, **OTHERS}.items()
    ]
    return (
        "# How each stage moves\n\nA move that is not in the table is refused with a sentence.\n\n"
        + "\n".join(parts)
    )


def _table(moves: Sequence[Move[Any, Any]]) -> str:
    return table(
        ["step", "from", "to", "who", "needs"],
        [[each.step, each.start or "nothing", each.end, each.mover, each.needs] for each in moves],
    )


def _diagram(moves: Sequence[Move[Any, Any]]) -> str:
    lines = [f"    {each.start or '[*]'} --> {each.end}: {each.step}" for each in moves]
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```", ""])
