"""A questionnaire as it is defined: read once from its FHIR R4 JSON (by `reading`), and never changed afterwards.

Source: HL7 FHIR R4 (4.0.1) Questionnaire, with the extensions named in `extensions`. Its items come from `items`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from onward.questionnaires import items, ordering
from onward.questionnaires.items import (
    CHOICES,
    DISPLAY,
    GROUP,
    MEANING,
    PICTURE,
    TYPES,
    VALUES,
    Bound,
    Condition,
    Constraint,
    Expression,
    Item,
    Option,
)
from onward.questionnaires.moments import Moment

__all__ = [
    "CHOICES",
    "DISPLAY",
    "GROUP",
    "MEANING",
    "PICTURE",
    "TYPES",
    "VALUES",
    "Bound",
    "Condition",
    "Constraint",
    "Expression",
    "Item",
    "Option",
    "Questionnaire",
]


@dataclass(frozen=True)
class Questionnaire:
    """A definition: its canonical address, its version, and its pages (the groups at the top)."""

    url: str
    version: str
    title: str
    items: tuple[Item, ...]
    id: str = ""
    status: str = "active"
    starts: Moment | None = None
    ends: Moment | None = None
    variables: tuple[Expression, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    contexts: frozenset[str] = frozenset()
    raw: Any = field(default=None, compare=False, repr=False)

    def walk(self) -> Iterator[Item]:
        for each in self.items:
            yield from each.walk()

    def everything(self) -> Iterator[Item]:
        """Every item, what is said about it too, each after the one it is below."""
        for item in self.walk():
            yield item
            yield from item.about

    @cached_property
    def by_link_id(self) -> dict[str, Item]:
        """Every item by its linkId; the first where two have the same."""
        found: dict[str, Item] = {}
        for item in self.everything():
            found.setdefault(item.link_id, item)
        return found

    @cached_property
    def parents(self) -> dict[str, str]:
        """The linkId of the item that each one is directly below; nothing for those at the top."""
        return {child.link_id: item.link_id for item in self.walk() for child in item.below}

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each item at the top comes in the form, by linkId."""
        return items.positions(self.items)

    @cached_property
    def order(self) -> tuple[list[Item], list[Item]]:
        """Every item after those on which it depends; and those that depend on themselves."""
        return ordering.order(self.by_link_id, self.needs)

    @cached_property
    def needs(self) -> dict[str, set[str]]:
        """For each linkId, those that have to be decided before it."""
        return ordering.needs(self.by_link_id, self.parents)

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each linkId comes in the form."""
        return {link_id: place for place, link_id in enumerate(self.by_link_id)}

    @cached_property
    def asked_about(self) -> frozenset[str]:
        """The linkIds that conditions name."""
        return frozenset(each.question for item in self.everything() for each in item.conditions)

    @cached_property
    def expressed(self) -> tuple[Item, ...]:
        """The items that apply where an expression says so."""
        return tuple(each for each in self.walk() if each.enable_expression)

    @cached_property
    def numbered_above(self) -> dict[str, tuple[str, ...]]:
        """The linkIds above each item that number it, outermost first: repeating groups, and questions like them."""
        found: dict[str, tuple[str, ...]] = {each.link_id: () for each in self.items}
        for item in self.walk():
            own = (*found[item.link_id], *((item.link_id,) if item.numbered else ()))
            found |= {below.link_id: own for below in item.below}
        return found

    def item(self, link_id: str) -> Item:
        """The item with this linkId; KeyError where there is none."""
        return self.by_link_id[link_id]

    def expressions(self) -> Iterator[Expression]:
        """Every expression in it."""
        yield from self.variables
        yield from (each.expression for each in self.constraints)
        for item in self.walk():
            yield from _expressions(item)


def _expressions(item: Item) -> Iterator[Expression]:
    single = (item.enable_expression, item.initial_expression, item.calculated_expression)
    yield from item.variables
    yield from (each.expression for each in item.constraints)
    yield from (each for each in single if each)
    yield from (each.expression for each in (item.least, item.most) if each and each.expression)
