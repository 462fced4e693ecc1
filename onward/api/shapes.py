"""The shapes that go in and out. Strict: an unknown field or a wrong type is refused."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StrictInt, StringConstraints

from onward.directory.found import Suggested
from onward.journey.contact.seen import DecisionSeen, Request, Row
from onward.vocabulary.contact import Grounds, Outcome, State, Wish
from onward.web.typed import tidy

Text = Annotated[str, StringConstraints(max_length=10_000), AfterValidator(tidy)]


class Problem(Schema):
    detail: str


class Shape(Schema):
    model_config = ConfigDict(extra="forbid")


class Search(Shape):
    """What to look for; nothing at all gives what is near."""

    words: str = Field("", max_length=500)
    postcode: str = Field("", max_length=20)
    limit: int = Field(10, ge=1, le=50)


class RequestLine(Shape):
    reference: str
    state: State
    wish: Wish
    name: str
    postcode: str
    needs: list[str]
    sent_at: datetime
    reply_by: date
    outcome: Outcome | None

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(
            reference=row.reference,
            state=row.state,
            wish=row.wish,
            name=row.name,
            postcode=row.postcode,
            needs=list(row.needs),
            sent_at=row.sent_at,
            reply_by=row.reply_by,
            outcome=row.outcome,
        )


class DecisionOut(Shape):
    number: int
    outcome: Outcome
    grounds: list[Grounds]
    passed_to: str
    reason: str
    decided_on: date

    @classmethod
    def of(cls, seen: DecisionSeen) -> Self:
        return cls(
            number=seen.number,
            outcome=seen.outcome,
            grounds=list(seen.grounds),
            passed_to=seen.passed_to,
            reason=seen.reason,
            decided_on=seen.decided_on,
        )


class RequestOut(Shape):
    reference: str
    state: State
    version: int
    person: UUID | None
    answers: dict[str, list[str]]
    sent_at: datetime
    reply_by: date
    decisions: list[DecisionOut]

    @classmethod
    def of(cls, asked: Request) -> Self:
        return cls(
            reference=asked.reference,
            state=asked.state,
            version=asked.version,
            person=asked.person.id if asked.person else None,
            answers={link: list(values) for link, values in asked.filling.answers.items()},
            sent_at=asked.sent_at,
            reply_by=asked.reply_by,
            decisions=[DecisionOut.of(each) for each in asked.decisions],
        )


class DecisionIn(Shape):
    outcome: Outcome
    grounds: list[Grounds] = Field(default=[], max_length=len(Grounds))
    passed_to: Annotated[str, StringConstraints(max_length=200)] = ""
    reason: Text
    services: list[Annotated[str, StringConstraints(max_length=100)]] = Field(default=[], max_length=20)
    version: StrictInt = Field(ge=0, le=2_000_000_000)


class PersonOut(Shape):
    id: UUID
    given_name: str
    family_name: str
    born_on: date | None
    postcode: str
    requests: list[str]


class FiguresOut(Shape):
    on: date
    waiting: int
    came_in: dict[str, int]
    decided: dict[str, int]


class ServiceOut(Shape):
    id: str
    name: str
    description: str
    postcode: str
    website: str
    km: float | None
    because: list[str]
    stale: bool

    @classmethod
    def of(cls, found: Suggested) -> Self:
        return cls(
            id=found.service_id,
            name=found.name,
            description=found.description,
            postcode=found.postcode,
            website=found.website,
            km=found.km,
            because=list(found.because),
            stale=found.stale,
        )
