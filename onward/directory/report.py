"""What a load did: counts, and every fault as a sentence with its line."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one row. `loaded` is False where the row had to be left out."""

    file: str
    line: int
    said: str
    loaded: bool

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.said}."


@dataclass(frozen=True)
class LoadReport:
    """What is in the directory after a load, and what the load changed."""

    area_name: str
    area_code: str
    services: int
    added: int
    changed: int
    unchanged: int
    closed: int  # by this load: their rows are no longer in the source
    postcodes: int
    stale: int
    doubled: int
    outside_area: int
    without_place: int
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The same for people; the problems are listed apart."""
        return [
            f"{self.area_name}: {self.services:,} services and {self.postcodes:,} postcodes.",
            f"New {self.added:,}, changed {self.changed:,}, as before {self.unchanged:,}, "
            f"closed {self.closed:,}.",
            f"Kept with a flag: {self.stale:,} not checked lately, {self.doubled:,} listed twice, "
            f"{self.outside_area:,} based outside the area, {self.without_place:,} without a known place.",
            f"Rows with something wrong: {len(self.problems):,}.",
        ]
