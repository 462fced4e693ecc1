"""Taxonomies, their terms, and which services are of them."""

from collections.abc import Sequence
from uuid import UUID

from onward.directory.entries import Entry, columns
from onward.directory.models import Attribute, Taxonomy, TaxonomyTerm

CHUNK = 2_000


def write_kinds(entries: Sequence[Entry]) -> None:
    """Replace the kinds of these services; a term or taxonomy is kept for whoever used it before."""
    attributes = [each for entry in entries for each in entry.attributes]
    terms = {each.term.uuid: each.term for each in attributes}
    taxonomies = _taxonomies({each.taxonomy.uuid: each.taxonomy for each in terms.values()})
    for each in terms.values():
        each.taxonomy_id = taxonomies[each.taxonomy.uuid]
    TaxonomyTerm.objects.bulk_create(
        terms.values(),
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["uuid"],
        update_fields=[*(each for each in columns(TaxonomyTerm) if each != "uuid"), "taxonomy"],
    )
    keys = dict(TaxonomyTerm.objects.filter(uuid__in=terms).values_list("uuid", "pk"))
    Attribute.objects.filter(service__in=[each.service.pk for each in entries]).delete()
    for entry in entries:
        for attribute in entry.attributes:
            attribute.service, attribute.term_id = entry.service, keys[attribute.term.uuid]
    Attribute.objects.bulk_create(attributes, batch_size=CHUNK)


def _taxonomies(said: dict[UUID, Taxonomy]) -> dict[UUID, int]:
    Taxonomy.objects.bulk_create(said.values(), ignore_conflicts=True)
    return dict(Taxonomy.objects.filter(uuid__in=said).values_list("uuid", "pk"))
