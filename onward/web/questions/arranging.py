"""Which questions stand within an option that alone brings them. The order of the form is never changed for that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onward.questionnaires.definition import Item


@dataclass(frozen=True)
class Arranged:
    """An item; by code, what stands within its options; and what is left below it."""

    item: Item
    within: Mapping[str, Sequence[Item]] = field(default_factory=dict)
    below: Sequence[Item] = ()


def arranged(items: Sequence[Item], codes: Mapping[str, Sequence[str]]) -> Iterator[Arranged]:
    """The items of one place. `codes` are the options of each question that shows them as buttons, by linkId."""
    left = list(items)
    while left:
        item = left.pop(0)
        following = item.items if item.items else left
        within = _brought(item, codes.get(item.link_id, ()), following)
        taken = sum(map(len, within.values()))
        if not item.items:
            del left[:taken]
        yield Arranged(item, within, item.items[taken:] if item.items else ())


def _brought(item: Item, codes: Sequence[str], following: Sequence[Item]) -> dict[str, list[Item]]:
    """What follows a question directly, as long as one option after another brings it."""
    found: dict[str, list[Item]] = {}
    at = 0
    for each in following:
        code = _brought_by(each, item)
        if code is None or code not in codes[at:]:
            break
        at = codes.index(code)
        found.setdefault(code, []).append(each)
    return found


def _brought_by(item: Item, question: Item) -> str | None:
    """The answer to the question that alone makes the item apply; None where there is no such answer."""
    if len(item.conditions) != 1 or item.enable_expression or item.conditions[0].operator != "=":
        return None
    condition = item.conditions[0]
    if condition.question != question.link_id:
        return None
    return str(condition.answer).lower() if isinstance(condition.answer, bool) else condition.answer
