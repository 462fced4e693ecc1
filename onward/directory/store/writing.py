"""The services of one source, compared with what is kept by the digest of what the source says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import add
from typing import NamedTuple

from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Now

from onward.directory.entries import Entry, columns, derived_id, digest
from onward.directory.models import Contact, Phone, Service, Source
from onward.directory.models.parts import Part
from onward.directory.oruk.parts import PARTS
from onward.directory.provenance import FIELDS, say_again, speak_for
from onward.directory.store.kinds import write_kinds
from onward.directory.store.organisations import write_organisations
from onward.directory.store.places import write_places
from onward.vocabulary.directory import Status

CHUNK = 2_000
GONE = {Status.INACTIVE, Status.DEFUNCT}
UPDATED = (*columns(Service), "organisation", "loaded_from", "digest", "seen_run", "withdrawn_on", "closed")


@dataclass
class Written:
    """What one write came to, in ids."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


class Kept(NamedTuple):
    """What is known of a service without reading all of it."""

    digest: str
    source: str | None
    withdrawn: bool
    merged: bool


def write(entries: Iterable[Entry], *, source: Source, on: date, seen: Iterable[str] = ()) -> Written:
    """Write what is new or changed; of the rest, and of `seen`, only that the source's present run lists it."""
    listed = {each.service.pk: each for each in entries}
    kept = _kept(listed)
    listed = {each.service.pk: each for each in _own_ids(listed.values(), kept, source)}
    kept |= _kept(listed.keys() - kept.keys())
    written = Written(unchanged=list(seen))
    news = []
    for service_id, entry in listed.items():
        entry.service.digest = digest(entry)
        before = kept.get(service_id)
        if before and before.digest == entry.service.digest and not before.withdrawn:
            written.unchanged.append(service_id)
            continue
        (written.changed if before else written.added).append(service_id)
        entry.service.loaded_from, entry.service.seen_run = source, source.run
        news.append(entry)
    merged = {service_id for service_id, before in kept.items() if before.merged}
    Service.objects.filter(pk__in=written.unchanged, loaded_from=source).update(seen_run=source.run)
    for start in range(0, len(news), CHUNK):
        _write(news[start : start + CHUNK], merged, on)
    _tell_those_kept(merged.intersection(written.changed), on)
    return written


def _kept(ids: Iterable[str]) -> dict[str, Kept]:
    rows = Service.objects.filter(pk__in=list(ids)).values_list(
        "pk", "digest", "loaded_from_id", "withdrawn_on", "merged_into_id"
    )
    return {row[0]: Kept(row[1], row[2], row[3] is not None, row[4] is not None) for row in rows}


def _own_ids(entries: Iterable[Entry], kept: dict[str, Kept], source: Source) -> Iterable[Entry]:
    """Another source's service keeps its id; ours is then kept under our own name for it."""
    for entry in entries:
        before = kept.get(entry.service.pk)
        if before and before.source not in (None, source.pk):
            entry.service.pk = f"{source.pk}:{entry.service.pk}"
            entry.service.uuid = derived_id("Service", entry.service.pk)
        yield entry


def _write(entries: Sequence[Entry], merged: set[str], on: date) -> None:
    ids = [each.service.pk for each in entries]
    say_again([each.service for each in entries], on=on)
    for each in entries:
        each.service.closed = each.service.pk in merged or each.service.status in GONE
    write_organisations(entries)
    Service.objects.bulk_create(
        [each.service for each in entries],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=UPDATED,
    )
    _write_parts(entries)
    write_places(entries)
    write_kinds(entries)
    index(ids)


def _tell_those_kept(merged: Iterable[str], on: date) -> None:
    """What changed in a hidden service is said of the one that it was merged into."""
    for other in Service.objects.filter(pk__in=merged).select_related("merged_into"):
        if other.merged_into:
            speak_for(other, other.merged_into, on=on)
            other.merged_into.save(update_fields=[*FIELDS, "stale"])
            index([other.merged_into.pk])


def _write_parts(entries: Sequence[Entry]) -> None:
    """Replace what belongs to these services; contacts before the numbers that are theirs."""
    rows: list[Part] = []
    for entry in entries:
        for row in entry.parts:
            row.service = entry.service
            rows.append(row)
    tables: tuple[type[Part], ...] = (Contact, Phone, *PARTS.values())
    for table in tables:
        table._default_manager.filter(service__in=[each.service.pk for each in entries]).delete()
        _create(table, [row for row in rows if type(row) is table])


def _create(table: type[Part], rows: list[Part]) -> None:
    for row in rows:
        if isinstance(row, Phone) and row.contact:
            row.contact_id = row.contact.pk  # it was given one when the contacts were written
    table._default_manager.bulk_create(rows, batch_size=CHUNK)


def index(ids: Iterable[str]) -> None:
    """Make these services found by their words, and changed as of now."""
    Service.objects.filter(pk__in=list(ids)).update(search=_search_vector(), last_modified=Now())


def _search_vector() -> Combinable:
    """What words find, the name counting most; the address, so that a town's name finds what is in it."""
    parts = (("name", "A"), ("category", "B"), ("description", "C"), ("address", "D"))
    vectors = [SearchVector(field, weight=weight, config=Value("english")) for field, weight in parts]
    return reduce(add, vectors)
