"""The rows of a table by outcome."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward.journey.contact.words import OUTCOMES
from onward.vocabulary.contact import Outcome

WAITING = "waiting"


@dataclass(frozen=True)
class CountRow:
    """One outcome, or those still waiting: how many that came in stand so, and how many were decided so."""

    which: str
    label: str
    came_in: int
    decided: int | None


def count(*, came_in: Mapping[Outcome | None, int], decided: Mapping[Outcome | None, int]) -> list[CountRow]:
    """A row for those waiting and one for every outcome, noughts too: a list that hides a nought hides a question."""
    rows = [CountRow(WAITING, _("Waiting for a decision"), came_in.get(None, 0), None)]
    rows += [
        CountRow(each.value, str(OUTCOMES[each]), came_in.get(each, 0), decided.get(each, 0))
        for each in Outcome
    ]
    return rows


def row_of(which: str) -> Outcome | None:
    """The outcome that a row's address names; ValueError where it names none."""
    return None if which == WAITING else Outcome(which)
