"""What people were asked and answered: the response as it stands, and every answer as it came to be, by whom and when.

The functions that write are called within actions.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from onward.records import versions
from onward.records.models import AnswerGiven, Response
from onward.records.refusals import Refused
from onward.vocabulary.principals import Principal


@dataclass(frozen=True)
class ResponseSeen:
    """A response: `answers` as FHIR, `typed` by page and field. `completed_on` is None while it is open."""

    id: UUID
    case: UUID
    questionnaire: str
    questionnaire_version: str
    definition: str
    answers: dict[str, Any]
    typed: dict[str, dict[str, list[str]]]
    begun_on: date
    keep_until: date
    completed_on: date | None
    version: int


@dataclass(frozen=True)
class GivenSeen:
    """One answer as it was given. No values: it was taken out; `dropped`: set aside because it no longer applied."""

    id: UUID
    case: UUID
    response: UUID
    key: str
    meaning: str
    values: tuple[str, ...]
    dropped: bool
    taken_from: UUID | None
    by: str
    said_on: date


@dataclass(frozen=True)
class Giving:
    """One answer to write down."""

    key: str
    meaning: str
    values: tuple[str, ...]
    dropped: bool = False
    taken_from: UUID | None = None


def response(case: UUID, questionnaire: str) -> ResponseSeen | None:
    """The answers of a case to one questionnaire, whatever its version."""
    row = Response.objects.filter(case_id=case, questionnaire=questionnaire).first()
    return _seen(row) if row else None


def responses(cases: Collection[UUID]) -> list[ResponseSeen]:
    """Everything that was answered in these cases, in the order it was begun."""
    rows = Response.objects.filter(case_id__in=cases).order_by("begun_on", "id")
    return [_seen(row) for row in rows]


def begin_response(
    *,
    case: UUID,
    questionnaire: str,
    questionnaire_version: str,
    definition: str,
    answers: dict[str, object],
    keep_until: date,
    on: date,
) -> ResponseSeen:
    """Begin to answer a questionnaire, of which `definition` is the digest; within an action."""
    row = Response.objects.create(
        case_id=case,
        questionnaire=questionnaire,
        questionnaire_version=questionnaire_version,
        definition=definition,
        answers=answers,
        begun_on=on,
        keep_until=keep_until,
    )
    return _seen(row)


def change_response(seen: ResponseSeen, *, version: int, **changes: Any) -> None:
    """Change a response that is still at `version`; within an action. Raises Stale where somebody was quicker."""
    versions.change(Response.objects.get(id=seen.id), version, **changes)


def keep_typed(seen: ResponseSeen, typed: dict[str, dict[str, list[str]]]) -> None:
    """Keep what is typed and not saved; within an action. It is nobody's answer, so the version stays as it is."""
    Response.objects.filter(id=seen.id).update(typed=typed)


def lock_response(case: UUID, questionnaire: str, sentence: str) -> ResponseSeen:
    """The response, held until the action ends; refused with `sentence` where there is none."""
    row = Response.objects.select_for_update().filter(case_id=case, questionnaire=questionnaire).first()
    if row is None:
        raise Refused(sentence, "no_such_response")
    return _seen(row)


def note_given(seen: ResponseSeen, givings: Iterable[Giving], *, by: Principal, on: date) -> None:
    """Write down how answers changed; within an action."""
    AnswerGiven.objects.bulk_create(
        AnswerGiven(
            case_id=seen.case,
            response_id=seen.id,
            key=each.key,
            meaning=each.meaning,
            values=list(each.values),
            dropped=each.dropped,
            taken_from_id=each.taken_from,
            by=str(by),
            said_on=on,
        )
        for each in givings
    )


def given(cases: Collection[UUID]) -> list[GivenSeen]:
    """Answers as they were given in these cases, oldest first."""
    rows = AnswerGiven.objects.filter(case_id__in=cases)
    return [_given(row) for row in rows.order_by("recorded_at", "id")]


def _seen(row: Response) -> ResponseSeen:
    return ResponseSeen(
        id=row.id,
        case=row.case_id,
        questionnaire=row.questionnaire,
        questionnaire_version=row.questionnaire_version,
        definition=row.definition,
        answers=row.answers,
        typed=row.typed,
        begun_on=row.begun_on,
        keep_until=row.keep_until,
        completed_on=row.completed_on,
        version=row.version,
    )


def _given(row: AnswerGiven) -> GivenSeen:
    return GivenSeen(
        id=row.id,
        case=row.case_id,
        response=row.response_id,
        key=row.key,
        meaning=row.meaning,
        values=tuple(row.values),
        dropped=row.dropped,
        taken_from=row.taken_from_id,
        by=row.by,
        said_on=row.said_on,
    )
