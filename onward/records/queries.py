"""What other apps may ask of records. The database decides what shows; these say it in plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Min, Q

from onward.records.models import Case, ComputedAnswer, EventRecord, Look, Membership, Person, Staff
from onward.records.principal import current
from onward.vocabulary.names import key
from onward.vocabulary.principals import Kind
from onward.vocabulary.roles import Role

MOST_FOUND = 50


@dataclass(frozen=True)
class PersonSeen:
    id: UUID
    given_name: str
    family_name: str
    born_on: date | None
    postcode: str
    version: int
    nhs_number: str = ""

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class LookSeen:
    by: str
    who: str
    road: str
    at_what: str
    why: str
    reason: str
    allowed: bool
    looked_at: datetime


@dataclass(frozen=True)
class EventSeen:
    kind: str
    details: dict[str, Any]
    by: str
    happened_on: date
    recorded_at: datetime


@dataclass(frozen=True)
class Kept:
    """A computed answer as it was kept."""

    inputs: dict[str, Any]
    answer: Any
    versions: dict[str, str]
    computed_on: date


def roles(staff: int, on: date) -> frozenset[Role]:
    """What somebody is in any team on a date."""
    rows = Membership.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=on), staff_id=staff, starts_on__lte=on
    ).values_list("role", flat=True)
    return frozenset(Role(each) for each in rows)


def works_in(staff: int, team: str, on: date) -> bool:
    """Whether somebody works in a team on a date."""
    rows = Membership.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=on), staff_id=staff, team__code=team, starts_on__lte=on
    )
    return rows.exists()


@dataclass(frozen=True)
class Member:
    """Somebody who works in a team."""

    number: int
    name: str


def team_members(team: str, on: date) -> list[Member]:
    """Who works in a team on a date, by name."""
    rows = Staff.objects.filter(
        Q(memberships__ends_on__isnull=True) | Q(memberships__ends_on__gt=on),
        is_active=True,
        memberships__team__code=team,
        memberships__starts_on__lte=on,
    )
    return [Member(each.pk, each.name) for each in rows.distinct().order_by("name", "pk")]


def staff_names(principals: Iterable[str]) -> dict[str, str]:
    """Names of staff by principal (`staff:3`), for showing who did something."""
    numbers = [int(each.removeprefix("staff:")) for each in principals if each.startswith("staff:")]
    return {f"staff:{row.pk}": row.name for row in Staff.objects.filter(pk__in=numbers)}


def person(person_id: UUID) -> PersonSeen | None:
    """The person, where whoever asks may see them."""
    row = Person.objects.filter(id=person_id).first()
    return _person(row) if row else None


def case_person(case: UUID) -> PersonSeen | None:
    """Whose the case is, where they are known and may be seen."""
    row = Person.objects.filter(cases__id=case).first()
    return _person(row) if row else None


def find_people(
    *,
    why: str,
    given_name: str,
    family_name: str,
    born_on: date | None,
    postcode: str,
    nhs_number: str = "",
) -> tuple[list[PersonSeen], list[UUID]]:
    """Likely the same person: those who may be seen, and the ids of those known only to other teams. Written down."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM onward_find_people(%s, %s, %s, %s, %s, %s, %s)",
            [why, key(family_name), key(given_name), born_on, postcode, nhs_number, MOST_FOUND],
        )
        ids = [row[0] for row in cursor.fetchall()]
    seen = {row.id: _person(row) for row in Person.objects.filter(id__in=ids)}
    return [seen[each] for each in ids if each in seen], [each for each in ids if each not in seen]


def reference(case: UUID) -> str:
    """The case's reference; Case.DoesNotExist where it may not be seen."""
    return Case.objects.values_list("reference", flat=True).get(id=case)


def reference_seen(case: UUID) -> str | None:
    """The case's reference; None where it may not be seen."""
    return Case.objects.filter(id=case, opened_on__isnull=False).values_list("reference", flat=True).first()


def cases_of(person_id: UUID) -> list[UUID]:
    """The person's cases that may be seen, newest first."""
    rows = Case.objects.filter(person_id=person_id).order_by("-opened_on", "reference")
    return list(rows.values_list("id", flat=True))


def kept_answer(case: UUID, kind: str) -> Kept | None:
    """The newest computed answer of this kind."""
    row = ComputedAnswer.objects.filter(case_id=case, kind=kind).order_by("version", "computed_on").last()
    return Kept(row.inputs, row.answer, row.versions, row.computed_on) if row else None


def first_looks(*, at_what: str, since: datetime) -> dict[UUID, datetime]:
    """By case: when one of the staff first looked, of the looks since a moment."""
    rows = Look.objects.filter(looked_at__gte=since, at_what=at_what, allowed=True, case__isnull=False)
    by_case = rows.filter(by__startswith=f"{Kind.STAFF}:").values("case").annotate(first=Min("looked_at"))
    return {each["case"]: each["first"] for each in by_case if each["case"] is not None}


def first_events(*, kind: str, since: datetime) -> dict[UUID, datetime]:
    """By case: when the first event of a kind was written down, of those since a moment."""
    rows = EventRecord.objects.filter(kind=kind, recorded_at__gte=since, case__isnull=False)
    by_case = rows.values("case_id").annotate(first=Min("recorded_at"))
    return {each["case_id"]: each["first"] for each in by_case}


def events(cases: Iterable[UUID]) -> list[EventSeen]:
    """What happened to these cases, in the order it was recorded."""
    rows = EventRecord.objects.filter(case_id__in=list(cases)).order_by("recorded_at")
    return [EventSeen(row.kind, row.details, row.by, row.happened_on, row.recorded_at) for row in rows]


def own_events(prefix: str, *, most: int) -> list[EventSeen]:
    """What whoever acts now did that is about no case, newest first: kinds that begin with `prefix`."""
    rows = EventRecord.objects.filter(case=None, by=str(current()), kind__startswith=prefix)
    newest = rows.order_by("-recorded_at")[:most]
    return [EventSeen(row.kind, row.details, row.by, row.happened_on, row.recorded_at) for row in newest]


def looks(*, person: UUID | None = None, refused: bool = False, most: int = 200) -> list[LookSeen]:
    """Who looked, newest first: at one person, or at anything; `refused` gives only the attempts that were refused."""
    rows = Look.objects.order_by("-looked_at")
    if person:
        rows = rows.filter(person=person)
    if refused:
        rows = rows.filter(allowed=False)
    chosen = list(rows[:most])
    names = staff_names({row.by for row in chosen})
    return [
        LookSeen(
            row.by,
            names.get(row.by, ""),
            row.road,
            row.at_what,
            row.why,
            row.reason,
            row.allowed,
            row.looked_at,
        )
        for row in chosen
    ]


def _person(row: Person) -> PersonSeen:
    return PersonSeen(
        row.id, row.given_name, row.family_name, row.born_on, row.postcode, row.version, row.nhs_number
    )


def everybody() -> list[Staff]:
    """Everybody who works here and may sign in; for the demonstration's page only."""
    rows = Staff.objects.filter(is_active=True, memberships__isnull=False).distinct().order_by("name")
    return list(rows.prefetch_related("memberships__team"))


def staff_member(username: str) -> Staff | None:
    return Staff.objects.filter(username=username, is_active=True).first()


def reference_if_seen(case: UUID) -> str | None:
    """The case's reference; None where it may not be seen."""
    return Case.objects.filter(id=case, opened_on__isnull=False).values_list("reference", flat=True).first()
