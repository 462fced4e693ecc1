"""A run through a source, in actions: begun, taken page by page, ended. What was taken stays whatever comes after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.directory.entries import Entry
from onward.directory.models import Source
from onward.directory.store import Written, write
from onward.directory.withdrawing import age, withdraw
from onward.records.action import action, record
from onward.vocabulary.directory import SourceKind
from onward.vocabulary.events import DirectoryLoaded, DirectoryRunBegun
from onward.vocabulary.principals import Principal


@dataclass(frozen=True)
class Started:
    """The page to begin at, and whether that is in the middle of a run that stopped."""

    page: int
    resumed: bool


@action
def begin_run(*, source: str, address: str, partial: bool, by: Principal, on: date) -> Started:
    """Begin a run, or go on with the one that stopped. A partial one always begins at the beginning."""
    row, _made = Source.objects.select_for_update().get_or_create(
        code=source, defaults={"kind": _kind(address), "title": source, "address": address}
    )
    resumed = bool(row.page_reached) and not partial
    if resumed:
        row.interrupted = True
    elif not partial:
        row.run, row.interrupted, row.began_on = row.run + 1, False, on
    row.save()
    page = row.page_reached + 1 if resumed else 1
    record(DirectoryRunBegun(source=source, run=row.run, page=page), by=by, on=on)
    return Started(page, resumed=row.interrupted and not partial)


@action
def take_page(
    *, source: str, page: int, entries: Sequence[Entry], seen: Sequence[str], by: Principal, on: date
) -> Written:
    """Write one page of a run, and how far it has come; `seen` are ids that it lists and that have not changed.

    Page 0 is one of a partial run, which is not gone on with.
    """
    row = Source.objects.select_for_update().get(pk=source)
    written = write(entries, source=row, seen=seen, on=on)
    if page:
        row.page_reached = page
        row.save(update_fields=["page_reached"])
    record(
        DirectoryLoaded(source=source, added=len(written.added), changed=len(written.changed), withdrawn=0),
        by=by,
        on=on,
    )
    return written


@action
def end_run(*, source: str, whole: bool, by: Principal, on: date) -> int:
    """End a run; withdraw what it did not see if it was `whole`. How many were withdrawn."""
    row = Source.objects.select_for_update().get(pk=source)
    withdrawn = withdraw(row, on=on) if whole else 0
    age(on)
    row.page_reached, row.interrupted, row.complete_on = 0, False, row.began_on
    row.save()
    record(DirectoryLoaded(source=source, added=0, changed=0, withdrawn=withdrawn), by=by, on=on)
    return withdrawn


def _kind(address: str) -> SourceKind:
    return SourceKind.FEED if "://" in address else SourceKind.FILE
