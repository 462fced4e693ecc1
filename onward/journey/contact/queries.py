"""What may be asked about first contacts. Row security decides which of them show.

What is imported under its own name is asked here too.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from onward.casework.answering import reaching
from onward.casework.answering.seen import Filling
from onward.directory import queries as directory
from onward.directory.found import ServiceInfo, Suggested
from onward.journey.contact.answers import Said, filling_of, said, told_for_a_carer
from onward.journey.contact.caring import Caring, caring_of
from onward.journey.contact.choosing import otherwise as otherwise
from onward.journey.contact.clock import took as took
from onward.journey.contact.models import Contact, Decision
from onward.journey.contact.rows import rows
from onward.journey.contact.screening import ring_now as ring_now
from onward.journey.contact.screening import screening_of as screening_of
from onward.journey.contact.seen import DecisionSeen, Draft, HalfDone, Held, Request, Row, Safe, Tracked
from onward.journey.contact.suggesting import suggested
from onward.records import queries as remembered
from onward.records.codes import code_of
from onward.rules import contacting, telling
from onward.rules.contacting import SafeContact
from onward.vocabulary.contact import Channel, Grounds, Outcome, State, Wish
from onward.vocabulary.screening import Urgency

# The place in the queue: how urgent it is, what was promised first, then what came in first, by whichever road.
_QUEUE = ("urgency", "reply_by", "sent_on", "sent_at")


def draft(case: UUID) -> Draft | None:
    """The request of the resident who acts now."""
    contact = Contact.objects.filter(case_id=case).select_related("case").first()
    if contact is None:
        return None
    return Draft(
        case,
        contact.case.reference,
        State(contact.state),
        Wish(contact.wish),
        contact.version,
    )


def waiting() -> list[Row]:
    """Requests that wait for a decision: the most urgent first, then the soonest promised."""
    return rows(Contact.objects.filter(state__in=[State.WAITING, State.QUESTIONED]).order_by(*_QUEUE))


def half_done() -> list[HalfDone]:
    """Requests that the team is writing with somebody and nobody has sent yet, the oldest first."""
    rows = Contact.objects.filter(state=State.DRAFT, case__opened_on__isnull=False).select_related("case")
    return [_half_done(each) for each in rows.order_by("case__opened_on", "case__reference")]


def held(reference: str) -> Held | None:
    """A request that the team sees, sent or half done, by its reference."""
    contact = (
        Contact.objects.filter(case__reference=reference, case__opened_on__isnull=False)
        .select_related("case")
        .first()
    )
    if contact is None:
        return None
    return Held(
        case=contact.case_id,
        reference=reference,
        name=f"{contact.given_name} {contact.family_name}".strip(),
        wish=Wish(contact.wish),
        channel=Channel(contact.channel),
        sent=contact.state != State.DRAFT,
    )


def sent_on(day: date) -> list[Row]:
    """Requests that came in on a day, in the order they came."""
    return rows(Contact.objects.filter(sent_on=day).order_by("sent_at"))


def decided_on(day: date) -> list[Row]:
    """Requests that were decided on a day."""
    chosen = Decision.objects.filter(decided_on=day).values("contact_id")
    return rows(Contact.objects.filter(id__in=chosen).order_by("sent_at"))


def of_person(person: UUID) -> list[Row]:
    """The person's requests, newest first."""
    return rows(Contact.objects.filter(case__person_id=person).order_by("-sent_at"))


def earlier(asked: Request) -> list[Row]:
    """The other requests of the person whose this is, newest first; none while that is not known."""
    return [row for row in of_person(asked.person.id) if row.case != asked.case] if asked.person else []


def request(reference: str) -> Request | None:
    """One sent request by its reference."""
    contact = (
        Contact.objects.filter(case__reference=reference)
        .exclude(state=State.DRAFT)
        .select_related("case")
        .first()
    )
    if contact is None or contact.sent_on is None or contact.sent_at is None or contact.reply_by is None:
        return None
    filling = filling_of(contact.case_id)
    return Request(
        case=contact.case_id,
        reference=reference,
        state=State(contact.state),
        version=contact.version,
        channel=Channel(contact.channel),
        said=said(filling.form, filling.answers),
        filling=filling,
        sent_on=contact.sent_on,
        sent_at=contact.sent_at,
        reply_by=contact.reply_by,
        person=remembered.case_person(contact.case_id),
        safe=_safe(filling),
        decisions=tuple(_decision(each) for each in contact.decisions.prefetch_related("objections")),
        urgency=Urgency(contact.urgency),
    )


def services_for(case: UUID) -> list[Suggested]:
    """The services that were found for a request, best first."""
    return suggested(case)


def safe_contact(case: UUID) -> SafeContact:
    """What was said so far about reaching whoever asks; None and no where it was not said."""
    filling = filling_of(case)
    return reaching.said(filling.form, filling.answers)


def safe(case: UUID) -> Safe:
    """The same for whoever is about to reach them, with what warns and their own words."""
    return _safe(filling_of(case))


def told_as_a_carer(case: UUID) -> dict[str, tuple[str, ...]]:
    """What whoever asked for another told about themselves, for a request of their own."""
    filling = filling_of(case)
    return told_for_a_carer(filling.form, filling.answers)


def caring(case: UUID) -> Caring | None:
    """Whether whoever asked appears to be a carer, and why."""
    return caring_of(case)


def said_of(case: UUID) -> Said:
    """The facts of a request that is complete."""
    filling = filling_of(case)
    return said(filling.form, filling.answers)


def services_sent(shown: Tracked) -> list[ServiceInfo]:
    """The services that were sent with a decision, as the directory has them today."""
    return directory.services(each["id"] for each in shown.services)


def services_known(ids: Iterable[str]) -> list[ServiceInfo]:
    """These services, as the directory has them today."""
    return directory.services(ids)


def attribution() -> tuple[str, ...]:
    """The lines that the directory's sources ask to be shown beside their data."""
    area = directory.area()
    return area.attribution if area else ()


def tracked(case: UUID) -> Tracked | None:
    """Where a sent request stands, told no further than is safe."""
    contact = Contact.objects.filter(case_id=case).exclude(state=State.DRAFT).select_related("case").first()
    if contact is None or contact.sent_on is None or contact.reply_by is None:
        return None
    decision = contact.decisions.order_by("number").last()
    told = _told(contact, decision)
    return Tracked(
        reference=contact.case.reference,
        state=State(contact.state),
        wish=Wish(contact.wish),
        sent_on=contact.sent_on,
        reply_by=contact.reply_by,
        outcome=Outcome(decision.outcome) if decision and told.outcome else None,
        reason=decision.reason if decision and told.reason else "",
        services=tuple(decision.services) if decision and told.outcome else (),
        decided_on=decision.decided_on if decision else None,
    )


def outcomes_of(day: date) -> dict[Outcome | None, int]:
    """How the requests that came in on a day stand: how many with each outcome, None for those not decided."""
    return _count(Contact.objects.filter(sent_on=day))


def outcomes_decided(day: date) -> dict[Outcome | None, int]:
    """Decisions made on a day, by outcome."""
    counted = Decision.objects.filter(decided_on=day).values("outcome").annotate(number=Count("id"))
    return {Outcome(each["outcome"]): each["number"] for each in counted}


def _safe(filling: Filling) -> Safe:
    said_of_it = reaching.said(filling.form, filling.answers)
    words = reaching.words(filling.form, filling.answers)
    return Safe(said_of_it.contact_by, contacting.cautions(said_of_it), words)


def _told(contact: Contact, decision: Decision | None) -> telling.Told:
    if decision is None:
        return telling.Told(outcome=False, reason=False)
    return telling.told(
        Outcome(decision.outcome), for_another=contact.for_another, other_agrees=contact.other_agrees
    )


def _count(contacts: QuerySet[Contact]) -> dict[Outcome | None, int]:
    counts: dict[Outcome | None, int] = {}
    for row in rows(contacts):
        counts[row.outcome] = counts.get(row.outcome, 0) + 1
    return counts


def _half_done(contact: Contact) -> HalfDone:
    return HalfDone(
        case=contact.case_id,
        reference=contact.case.reference,
        wish=Wish(contact.wish),
        channel=Channel(contact.channel),
        received_on=contact.received_on,
        version=contact.version,
    )


def _decision(row: Decision) -> DecisionSeen:
    return DecisionSeen(
        id=row.id,
        number=row.number,
        outcome=Outcome(row.outcome),
        grounds=tuple(Grounds(each) for each in row.grounds),
        passed_to=row.passed_to,
        reason=row.reason,
        services=tuple(row.services),
        decided_by=row.decided_by,
        decided_on=row.decided_on,
        objections=tuple(each.words for each in row.objections.all()),
    )


def code(case: UUID) -> str:
    """The code that goes with the reference, for whoever writes the request."""
    return code_of(case)


def reference_of(case: UUID) -> str:
    """The reference of a case that may be seen."""
    return remembered.reference(case)
