"""On whose behalf something is done: what the database, the actions and the logs call `by`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID


class Kind(StrEnum):
    NOBODY = "nobody"
    CASE = "case"  # a resident, known only by the request that is theirs
    STAFF = "staff"
    JOB = "job"
    LINK = "link"  # whoever holds a link that was emailed to an organisation


@dataclass(frozen=True)
class Principal:
    """One who acts. `who` is an identifier or a job's name, never a person's name."""

    kind: Kind
    who: str = ""

    @classmethod
    def nobody(cls) -> Self:
        return cls(Kind.NOBODY)

    @classmethod
    def resident(cls, case: UUID) -> Self:
        return cls(Kind.CASE, str(case))

    @classmethod
    def staff(cls, number: int) -> Self:
        return cls(Kind.STAFF, str(number))

    @classmethod
    def job(cls, name: str) -> Self:
        return cls(Kind.JOB, name)

    @classmethod
    def link(cls, link: UUID) -> Self:
        return cls(Kind.LINK, str(link))

    def __str__(self) -> str:
        return "" if self.kind is Kind.NOBODY else f"{self.kind}:{self.who}"
