"""Which rows say the same thing twice: stacked sources list a service more than once."""

from onward.directory.names import key
from onward.directory.rows import ServiceRow


class Sameness:
    """Remembers the rows of one load, in their order."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._listed: set[tuple[str, str]] = set()

    def id_for(self, row: ServiceRow, line: int) -> tuple[str, str]:
        """The id to keep the row under, and what is wrong where its own is taken."""
        if row.id not in self._lines:
            self._lines[row.id] = line
            return row.id, ""
        number = 2
        while f"{row.id}-{number}" in self._lines:
            number += 1
        kept = f"{row.id}-{number}"
        self._lines[kept] = line
        return (
            kept,
            f"its id {row.id} is that of line {self._lines[row.id]}, so it was kept as {kept}: change it",
        )

    def seen_before(self, row: ServiceRow) -> bool:
        """Whether an earlier row had this name at this postcode."""
        listed = (key(row.name), row.postcode or row.address.lower())
        known = listed in self._listed
        self._listed.add(listed)
        return known
