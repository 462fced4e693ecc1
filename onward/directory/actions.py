"""Writing the directory: bring in an area folder, all of it or nothing."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import reduce
from operator import add
from pathlib import Path

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
from django.db.models.expressions import Combinable

from onward.directory.area import AreaFolder, AreaProblem, read_area
from onward.directory.models import Area, Organisation, Postcode, Service
from onward.directory.postcodes import read_postcodes
from onward.directory.report import LoadReport, Problem
from onward.directory.rows import Places, ServiceRow, read_row
from onward.directory.sameness import Sameness
from onward.policy.needs import needs

Progress = Callable[[str, int, int], None]
CHUNK = 2_000
OF_ORGANISATION = {"organisation_key", "organisation_name"}
COPIED = tuple(each.name for each in fields(ServiceRow) if each.name not in {"id", *OF_ORGANISATION})
WRITTEN = ("organisation", *COPIED, "doubled", "closed")


@transaction.atomic
def load_area(*, folder: Path, on: date, progress: Progress | None = None) -> LoadReport:
    """Make the directory what `folder` says; again changes nothing. A row that went is closed, not deleted.

    `on` is the day from which staleness counts. AreaProblem where the folder cannot be loaded.
    """
    tell = progress or (lambda what, done, of: None)
    area = read_area(folder)
    postcodes, problems = read_postcodes(area.files["postcodes"])
    tell("postcodes", 0, len(postcodes))
    _write_postcodes(postcodes)
    tell("postcodes", len(postcodes), len(postcodes))
    places = {each.postcode: (each.latitude, each.longitude) for each in postcodes.values()}
    rows, more = _read_services(area, places, on)
    if not rows:
        raise AreaProblem(
            f"{area.files['directory'].path} has no service that can be read, so nothing was changed."
        )
    _write_area(area, on)
    return _write_services(rows, tell, area, len(postcodes), (*problems, *more))


def _read_services(area: AreaFolder, places: Places, on: date) -> tuple[dict[str, Service], list[Problem]]:
    """The services by id, not yet written, and what was wrong."""
    services: dict[str, Service] = {}
    problems: list[Problem] = []
    same = Sameness()
    source = area.files["directory"]
    months = needs().stale_after_months
    for row in source.rows():
        read, faults = read_row(row, places=places, on=on, stale_after_months=months)
        if read:
            service_id, twice = same.id_for(read, row.line)
            faults += [twice] if twice else []
            services[service_id] = _service(service_id, read, doubled=same.seen_before(read))
        problems += [Problem(source.path.name, row.line, fault, loaded=read is not None) for fault in faults]
    organisations = _organisations(services)
    for service in services.values():
        service.organisation = organisations[service.organisation.key]
    return services, problems


def _service(service_id: str, read: ServiceRow, *, doubled: bool) -> Service:
    return Service(
        id=service_id,
        organisation=Organisation(key=read.organisation_key, name=read.organisation_name),
        doubled=doubled,
        **{name: getattr(read, name) for name in COPIED},
    )


def _organisations(services: dict[str, Service]) -> dict[str, Organisation]:
    """Every organisation that is named, as written: made where it is new."""
    named = {service.organisation.key: service.organisation for service in reversed(services.values())}
    known = Organisation.objects.in_bulk(named, field_name="key")
    Organisation.objects.bulk_create(
        [each for key, each in named.items() if key not in known], batch_size=CHUNK
    )
    return {key: known.get(key, each) for key, each in named.items()}


def _write_postcodes(postcodes: dict[str, Postcode]) -> None:
    known = {each.postcode: each for each in Postcode.objects.all()}
    columns = ("latitude", "longitude", "ward", "lsoa", "msoa")
    changed = [each for code, each in postcodes.items() if not _same(known.get(code), each, columns)]
    Postcode.objects.bulk_create(
        changed, batch_size=CHUNK, update_conflicts=True, unique_fields=["postcode"], update_fields=columns
    )
    Postcode.objects.filter(postcode__in=known.keys() - postcodes.keys()).delete()


def _write_area(area: AreaFolder, on: date) -> None:
    Area.objects.exclude(code=area.code).delete()
    Area.objects.update_or_create(
        code=area.code, defaults={"name": area.name, "attribution": list(area.attribution), "loaded_on": on}
    )


def _write_services(
    services: dict[str, Service],
    tell: Progress,
    area: AreaFolder,
    postcodes: int,
    problems: tuple[Problem, ...],
) -> LoadReport:
    known = Service.objects.defer("search").in_bulk()
    compared = tuple("organisation_id" if name == "organisation" else name for name in WRITTEN)
    changed = [each for each in services.values() if not _same(known.get(each.id), each, compared)]
    tell("services", 0, len(services))
    Service.objects.bulk_create(
        changed, batch_size=CHUNK, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
    )
    Service.objects.filter(id__in=[each.id for each in changed]).update(search=_search_vector())
    closed = Service.objects.filter(closed=False).exclude(id__in=services).update(closed=True)
    tell("services", len(services), len(services))
    added = sum(each.id not in known for each in changed)
    listed = services.values()
    return LoadReport(
        area_name=area.name,
        area_code=area.code,
        services=len(listed),
        added=added,
        changed=len(changed) - added,
        unchanged=len(listed) - len(changed),
        closed=closed,
        postcodes=postcodes,
        stale=sum(each.stale for each in listed),
        doubled=sum(each.doubled for each in listed),
        outside_area=sum(each.outside_area for each in listed),
        without_place=sum(each.latitude is None for each in listed),
        problems=problems,
    )


def _search_vector() -> Combinable:
    """What words find, the name counting most; the address, so that a town's name finds what is in it."""
    parts = (("name", "A"), ("category", "B"), ("description", "C"), ("address", "D"))
    vectors = [SearchVector(field, weight=weight, config=Value("english")) for field, weight in parts]
    return reduce(add, vectors)


def _same(known: object | None, now: object, columns: tuple[str, ...]) -> bool:
    return known is not None and all(getattr(known, name) == getattr(now, name) for name in columns)
