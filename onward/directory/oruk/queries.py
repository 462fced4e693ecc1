"""The directory as Open Referral UK 3 lists it: one page of documents at a time, in an order that stays."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, Exists, Max, Model, OuterRef, QuerySet

from onward.directory import queries
from onward.directory.models import Organisation, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm
from onward.directory.oruk import writing
from onward.directory.oruk.kinds import CAPACITY
from onward.directory.oruk.parts import PARTS, plain, written
from onward.directory.oruk.wanted import Wanted, at_places, listed
from onward.directory.oruk.writing import Document
from onward.directory.search import MOST_FOUND

Row = TypeVar("Row", bound=Model)
CHUNK = 500
_NESTED = (*writing.NESTED, *(f"{model.__name__.lower()}s" for model in PARTS.values()))


@dataclass(frozen=True)
class Slice:
    """Part of a list: how many there are in all, and the documents from `first` on."""

    total: int
    contents: list[Document]


@dataclass(frozen=True)
class State:
    """What tells whether anything changed: how many services there are, and when the last of them changed."""

    services: int
    modified: datetime | None


def state() -> State:
    """The state of the whole directory, withdrawn services among it."""
    found = Service.objects.aggregate(number=Count("pk"), latest=Max("last_modified"))
    return State(found["number"], found["latest"])


def services(wanted: Wanted, first: int, most: int, *, nested: bool = False, minimal: bool = False) -> Slice:
    """Services from `first` on, at most `most`; by rank where something is searched for, else by id."""
    rows = listed(wanted).select_related("organisation").defer("search")
    if nested:
        return _ranked(_nested(rows), wanted, "pk", first, most, writing.full)
    return _ranked(rows, wanted, "pk", first, most, _shortest if minimal else writing.summary)


def every_service(wanted: Wanted) -> Iterator[Document]:
    """All that are wanted, whole, some at a time so that memory stays bounded."""
    rows = _nested(listed(wanted).select_related("organisation").defer("search"))
    if wanted.search:
        yield from services(wanted, 0, MOST_FOUND, nested=True).contents
        return
    for each in rows.order_by("uuid").iterator(chunk_size=CHUNK):
        yield writing.full(each)


def service(uuid: UUID) -> Document | None:
    """One service, whole; None where there is none, or it is not listed any more."""
    row = _nested(listed(Wanted()).filter(uuid=uuid).defer("search")).first()
    return writing.full(row) if row else None


def service_at_locations(wanted: Wanted, first: int, most: int, *, nested: bool = False) -> Slice:
    """Where services are, each with its place and its service."""
    rows: QuerySet[Any] = (
        at_places(wanted).select_related("location", "service__organisation").defer("service__search")
    )
    if nested:
        rows = _nested_at(rows)
    return _ranked(rows, wanted, "service_id", first, most, _whole_at if nested else _at)


def service_at_location(uuid: UUID) -> Document | None:
    """One service at one place, whole."""
    rows: QuerySet[Any] = (
        at_places(Wanted()).filter(uuid=uuid).select_related("location", "service__organisation")
    )
    row = _nested_at(rows).first()
    return _whole_at(row) if row else None


def organizations(first: int, most: int, *, nested: bool = False) -> Slice:
    """Organisations of which a service is listed."""
    rows = _organisations().order_by("uuid")
    write = writing.full_organisation if nested else writing.organisation
    return _slice(rows.prefetch_related("identifiers") if nested else rows, first, most, write)


def organization(uuid: UUID) -> Document | None:
    """One organisation, whole."""
    row = _organisations().filter(uuid=uuid).prefetch_related("identifiers").first()
    return writing.full_organisation(row) if row else None


def taxonomies(first: int, most: int) -> Slice:
    """The lists of kinds: ours of room and waiting lists, then those of the sources."""
    return _after([writing.capacity_taxonomy()], Taxonomy.objects.order_by("uuid"), first, most, _taxonomy)


def taxonomy(uuid: UUID) -> Document | None:
    """One list of kinds."""
    row = Taxonomy.objects.filter(uuid=uuid).first()
    return writing.capacity_taxonomy() if uuid == CAPACITY else _taxonomy(row) if row else None


def taxonomy_terms(first: int, most: int) -> Slice:
    """Every kind of every list."""
    rows = TaxonomyTerm.objects.select_related("taxonomy").order_by("uuid")
    return _after(writing.capacity_terms(), rows, first, most, writing.term)


def taxonomy_term(uuid: UUID) -> Document | None:
    """One kind."""
    row = TaxonomyTerm.objects.select_related("taxonomy").filter(uuid=uuid).first()
    ours = [each for each in writing.capacity_terms() if each["id"] == str(uuid)]
    return writing.term(row) if row else ours[0] if ours else None


def _nested(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    return rows.prefetch_related(*_NESTED)


def _nested_at(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    names = [f"service__{each}" for each in _NESTED]
    return rows.prefetch_related(*names, "location__addresses", "location__accessibility")


def _organisations() -> "QuerySet[Organisation]":
    return Organisation.objects.filter(
        Exists(Service.objects.filter(organisation=OuterRef("pk"), closed=False))
    )


def _shortest(row: Service) -> Document:
    return {
        "id": str(row.uuid),
        "name": row.name,
        "status": row.status,
        "last_modified": plain(row.last_modified),
    }


def _at(row: ServiceAtLocation) -> Document:
    place = written(row.location)
    return {**_ids(row), "location": place, "service": writing.summary(row.service)}


def _whole_at(row: ServiceAtLocation) -> Document:
    return {**_ids(row), "location": writing.location(row.location), "service": writing.full(row.service)}


def _ids(row: ServiceAtLocation) -> Document:
    return {"id": str(row.uuid), "service_id": str(row.service.uuid), "location_id": str(row.location.uuid)}


def _taxonomy(row: Taxonomy) -> Document:
    return written(row, description=row.description or row.name)


def _ranked(
    rows: "QuerySet[Any]", wanted: Wanted, by: str, first: int, most: int, write: Callable[[Any], Document]
) -> Slice:
    """The rows by the rank of their service where something is searched for: the order of the public's page."""
    if not wanted.search:
        return _slice(rows.order_by("uuid"), first, most, write)
    found = queries.find(words=wanted.search, limit=MOST_FOUND).suggestions
    rank = {each.service_id: number for number, each in enumerate(found)}
    matched = sorted(
        rows.filter(**{f"{by}__in": rank}).order_by().prefetch_related(None).values_list(by, "uuid"),
        key=lambda each: (rank[each[0]], each[1]),
    )
    page = [uuid for _service, uuid in matched[first : first + most]]
    by_uuid = {each.uuid: each for each in rows.filter(uuid__in=page)}
    return Slice(len(matched), [write(by_uuid[uuid]) for uuid in page])


def _slice(rows: "QuerySet[Any]", first: int, most: int, write: Callable[[Any], Document]) -> Slice:
    return Slice(rows.order_by().count(), [write(each) for each in rows[first : first + most]])


def _after(
    ours: list[Document], rows: "QuerySet[Any]", first: int, most: int, write: Callable[[Any], Document]
) -> Slice:
    """Our own documents, then the rows."""
    begin = max(first - len(ours), 0)
    own = ours[first : first + most]
    theirs = _slice(rows, begin, most - len(own), write)
    return Slice(len(ours) + theirs.total, own + theirs.contents)
