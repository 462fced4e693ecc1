"""Documents of the standard, many at a time, read into entries with the place of whatever is wrong."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.directory.entries import Entry
from onward.directory.models import Postcode, Service
from onward.directory.oruk.context import Context
from onward.directory.oruk.older import as_version_3, is_older
from onward.directory.oruk.reading import id_of, read_service
from onward.directory.rows import Places
from onward.directory.withdrawing import decided_places
from onward.policy.directory import keeping
from onward.policy.needs import needs

READER = "1"  # raise it when the same document is read otherwise


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one service of a document. `loaded` is False where the service had to be left out."""

    where: str
    said: str
    loaded: bool

    def __str__(self) -> str:
        return f"{self.where}: {self.said}."


def context(source: str, title: str, on: date) -> Context:
    """What reading is told: of the postcodes that are loaded, and of the policy in force."""
    places = {each.postcode: (each.latitude, each.longitude) for each in Postcode.objects.all()}
    return Context(
        version=_version(places),
        source=source,
        title=title,
        on=on,
        places=places,
        stale_after_months=needs().stale_after_months,
        keeping=keeping(),
        decided=decided_places(),
    )


def _version(places: Places) -> str:
    """Of the reader, the policy and the postcodes."""
    at = hashlib.sha256(repr(sorted(places.items())).encode()).hexdigest()
    return f"{READER} {keeping().version} {at}"


def unchanged(documents: Iterable[tuple[str, Mapping[str, Any]]], told: Context) -> set[str]:
    """The ids of services whose documents are, to the letter, those that were read last time."""
    digests = {
        (key := id_of(each, told.source)): told.digest(_in_version_3(each), key) for _where, each in documents
    }
    known = Service.objects.filter(pk__in=digests, withdrawn_on=None, loaded_from=told.source)
    return {pk for pk, digest in known.values_list("pk", "source_digest") if digest == digests[pk]}


def _in_version_3(document: Mapping[str, Any]) -> Mapping[str, Any]:
    return as_version_3(document) if is_older(document) else document


def read_documents(
    documents: Iterable[tuple[str, Mapping[str, Any]]], told: Context
) -> tuple[list[Entry], list[Fault]]:
    """The entries, and every fault with its place; of several under one id the first counts."""
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    for where, document in documents:
        entry, said = read_service(_in_version_3(document), told)
        if entry and entry.service.pk in entries:
            said, entry = ["another before it has the same id, so it was left out: give it its own"], None
        if entry:
            entries[entry.service.pk] = entry
        faults += [Fault(where, each, loaded=entry is not None) for each in dict.fromkeys(said)]
    return list(entries.values()), faults
