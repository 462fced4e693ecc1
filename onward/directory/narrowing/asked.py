"""What somebody asks of the list, as the address of the page says it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from onward.vocabulary.directory import Access, Opening

REACHES = (1, 3, 5, 10)  # km, of which one is chosen


@dataclass(frozen=True)
class Asked:
    """Words, a place, and the filters, each hard; an empty one filters nothing."""

    words: str = ""
    near: str = ""
    km: int | None = None
    opening: Opening | None = None
    free: bool = False
    age: int | None = None
    language: str = ""
    access: tuple[Access, ...] = ()

    @property
    def searched(self) -> bool:
        return self != Asked()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The filters that are on, each with its value as it is written in an address."""
        return tuple(pair for pair in self._pairs() if pair[0] not in ("words", "near"))

    def without(self, *taken_off: tuple[str, str]) -> Self:
        """The same with some filters taken off."""
        names = {name for name, _value in taken_off}
        return replace(
            self,
            km=None if "km" in names else self.km,
            opening=None if "opening" in names else self.opening,
            free=self.free and "free" not in names,
            age=None if "age" in names else self.age,
            language="" if "language" in names else self.language,
            access=tuple(each for each in self.access if ("access", each.value) not in taken_off),
        )

    def near_to(self, place: str) -> Self:
        """The same near another place."""
        return replace(self, near=place)

    def address(self, **more: str | int) -> str:
        """The query of an address that asks the same."""
        return urlencode([*self._pairs(), *more.items()])

    def _pairs(self) -> Iterator[tuple[str, str]]:
        said = (
            ("words", self.words), ("near", self.near), ("km", str(self.km or "")),
            ("opening", self.opening or ""), ("free", "yes" if self.free else ""),
            ("age", "" if self.age is None else str(self.age)), ("language", self.language),
            *(("access", each.value) for each in self.access),
        )  # fmt: skip
        yield from ((name, str(value)) for name, value in said if value)
