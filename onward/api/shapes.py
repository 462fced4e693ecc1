"""The shapes that go in and out. Strict: an unknown field or a wrong type is refused."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from onward.vocabulary.contact import Grounds, Outcome, State, Wish

Text = Annotated[str, StringConstraints(max_length=10_000)]


class Problem(Schema):
    detail: str


class Shape(Schema):
    model_config = ConfigDict(extra="forbid")


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


class DecisionOut(Shape):
    number: int
    outcome: Outcome
    grounds: Grounds | None
    reason: str
    decided_on: date


class RequestOut(Shape):
    reference: str
    state: State
    version: int
    person: UUID | None
    answers: dict[str, list[str]]
    sent_at: datetime
    reply_by: date
    decisions: list[DecisionOut]


class DecisionIn(Shape):
    outcome: Outcome
    grounds: Grounds | None = None
    reason: Text
    services: list[Annotated[str, StringConstraints(max_length=100)]] = Field(default=[], max_length=20)
    version: int = Field(ge=0, le=2_000_000_000)


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
