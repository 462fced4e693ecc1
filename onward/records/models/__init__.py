"""The tables, by noun. Only this app's `actions` and `queries` use them; other apps use those."""

from onward.records.models.cases import Case, CaseCode, OnCase
from onward.records.models.computed import ComputedAnswer
from onward.records.models.definitions import Definition
from onward.records.models.events import EventRecord
from onward.records.models.keys import IdempotencyKey
from onward.records.models.looks import Look, ReasonToSee
from onward.records.models.people import Person
from onward.records.models.responses import AnswerGiven, Response
from onward.records.models.staff import Membership, Staff, Team

__all__ = [
    "AnswerGiven",
    "Case",
    "CaseCode",
    "ComputedAnswer",
    "Definition",
    "EventRecord",
    "IdempotencyKey",
    "Look",
    "Membership",
    "OnCase",
    "Person",
    "ReasonToSee",
    "Response",
    "Staff",
    "Team",
]
