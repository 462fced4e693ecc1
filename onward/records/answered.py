"""Answers to forms as other systems ask for them: by id, or by form, status, day and the case's reference.

Row security decides which there are: those of cases that may be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from onward.records.models import Response


@dataclass(frozen=True)
class Answered:
    """One set of answers. `answers` is the QuestionnaireResponse as it was kept; `person` is None until matched."""

    id: UUID
    case: UUID
    reference: str
    person: UUID | None
    completed_on: date | None
    answers: dict[str, Any]
    version: int


@dataclass(frozen=True)
class Wanted:
    """Which answers: each list is "one of these", and an empty one asks for nothing. Forms are `url` or `url|version`.

    `completed` are spans of days, both included; all of them have to hold.
    """

    ids: Sequence[UUID] | None = None
    forms: Sequence[str] = ()
    statuses: Sequence[str] = ()
    references: Sequence[str] = ()
    completed: Sequence[tuple[date, date]] = ()


def response_by_id(response: UUID) -> Answered | None:
    """The answers with this id, where they may be seen."""
    row = Response.objects.select_related("case").filter(id=response).first()
    return _seen(row) if row else None


def responses(wanted: Wanted, *, most: int, skip: int = 0) -> tuple[list[Answered], int]:
    """A page of answers in an order that stays, and how many there are in all."""
    rows = _rows(wanted)
    page = rows.select_related("case").order_by("case__reference", "id")[skip : skip + most]
    return [_seen(each) for each in page], rows.count()


def _rows(wanted: Wanted) -> QuerySet[Response]:
    rows = Response.objects.all()
    if wanted.ids is not None:
        rows = rows.filter(id__in=wanted.ids)
    if wanted.forms:
        rows = rows.filter(_of_forms(wanted.forms))
    if wanted.statuses:
        rows = rows.filter(answers__status__in=list(wanted.statuses))
    if wanted.references:
        rows = rows.filter(case__reference__in=list(wanted.references))
    for first, last in wanted.completed:
        rows = rows.filter(completed_on__gte=first, completed_on__lte=last)
    return rows


def _of_forms(forms: Sequence[str]) -> Q:
    found = Q(pk__in=[])
    for each in forms:
        url, _bar, version = each.partition("|")
        found |= Q(questionnaire=url, questionnaire_version=version) if version else Q(questionnaire=url)
    return found


def _seen(row: Response) -> Answered:
    case = row.case
    return Answered(
        row.id, row.case_id, case.reference, case.person_id, row.completed_on, row.answers, row.version
    )
