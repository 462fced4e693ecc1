"""How a service is reached by those who send somebody to it, and which service an id of the standard's means."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from onward.directory.models import Contact, Service
from onward.directory.rows import plain


@dataclass(frozen=True)
class Reached:
    """A service that is there. `email` is the organisation's own, never a person's; empty where we know none."""

    service_id: str
    uuid: UUID
    name: str
    organisation: str
    email: str
    telephone: str


def reached(service_id: str) -> Reached | None:
    """How a service is reached; None where it is not shown any more."""
    if service_id != plain(service_id):
        return None  # no such id is ever stored
    row = Service.objects.select_related("organisation").filter(pk=service_id, closed=False).first()
    if row is None:
        return None
    email = row.email or _contacts_email(row) or row.organisation.email
    return Reached(row.pk, row.uuid, row.name, row.organisation.name, email, row.telephone)


def uuids(service_ids: Iterable[str]) -> dict[str, UUID]:
    """The standard's ids of the services that are there, by ours."""
    wanted = [each for each in service_ids if each == plain(each)]
    return dict(Service.objects.filter(pk__in=wanted, closed=False).values_list("pk", "uuid"))


def ids(uuids: Iterable[UUID]) -> dict[UUID, str]:
    """Our ids of services, closed ones too, by the standard's."""
    return dict(Service.objects.filter(uuid__in=list(uuids)).values_list("uuid", "pk"))


def _contacts_email(row: Service) -> str:
    known = Contact.objects.filter(service=row, personal=False).exclude(email="").order_by("pk")
    return known.values_list("email", flat=True).first() or ""
