"""Which services somebody wants, in the words of the standard's parameters."""

from dataclasses import dataclass
from datetime import datetime, time
from functools import reduce
from math import cos, radians
from operator import and_
from uuid import UUID

from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Power

from onward.directory.found import Place
from onward.directory.models import Attribute, Schedule, Service, ServiceArea, ServiceAtLocation
from onward.directory.oruk.coverage import holds
from onward.directory.oruk.kinds import CAPACITY, CAPACITY_TERMS
from onward.vocabulary.directory import Capacity

METRES_A_DEGREE = 111_195.0


@dataclass(frozen=True)
class Wanted:
    """What the parameters say; an empty or missing one says nothing. `day` is a code such as `MO`."""

    search: str = ""
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    start_time: time | None = None
    end_time: time | None = None
    day: str = ""
    modified_after: datetime | None = None
    place: Place | None = None
    proximity: float | None = None  # metres from the place


def listed(wanted: Wanted) -> "QuerySet[Service]":
    """The services that are wanted, but for `search`, which ranks. One withdrawn, merged or ended never is."""
    return Service.objects.filter(closed=False).filter(
        reduce(and_, _of_columns(wanted), Q()), _by_schedule(wanted)
    )


def at_places(wanted: Wanted) -> "QuerySet[ServiceAtLocation]":
    """Where the services that are wanted are: so near with `proximity`, else where they cover the place."""
    found = ServiceAtLocation.objects.filter(service__in=listed(wanted))
    if wanted.place is None:
        return found
    if wanted.proximity is not None:
        return _near(found, wanted.place, wanted.proximity)
    return found.exclude(service__in=_not_covering(wanted.place))


def _of_columns(wanted: Wanted) -> list[Q]:
    asked = []
    if wanted.minimum_age is not None:
        asked.append(Q(minimum_age__gte=wanted.minimum_age))
    if wanted.maximum_age is not None:
        asked.append(Q(maximum_age__lte=wanted.maximum_age))
    if wanted.organization_id:
        asked.append(Q(organisation__uuid=wanted.organization_id))
    if wanted.modified_after:
        asked.append(Q(last_modified__gte=wanted.modified_after))
    if wanted.taxonomy_term_id:
        asked.append(_of_term(wanted.taxonomy_term_id))
    if wanted.taxonomy_id:
        asked.append(_of_taxonomy(wanted.taxonomy_id))
    return asked


def _of_term(term: UUID) -> Q:
    if term in CAPACITY_TERMS:
        return Q(capacity=CAPACITY_TERMS[term])
    return Q(Exists(Attribute.objects.filter(service=OuterRef("pk"), term__uuid=term)))


def _of_taxonomy(taxonomy: UUID) -> Q:
    if taxonomy == CAPACITY:
        return ~Q(capacity=Capacity.NOT_SAID)
    return Q(Exists(Attribute.objects.filter(service=OuterRef("pk"), term__taxonomy__uuid=taxonomy)))


def _by_schedule(wanted: Wanted) -> Q:
    """One and the same schedule must fit the day and both times."""
    asked = Q()
    if wanted.start_time:
        asked &= Q(opens_at__gte=wanted.start_time)
    if wanted.end_time:
        asked &= Q(closes_at__lte=wanted.end_time)
    if wanted.day:
        asked &= Q(byday__contains=wanted.day)
    return Q(Exists(Schedule.objects.filter(asked, service=OuterRef("pk")))) if asked else Q()


def _near(found: "QuerySet[ServiceAtLocation]", place: Place, metres: float) -> "QuerySet[ServiceAtLocation]":
    """Within so many metres, on a plane that touches the earth at the place: exact to a metre in a kilometre or so."""
    north = (F("location__latitude") - place.latitude) * METRES_A_DEGREE
    east = (F("location__longitude") - place.longitude) * METRES_A_DEGREE * cos(radians(place.latitude))
    squared = Cast(Power(north, 2) + Power(east, 2), FloatField())
    return found.annotate(squared=squared).filter(squared__lte=metres**2)


def _not_covering(place: Place) -> list[str]:
    """Services of which every area that can be read leaves the place out."""
    covers: dict[str, bool] = {}
    areas = ServiceArea.objects.exclude(extent="").values_list("service_id", "extent")
    for service, extent in areas.iterator():
        inside = holds(extent, place.latitude, place.longitude)
        if inside is not None:
            covers[service] = covers.get(service, False) or inside
    return [service for service, inside in covers.items() if not inside]
