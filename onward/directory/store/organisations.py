"""Organisations: one a name, whichever source speaks of it, and the same one when it is renamed."""

from collections.abc import Sequence
from uuid import UUID

from onward.directory.entries import Entry, columns
from onward.directory.models import Organisation, OrganisationIdentifier

CHUNK = 2_000
_FILLED = tuple(each for each in columns(Organisation) if each not in ("key", "uuid"))


def write_organisations(entries: Sequence[Entry]) -> None:
    """Point every entry's service at its organisation, made or brought up to date."""
    said: dict[str, Entry] = {}
    for entry in entries:
        said.setdefault(entry.service.organisation.key, entry)
    known, made = _known_or_made(said)
    Organisation.objects.bulk_create(made, batch_size=CHUNK)
    _bring_up_to_date(said, known)
    _identify(said, known)
    for entry in entries:
        entry.service.organisation = known[entry.service.organisation.key]


def _known_or_made(said: dict[str, Entry]) -> tuple[dict[str, Organisation], list[Organisation]]:
    """The organisation of each key: the one of that name, else the one with that id, else a new one."""
    known = Organisation.objects.in_bulk(said, field_name="key")
    ids = [each.service.organisation.uuid for each in said.values()]
    by_uuid: dict[UUID, Organisation] = Organisation.objects.in_bulk(ids, field_name="uuid")
    made = []
    for key, entry in said.items():
        wanted = entry.service.organisation
        if key not in known and wanted.uuid not in by_uuid:
            by_uuid[wanted.uuid] = wanted
            made.append(wanted)
        known.setdefault(key, by_uuid.get(wanted.uuid, wanted))
    return known, made


def _bring_up_to_date(said: dict[str, Entry], known: dict[str, Organisation]) -> None:
    """What a source says of an organisation replaces what was there; what it does not say stays."""
    changed = []
    for key, entry in said.items():
        kept, now = known[key], entry.service.organisation
        news = {name: getattr(now, name) for name in _FILLED if getattr(now, name)}
        if kept.key not in said:
            news["key"] = key  # it was renamed
        if any(getattr(kept, name) != value for name, value in news.items()):
            for name, value in news.items():
                setattr(kept, name, value)
            changed.append(kept)
    Organisation.objects.bulk_update(changed, (*_FILLED, "key"), batch_size=CHUNK)


def _identify(said: dict[str, Entry], known: dict[str, Organisation]) -> None:
    """Replace the numbers of those organisations whose source gives some."""
    rows = []
    for key, entry in said.items():
        for row in entry.identifiers:
            row.organisation = known[key]
            rows.append(row)
    OrganisationIdentifier.objects.filter(organisation__in={row.organisation_id for row in rows}).delete()
    OrganisationIdentifier.objects.bulk_create(rows, batch_size=CHUNK)
