"""The buttons "Add another" and "Remove": they change how often something stands on a form, and nothing else."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.http import QueryDict

from onward.questionnaires.answers import key, place
from onward.questionnaires.definition import GROUP, Item
from onward.web.questions import names
from onward.web.questions.walking import asked

Kept = TypeVar("Kept")


def changed(
    items: Sequence[Item], data: QueryDict, boxes: dict[str, list[str]], times: dict[str, int]
) -> str:
    """Do what a button to add or to remove asks for; the name of what it was about."""
    about = {names.place(item, numbers): item for item, numbers in _multiplied(items, data)}
    if (name := data.get(names.ADD, "")) in about:
        shown = times.get(name, max(1, len(boxes.get(name, ()))))
        times[name] = min(shown + 1, names.most_times(about[name]))
        return name
    name, _, which = data.get(names.REMOVE, "").rpartition(":")
    if name not in about or not (which.isascii() and which.isdigit() and len(which) <= 4):
        return ""
    if about[name].type == GROUP:
        _remove_time(about[name], name, int(which), boxes, times)
    else:
        del boxes[name][int(which) - 1 : int(which)]
        times[name] = max(1, len(boxes[name]))
    return name


def _multiplied(items: Sequence[Item], data: QueryDict) -> Iterator[tuple[Item, tuple[int, ...]]]:
    """Everything that repeats, questions and groups, as often as it stood on the form."""
    times: dict[str, int] = {}
    seen = [*asked(items, data, times)]
    yield from ((item, numbers) for item, numbers in seen if names.has_boxes(item))
    groups = {each.link_id: each for item in items for each in item.walk() if each.type == GROUP}
    yield from ((groups[link_id], numbers) for link_id, numbers in map(place, times))


def _remove_time(
    group: Item, name: str, which: int, boxes: dict[str, list[str]], times: dict[str, int]
) -> None:
    """Take one time of a group away; those after it move up."""
    inside = {each.link_id for each in group.walk()} - {group.link_id}
    depth = len(place(name)[1])
    _moved_up(boxes, inside, place(name)[1], depth, which)
    _moved_up(times, inside, place(name)[1], depth, which)
    times[name] = max(1, times[name] - 1)


def _moved_up(
    kept: dict[str, Kept], inside: set[str], around: tuple[int, ...], depth: int, which: int
) -> None:
    before = dict(kept)
    moved: dict[str, Kept] = {}
    for name, value in before.items():
        link_id, numbers = place(name)
        if link_id in inside and numbers[:depth] == around and numbers[depth] >= which:
            kept.pop(name)
            if numbers[depth] > which:
                moved[key(link_id, (*around, numbers[depth] - 1, *numbers[depth + 1 :]))] = value
    kept.update(moved)
