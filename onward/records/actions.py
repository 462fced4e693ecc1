"""What may be done to records. Stages call these within their own actions or as they are."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from onward.records import codes, versions
from onward.records.action import action, record
from onward.records.models import Case, CaseCode, ComputedAnswer, IdempotencyKey, Person, ReasonToSee, Team
from onward.records.refusals import Refused
from onward.vocabulary.events import PersonOpenedWithReason
from onward.vocabulary.names import key
from onward.vocabulary.principals import Principal

DAYS_TO_SEE = 1


def begin_case(*, case: UUID, team: str, opened_on: date | None) -> None:
    """Make a case; within an action. With no day on which it opened, only its resident sees it."""
    Case.objects.create(
        id=case,
        reference=codes.new_reference(),
        team=Team.objects.get(code=team),
        opened_on=opened_on,
    )
    # Without RETURNING: nobody may read this table.
    CaseCode.objects.bulk_create([CaseCode(case_id=case, digest=codes.digest_of(case, codes.code_of(case)))])


def open_case(*, case: UUID, on: date) -> None:
    """From now on the team sees the case; within an action."""
    row = Case.objects.get(id=case)
    versions.change(row, row.version, opened_on=on)


def make_person(
    *,
    case: UUID,
    given_name: str,
    family_name: str,
    born_on: date | None,
    postcode: str,
    on: date,
    nhs_number: str = "",
) -> UUID:
    """Make a person and say that the case is theirs; within an action. `nhs_number`: ten checked digits, or none."""
    person = Person(
        given_name=given_name,
        family_name=family_name,
        given_key=key(given_name),
        family_key=key(family_name),
        born_on=born_on,
        postcode=postcode,
        nhs_number=nhs_number,
        made_on=on,
    )
    Person.objects.bulk_create([person])  # without RETURNING: they show once the case is theirs
    _give(case, person.id)
    return person.id


def set_person(*, case: UUID, person: UUID) -> None:
    """Say whose the case is; within an action. Refused where the person may not be seen from here."""
    # First the look, then the change: a case of ours would itself make any person show.
    if not Person.objects.filter(id=person).exists():
        raise Refused(
            _("That person could not be found. Search again, or make a new person."), "no_such_person"
        )
    _give(case, person)


def unset_person(*, case: UUID) -> None:
    """Say that it is not known whose the case is; within an action."""
    _give(case, None)


def keep_answer(
    *, case: UUID, kind: str, inputs: dict[str, object], answer: object, versions: dict[str, str], on: date
) -> None:
    """Keep a computed answer with what it came from; within an action. Earlier ones stay, in their order."""
    earlier = ComputedAnswer.objects.filter(case_id=case, kind=kind).count()
    ComputedAnswer.objects.create(
        case_id=case,
        kind=kind,
        inputs=inputs,
        answer=answer,
        versions=versions,
        computed_on=on,
        version=earlier + 1,
    )


@action
def open_with_reason(*, person: UUID, case: UUID, reason: str, by: Principal, on: date) -> UUID:
    """See a person who is not known to one's team, for today, having said why."""
    if not reason.strip():
        raise Refused(
            _("Say why you need to see this person. What you write is kept with your name."), "no_reason"
        )
    row = _reason_to_see(person, reason.strip(), by, on)
    record(PersonOpenedWithReason(case=case, person=person), by=by, on=on)
    note_look(road="page", at_what="person", why="not_known_to_team", reason=reason.strip(), person=person)
    return row.id


def note_look(
    *,
    road: str,
    at_what: str,
    why: str,
    reason: str = "",
    allowed: bool = True,
    case: UUID | None = None,
    person: UUID | None = None,
) -> None:
    """Write down a look, or an attempt, by whoever acts now. The one write that is no action: it must never fail."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT onward_note_look(%s, %s, %s, %s, %s, %s, %s)",
            # PostgreSQL keeps no NUL, and whatever was tried is to be written down.
            [road, at_what.replace("\0", "")[:200], why, reason.replace("\0", ""), allowed, case, person],
        )


def take_over(*, case: UUID, code: str) -> None:
    """Open a half-written case to its team, whose member asks with the code that its resident gave; within an action.

    Refused where the code is wrong or the case is another team's. `open_by_code` comes first, and counts the tries.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_take_over(%s, %s)", [case, code])
        if not cursor.fetchone()[0]:
            raise Refused(
                _(
                    "This request cannot be taken over here: it belongs to another team, or the code is wrong."
                ),
                "not_yours",
            )


def open_by_code(*, reference: str, code: str) -> UUID | None:
    """The case that a reference and its code open; None where they do not. Wrong tries are counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT onward_open_case(%s, %s)", [reference, code])
        row = cursor.fetchone()
    return row[0] if row else None


def forget_keys(*, used_before: datetime) -> int:
    """Remove the keys of what was done long ago; how many. For the job that tidies, which has no case of its own."""
    return IdempotencyKey.objects.filter(used_at__lt=used_before).delete()[0]


def _reason_to_see(person: UUID, reason: str, by: Principal, on: date) -> ReasonToSee:
    """Refused where there is no such person: only the database can tell, for whoever asks may not see them yet."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            row = ReasonToSee.objects.create(
                staff_id=int(by.who),
                person_id=person,
                reason=reason,
                starts_on=on,
                ends_on=on + timedelta(days=DAYS_TO_SEE),
            )
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError:
        raise Refused(_("There is no such person."), "no_such_person") from None
    return row


def _give(case: UUID, person: UUID | None) -> None:
    row = Case.objects.get(id=case)
    versions.change(row, row.version, person_id=person)
