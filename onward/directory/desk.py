"""What the editor of the directory works from: plain values, never models."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from onward.directory.checking import may_have_closed
from onward.directory.found import ServiceInfo
from onward.directory.models import Check, Contact, Phone, Proposal, Service
from onward.directory.provenance import Said, disagreements
from onward.directory.queries import services
from onward.vocabulary.directory import Pair

MOST = 50


@dataclass(frozen=True)
class PairSeen:
    """Two services that may be one, side by side."""

    number: int
    state: Pair
    points: int
    reasons: tuple[str, ...]
    version: int
    first: ServiceInfo
    second: ServiceInfo
    kept: str
    decided_on: date | None


@dataclass(frozen=True)
class Checked:
    """One try whether a service is there."""

    on: date
    way: str
    answered: bool
    by: str


@dataclass(frozen=True)
class ServiceSeen:
    """A service as its editor sees it: what is shown, who says otherwise, what was tried, and what never leaves."""

    service: ServiceInfo
    confidential: bool
    said: tuple[Said, ...]
    checks: tuple[Checked, ...]
    personal: tuple[str, ...]


@dataclass(frozen=True)
class Counts:
    """How the directory is."""

    shown: int
    stale: int
    withdrawn: int


def pairs(state: Pair) -> list[PairSeen]:
    """Those so decided, or open: the most alike first, or what was decided last."""
    order = ("-points", "pk") if state is Pair.OPEN else ("-decided_on", "-pk")
    rows = list(Proposal.objects.filter(state=state.value).order_by(*order)[:MOST])
    known = {
        each.service_id: each
        for each in services([pk for row in rows for pk in (row.first_id, row.second_id)])
    }
    return [_pair(row, known[row.first_id], known[row.second_id]) for row in rows]


def pair(number: int) -> PairSeen | None:
    """One of them; None where there is none."""
    row = Proposal.objects.filter(pk=number).first()
    return _pair(row, *services([row.first_id, row.second_id])) if row else None


def service(service_id: str) -> ServiceSeen | None:
    """One service; None where there is none."""
    found = services([service_id])
    if not found:
        return None
    phones = Phone.objects.filter(service=service_id, personal=True).values_list("contact__name", "number")
    emails = Contact.objects.filter(service=service_id, personal=True).values_list("name", "email")
    tries = Check.objects.filter(service=service_id).order_by("-checked_on", "-pk")[:MOST]
    return ServiceSeen(
        service=found[0],
        confidential=Service.objects.filter(pk=service_id, confidential=True).exists(),
        said=tuple(disagreements(service_id)),
        checks=tuple(Checked(each.checked_on, each.way, each.answered, each.by) for each in tries),
        personal=tuple(f"{name or ''} {reach}".strip() for name, reach in (*phones, *emails) if reach),
    )


def doubtful(on: date) -> list[ServiceInfo]:
    """Services that may have closed: their last checks all failed."""
    return services(may_have_closed(on))


def counts() -> Counts:
    """How many services are shown, and how many of them nobody has checked lately."""
    found = Service.objects.aggregate(
        shown=Count("pk", filter=Q(closed=False)),
        stale=Count("pk", filter=Q(closed=False, stale=True)),
        withdrawn=Count("pk", filter=Q(withdrawn_on__isnull=False)),
    )
    return Counts(**found)


def _pair(row: Proposal, first: ServiceInfo, second: ServiceInfo) -> PairSeen:
    return PairSeen(
        number=row.pk,
        state=Pair(row.state),
        points=row.points,
        reasons=tuple(row.reasons),
        version=row.version,
        first=first,
        second=second,
        kept=row.kept_id or "",
        decided_on=row.decided_on,
    )
