"""Of which kinds a service is, as a document gives it; and whether it has room, which is a kind of its own."""

from uuid import UUID

from onward.directory.entries import derived_id
from onward.directory.models import Attribute, Taxonomy, TaxonomyTerm
from onward.directory.oruk.given import Given
from onward.vocabulary.directory import Capacity

# The UK's profile has no place for room and waiting lists but a taxonomy, which anybody may publish.
CAPACITY = derived_id("taxonomy", "capacity")
CAPACITY_TERMS: dict[UUID, Capacity] = {
    derived_id("capacity", each): each for each in Capacity if each is not Capacity.NOT_SAID
}


def read_kinds(given: Given, service_id: str, source: str) -> list[Attribute]:
    """The kinds of a service, in the order given; a term without a name is passed over."""
    found = []
    for number, each in enumerate(given.items("attributes")):
        term = _term(each.object("taxonomy_term"), source)
        if term and term.uuid not in CAPACITY_TERMS:
            found.append(
                Attribute(
                    uuid=each.uuid("id") or derived_id("Attribute", service_id, str(number)),
                    term=term,
                    link_type=each.text("link_type"),
                )
            )
    return found


def kind(name: str, taxonomy: Taxonomy, service_id: str) -> Attribute:
    """A kind that a source gives by its name only."""
    term = TaxonomyTerm(
        uuid=derived_id("TaxonomyTerm", str(taxonomy.uuid), name.lower()), taxonomy=taxonomy, name=name
    )
    return Attribute(uuid=derived_id("Attribute", service_id, name), term=term, link_type="service")


def read_capacity(given: Given) -> Capacity:
    """Whether there is room: our own terms, or the numbers of HSDS 3's `service_capacity`."""
    for each in given.items("attributes"):
        term = each.object("taxonomy_term").uuid("id") or each.uuid("taxonomy_term_id")
        if term in CAPACITY_TERMS:
            return CAPACITY_TERMS[term]
    for each in given.items("service_capacity"):
        if (available := each.number("available")) is not None:
            return Capacity.ROOM_NOW if available > 0 else Capacity.FULL
    return Capacity.NOT_SAID


def _term(given: Given, source: str) -> TaxonomyTerm | None:
    name = given.text("name") or given.text("term")
    if not name:
        return None
    listed = given.text("taxonomy") or "Kinds of service"
    taxonomy = Taxonomy(
        uuid=given.uuid("taxonomy_id") or derived_id("Taxonomy", source, listed),
        name=listed,
        description=listed,
    )
    return TaxonomyTerm(
        uuid=given.uuid("id") or derived_id("TaxonomyTerm", source, listed, name.lower()),
        taxonomy=taxonomy,
        name=name,
        parent_id=given.uuid("parent_id"),
        description=given.text("description"),
        term=given.text("term"),
        term_uri=given.link("term_uri"),
    )
