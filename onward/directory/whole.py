"""One service, whole: everything of it that may be shown."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.directory.found import ServiceInfo
from onward.directory.models import (
    Address,
    Contact,
    CostOption,
    Phone,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from onward.directory.narrowing.facts import Facts, facts_of
from onward.directory.queries import services
from onward.vocabulary.directory import LocationType


@dataclass(frozen=True)
class PlaceSeen:
    """Somewhere that a service is, in lines as on a letter."""

    name: str
    address: tuple[str, ...]
    description: str
    easier: tuple[str, ...]  # what makes it easier to use, in its own words


@dataclass(frozen=True)
class Whole:
    """Everything that may be shown. What is personal or confidential is not among it."""

    service: ServiceInfo
    facts: Facts
    places: tuple[PlaceSeen, ...]
    phones: tuple[tuple[str, str], ...]  # number, and what it is for
    contacts: tuple[str, ...]
    costs: tuple[str, ...]
    served: tuple[str, ...]
    organisation: str
    organisation_website: str


def whole(uuid: UUID) -> Whole | None:
    """The service with this id, closed ones too; None where there is none."""
    row = Service.objects.select_related("organisation").filter(uuid=uuid).first()
    if row is None:
        return None
    areas = ServiceArea.objects.filter(service=row).order_by("pk")
    return Whole(
        service=services([row.pk])[0],
        facts=facts_of([row.pk])[row.pk],
        places=tuple(_places(row)),
        phones=_phones(row),
        contacts=_contacts(row),
        costs=tuple(
            said for each in CostOption.objects.filter(service=row).order_by("pk") if (said := _cost(each))
        ),
        served=tuple(dict.fromkeys(name for each in areas if (name := each.name or each.service_area))),
        organisation=row.organisation.description,
        organisation_website=row.organisation.website,
    )


def shown_instead(uuid: UUID) -> UUID | None:
    """The service into which this one was merged, if it was."""
    return Service.objects.filter(uuid=uuid).values_list("merged_into__uuid", flat=True).first()


def _places(row: Service) -> list[PlaceSeen]:
    """Where it is, but for places that only take letters."""
    rows = ServiceAtLocation.objects.filter(service=row).exclude(location__location_type=LocationType.POSTAL)
    rows = rows.select_related("location").prefetch_related("location__addresses", "location__accessibility")
    return [
        PlaceSeen(
            name=at.location.name,
            address=tuple(
                dict.fromkeys(line for each in at.location.addresses.all() for line in _written(each))
            ),
            description=at.location.description,
            easier=tuple(
                said for each in at.location.accessibility.all() if (said := each.description or each.details)
            ),
        )
        for at in rows.order_by("pk")
    ]


def _written(address: Address) -> list[str]:
    """As on a letter; a town that its first line ends with is not said again."""
    town = "" if address.address_1.endswith(address.city) else address.city
    return [line for line in (address.address_1, town, address.postal_code) if line]


def _phones(row: Service) -> tuple[tuple[str, str], ...]:
    """What is shown first, which an editor may have said, then the others."""
    others = (
        Phone.objects.filter(service=row, personal=False).order_by("pk").values_list("number", "description")
    )
    said = dict(others)
    first = {row.telephone: said.get(row.telephone, "")} if row.telephone else {}
    return tuple({**first, **said}.items())


def _contacts(row: Service) -> tuple[str, ...]:
    rows = Contact.objects.filter(service=row, personal=False).order_by("pk")
    told = [", ".join(part for part in (each.name, each.title, each.email) if part) for each in rows]
    return tuple(each for each in told if each)


def _cost(option: CostOption) -> str:
    """`Lunch: £4.50 a meal, until 31 March 2027`."""
    amount = "" if option.amount is None else _("free") if not option.amount else f"£{option.amount:.2f}"
    price = " ".join(each for each in (amount, option.amount_description) if each)
    said = ": ".join(each for each in (option.option, price) if each)
    until = _("until %(day)s") % {"day": date_format(option.valid_to, "j F Y")} if option.valid_to else ""
    return ", ".join(each for each in (said, until) if each)
