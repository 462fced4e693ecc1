"""In which order items can be decided: after the item they are below, and after the questions they ask about."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onward.questionnaires.definition import Item


def needs(items: Mapping[str, "Item"], parents: Mapping[str, str]) -> dict[str, set[str]]:
    """For each linkId, those that have to be decided before it."""
    return {link_id: _needs(item, items, parents) for link_id, item in items.items()}


def order(items: Mapping[str, "Item"], before: Mapping[str, set[str]]) -> tuple[list["Item"], list["Item"]]:
    """The items in an order that works, and those for which there is none: they depend on themselves.

    Kahn (1962); nothing is called from inside itself, so a chain of ten thousand conditions is no trouble.
    """
    after: defaultdict[str, list[str]] = defaultdict(list)
    waiting = {link_id: len(each) for link_id, each in before.items()}
    for link_id, each in before.items():
        for first in each:
            after[first].append(link_id)
    ready = [link_id for link_id in reversed(list(before)) if not waiting[link_id]]
    decided: list[Item] = []
    while ready:
        link_id = ready.pop()
        decided.append(items[link_id])
        for later in after[link_id]:
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)
    done = {each.link_id for each in decided}
    return decided, [items[link_id] for link_id in before if link_id not in done]


def _needs(item: "Item", items: Mapping[str, "Item"], parents: Mapping[str, str]) -> set[str]:
    asked = {each.question for each in item.conditions if each.question in items}
    return asked | ({parents[item.link_id]} if item.link_id in parents else set())
