"""Where an item goes: after or before another, or last in a group. Pages stand at the top, and only pages."""

from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import CannotApply
from onward.policy.overrides.tree import Json, Spot, below, spot

_WAYS = ("after", "before", "in")


def place(form: Json, item: Json, change: Change, *, page: bool) -> None:
    """Put the item where the change says."""
    ways = [each for each in _WAYS if each in change.given]
    if len(ways) != 1:
        raise CannotApply("say where, once: `after:`, `before:` or `in:` and the name of an item.")
    way = ways[0]
    anchor = spot(form, change.text(way))
    if any(each is anchor.item for each in below(item)):
        raise CannotApply(f"`{item['linkId']}` cannot stand inside itself or beside itself.")
    if way == "in":
        _into(anchor.item, item, page=page)
    else:
        _beside(anchor, item, later=way == "after", page=page)


def move(form: Json, change: Change) -> None:
    """Take the item from where it is and put it elsewhere."""
    found = spot(form, change.target)
    place_there = found.place
    del found.siblings[place_there]
    try:
        place(form, found.item, change, page=found.inside is None)
    except CannotApply:
        found.siblings.insert(place_there, found.item)
        raise
    if not found.siblings and found.inside:
        found.inside.pop("item", None)


def _into(group: Json, item: Json, *, page: bool) -> None:
    if page:
        raise CannotApply("a page stands before or after another page, not in one.")
    if group["type"] != "group":
        raise CannotApply(f"`{group['linkId']}` is no page or group. Say `after: {group['linkId']}`.")
    group.setdefault("item", []).append(item)


def _beside(anchor: Spot, item: Json, *, later: bool, page: bool) -> None:
    name = anchor.item["linkId"]
    if page and anchor.inside is not None:
        raise CannotApply(f"`{name}` is no page. A page stands before or after another page.")
    if not page and anchor.inside is None:
        raise CannotApply(f"`{name}` is a page. A question goes on it: say `in: {name}`.")
    if anchor.inside is not None and anchor.inside["type"] != "group":
        raise CannotApply(f"`{name}` belongs to the question `{anchor.inside['linkId']}`. Name that one.")
    anchor.siblings.insert(anchor.place + later, item)
