"""Who may be the same: people we know, and earlier requests that name nobody yet, scored with reasons.

Candidates come from the database by index; how alike they are is for `rules.same_person` to say. Whoever an adviser
said is somebody else is kept apart, and can be brought back.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from onward.journey.contact.models import Contact, NotTheSame
from onward.journey.contact.seen import Request
from onward.policy.same_person import points
from onward.records import queries as records
from onward.records.queries import PersonSeen
from onward.rules.same_person import Answer, Band, Described, compare
from onward.vocabulary.contact import State
from onward.vocabulary.names import key

MOST = 30


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same: a person, or an earlier request (then `reference` is its own)."""

    id: UUID
    name: str
    born_on: date | None
    postcode: str
    reference: str
    answer: Answer


@dataclass(frozen=True)
class Found:
    """`elsewhere` are people known to other teams only, by id; `apart` are those said to be somebody else."""

    people: tuple[Alike, ...]
    requests: tuple[Alike, ...]
    apart: tuple[Alike, ...]
    elsewhere: tuple[UUID, ...]


def find(asked: Request, *, nhs_number: str = "") -> Found:
    """Everybody who may be the same as whom the request is about, likeliest first. The search is written down."""
    said = asked.said
    people, elsewhere = records.find_people(
        why="match_request",
        given_name=said.given_name,
        family_name=said.family_name,
        born_on=said.born_on,
        postcode=said.postcode,
        nhs_number=nhs_number,
    )
    asked_of = Described(key(said.given_name), key(said.family_name), said.born_on, said.postcode, nhs_number)
    known = [_person(each, asked_of) for each in people if asked.person is None or each.id != asked.person.id]
    earlier = [_request(each, asked_of) for each in _requests(asked, asked_of)]
    apart = set(
        NotTheSame.objects.filter(case_id=asked.case, taken_back_on__isnull=True).values_list(
            "other", flat=True
        )
    )
    shown = sorted(
        (each for each in [*known, *earlier] if each.answer.band), key=lambda each: -each.answer.points
    )
    return Found(
        people=tuple(each for each in shown if not each.reference and each.id not in apart),
        requests=tuple(each for each in shown if each.reference and each.id not in apart),
        apart=tuple(each for each in shown if each.id in apart),
        elsewhere=tuple(elsewhere),
    )


def likely(found: Found) -> int:
    """How many are called likely."""
    return sum(each.answer.band is Band.LIKELY for each in (*found.people, *found.requests))


def _requests(asked: Request, of: Described) -> list[Contact]:
    """Other sent requests that name nobody yet; those that name somebody are found by their person."""
    alike = Q(pk__in=[])
    if of.family:
        alike |= Q(family_key=of.family, given_key=of.given)
        alike |= Q(family_key=of.given, given_key=of.family)
        if of.postcode:
            alike |= Q(postcode=of.postcode, family_key=of.family)
    if of.born_on:
        alike |= Q(born_on=of.born_on)
    rows = Contact.objects.filter(alike, case__person_id__isnull=True).exclude(state=State.DRAFT)
    return list(rows.exclude(case_id=asked.case).select_related("case").order_by("-sent_at")[:MOST])


def _person(row: PersonSeen, of: Described) -> Alike:
    described = Described(
        key(row.given_name), key(row.family_name), row.born_on, row.postcode, row.nhs_number
    )
    return Alike(row.id, row.name, row.born_on, row.postcode, "", compare(of, described, points()))


def _request(row: Contact, of: Described) -> Alike:
    described = Described(row.given_key, row.family_key, row.born_on, row.postcode)
    name = f"{row.given_name} {row.family_name}".strip()
    return Alike(
        row.case_id, name, row.born_on, row.postcode, row.case.reference, compare(of, described, points())
    )
