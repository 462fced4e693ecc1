"""What reading a service needs to be told."""

from dataclasses import dataclass
from datetime import date

from onward.directory.rows import Places
from onward.policy.directory import Keeping


@dataclass(frozen=True)
class Context:
    """Which source, on which day, in which area, and by which rules. `shown` are places that an editor shows."""

    source: str
    title: str
    on: date
    places: Places
    stale_after_months: int
    keeping: Keeping
    shown: frozenset[str] = frozenset()
