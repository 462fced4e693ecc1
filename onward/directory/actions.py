"""Writing the directory: bring in an area folder, all of it or nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from django.db.models import F

from onward.directory.area import AreaFolder, AreaProblem, read_area
from onward.directory.entries import Entry
from onward.directory.mapping.outlines import Outline, read_outlines
from onward.directory.models import Area, Postcode, Service, Source
from onward.directory.postcodes import read_postcodes
from onward.directory.report import LoadReport, Problem
from onward.directory.row_entries import entry_of
from onward.directory.rows import Places, read_row
from onward.directory.sameness import Sameness
from onward.directory.store import Written, write
from onward.directory.withdrawing import age, decided_places, withdraw
from onward.policy.directory import keeping
from onward.policy.needs import needs
from onward.records.action import action, record
from onward.vocabulary.directory import SourceKind
from onward.vocabulary.events import DirectoryLoaded
from onward.vocabulary.principals import Principal

Progress = Callable[[str, int, int], None]
CHUNK = 2_000


@action
def load_area(*, folder: Path, by: Principal, on: date, progress: Progress | None = None) -> LoadReport:
    """Make the directory what `folder` says; again changes nothing. A row that went is withdrawn, not deleted.

    `on` is the day from which staleness counts. AreaProblem where the folder cannot be loaded.
    """
    tell = progress or (lambda what, done, of: None)
    area = read_area(folder)
    postcodes, problems = read_postcodes(area.files["postcodes"])
    tell("postcodes", 0, len(postcodes))
    _write_postcodes(postcodes)
    tell("postcodes", len(postcodes), len(postcodes))
    places = {each.postcode: (each.latitude, each.longitude) for each in postcodes.values()}
    entries, more = _read_services(area, places, on)
    if not entries:
        raise AreaProblem(
            f"{area.files['directory'].path} has no service that can be read, so nothing was changed."
        )
    outlines, unread = read_outlines(area.boundaries, _wards(postcodes.values()))
    _write_area(area, outlines, on)
    tell("services", 0, len(entries))
    source = _next_run(area, on)
    written = write(entries, source=source, on=on)
    withdrawn = withdraw(source, on=on)
    age(on)
    tell("services", len(entries), len(entries))
    record(
        DirectoryLoaded(
            source=source.pk, added=len(written.added), changed=len(written.changed), withdrawn=withdrawn
        ),
        by=by,
        on=on,
    )
    return _report(area, entries, written, withdrawn, len(postcodes), (*problems, *more, *unread))


def _read_services(area: AreaFolder, places: Places, on: date) -> tuple[list[Entry], list[Problem]]:
    """The services, not yet written, and what was wrong."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    same, decided = Sameness(), decided_places()
    source = area.files["directory"]
    months = needs().stale_after_months
    for row in source.rows():
        read, faults = read_row(row, places=places, on=on, stale_after_months=months)
        if read:
            service_id, twice = same.id_for(read, row.line)
            faults += [twice] if twice else []
            doubled = same.seen_before(read)
            entries.append(
                entry_of(
                    service_id, read, area=area.name, doubled=doubled, shown=decided.get(service_id),
                    keeping=keeping(),
                )
            )  # fmt: skip
        problems += [Problem(source.path.name, row.line, fault, loaded=read is not None) for fault in faults]
    return entries, problems


def _wards(postcodes: Iterable[Postcode]) -> dict[str, str]:
    """The ward in which most of a smaller area's postcodes are."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for each in postcodes:
        found[each.lsoa][each.ward] += 1
    return {lsoa: wards.most_common(1)[0][0] for lsoa, wards in found.items()}


def _write_postcodes(postcodes: dict[str, Postcode]) -> None:
    known = {each.postcode: each for each in Postcode.objects.all()}
    columns = ("latitude", "longitude", "ward", "lsoa", "msoa")
    changed = [each for code, each in postcodes.items() if not _same(known.get(code), each, columns)]
    Postcode.objects.bulk_create(
        changed, batch_size=CHUNK, update_conflicts=True, unique_fields=["postcode"], update_fields=columns
    )
    Postcode.objects.filter(postcode__in=known.keys() - postcodes.keys()).delete()


def _write_area(area: AreaFolder, outlines: list[Outline], on: date) -> None:
    Area.objects.exclude(code=area.code).delete()
    said = {"name": area.name, "attribution": list(area.attribution), "loaded_on": on}
    Area.objects.update_or_create(
        code=area.code, defaults={**said, "outlines": [each.as_json() for each in outlines]}
    )


def _next_run(area: AreaFolder, on: date) -> Source:
    """The area folder as a source, in its next run. There is one area: another before it lists nothing any more."""
    source, _made = Source.objects.update_or_create(
        code=area.code, defaults={"kind": SourceKind.AREA, "title": area.name, "complete_on": on}
    )
    Source.objects.filter(kind=SourceKind.AREA).update(run=F("run") + 1)
    source.refresh_from_db()
    return source


def _report(
    area: AreaFolder,
    entries: list[Entry],
    written: Written,
    withdrawn: int,
    postcodes: int,
    problems: tuple[Problem, ...],
) -> LoadReport:
    listed = Service.objects.filter(pk__in=[each.service.pk for each in entries])
    return LoadReport(
        area_name=area.name,
        area_code=area.code,
        services=len(entries),
        added=len(written.added),
        changed=len(written.changed),
        unchanged=len(written.unchanged),
        closed=withdrawn,
        postcodes=postcodes,
        stale=listed.filter(stale=True).count(),
        doubled=listed.filter(doubled=True).count(),
        outside_area=listed.filter(outside_area=True).count(),
        without_place=listed.filter(latitude=None).count(),
        problems=problems,
    )


def _same(known: object | None, now: object, columns: tuple[str, ...]) -> bool:
    return known is not None and all(getattr(known, name) == getattr(now, name) for name in columns)
