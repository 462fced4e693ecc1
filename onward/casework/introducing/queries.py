"""What may be asked about introductions. Row security decides which show: those of cases that show; a link's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from onward.casework.introducing.models import Introduction, ServiceAnswer
from onward.casework.introducing.moving import state_of
from onward.casework.links.queries import LinkSeen, newest
from onward.policy.partners import partners
from onward.rules.introducing import Consent, Told
from onward.vocabulary.introductions import ConsentBy, ConsentHow, State, Way, answers_from
from onward.vocabulary.links import Purpose


@dataclass(frozen=True)
class AnswerSeen:
    """One answer of the service; `by` is its link, or who of us heard it."""

    answer: State
    weeks: int | None
    words: str
    by: str
    said_on: date


@dataclass(frozen=True)
class Introduced:
    """What the service sees by its link: what was agreed, and what it answered. Nothing else goes out."""

    id: UUID
    service_name: str
    told: Told
    consent: Consent
    introduced_on: date
    state: State
    answers: tuple[AnswerSeen, ...]

    @property
    def may_answer(self) -> tuple[State, ...]:
        return answers_from(self.state)


@dataclass(frozen=True)
class IntroductionSeen(Introduced):
    """The same as staff and the person themselves see it."""

    case: UUID
    reference: str
    service: str
    way: Way
    recorded_by: str
    taken_back_on: date | None
    link: LinkSeen | None
    version: int


def held(introduction: UUID) -> Introduced | None:
    """What whoever holds an open link may see."""
    row = Introduction.objects.filter(id=introduction).prefetch_related("answers").first()
    return Introduced(**_introduced(row)) if row else None


def introduction(introduction_id: UUID) -> IntroductionSeen | None:
    """One introduction, where whoever asks sees its case."""
    found = _seen(Introduction.objects.filter(id=introduction_id))
    return found[0] if found else None


def of_case(case: UUID) -> list[IntroductionSeen]:
    """The introductions of a case, the newest first."""
    return _seen(Introduction.objects.filter(case_id=case).order_by("-introduced_on", "id"))


def unheard(on: date) -> list[IntroductionSeen]:
    """Introductions of which no service has said anything for as long as the policy waits, the oldest first."""
    since = on - timedelta(days=partners().remind_after_days)
    answered = ServiceAnswer.objects.filter(introduction=OuterRef("pk"))
    rows = Introduction.objects.filter(~Exists(answered), taken_back_on=None, introduced_on__lte=since)
    return _seen(rows.order_by("introduced_on", "id"))


def _seen(rows: QuerySet[Introduction]) -> list[IntroductionSeen]:
    chosen = list(rows.select_related("case").prefetch_related("answers"))
    links = newest(Purpose.INTRODUCTION, [each.id for each in chosen])
    return [
        IntroductionSeen(
            **_introduced(row),
            case=row.case_id,
            reference=row.case.reference,
            service=row.service,
            way=Way(row.way),
            recorded_by=row.recorded_by,
            taken_back_on=row.taken_back_on,
            link=links.get(row.id),
            version=row.version,
        )
        for row in chosen
    ]


def _introduced(row: Introduction) -> dict[str, Any]:
    answers: Sequence[ServiceAnswer] = sorted(row.answers.all(), key=lambda each: each.recorded_at)
    return {
        "id": row.id,
        "service_name": row.service_name,
        "told": Told(row.told_name, row.told_reach, row.told_want),
        "consent": Consent(ConsentBy(row.consent_by), ConsentHow(row.consent_how), row.consent_on),
        "introduced_on": row.introduced_on,
        "state": state_of(row),
        "answers": tuple(
            AnswerSeen(State(each.answer), each.weeks, each.words, each.by, each.said_on) for each in answers
        ),
    }
