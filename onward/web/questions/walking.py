"""The questions that a form asked, each as often as it stood there."""

from collections.abc import Iterator, Sequence

from django.http import QueryDict

from onward.questionnaires.definition import Item
from onward.web.questions import names
from onward.web.typed import number


def writable(item: Item) -> Iterator[Item]:
    """The questions in it that somebody can answer."""
    if item.hidden:
        return
    if item.asks and not item.read_only:
        yield item
    for each in item.items:
        yield from writable(each)


def asked(
    items: Sequence[Item], data: QueryDict, times: dict[str, int], numbers: tuple[int, ...] = ()
) -> Iterator[tuple[Item, tuple[int, ...]]]:
    """Every question and group of the form as often as it stood there, each with its numbers; `times` is filled."""
    for item in items:
        if item.hidden:
            continue
        if not item.read_only:
            yield item, numbers
        if names.is_multiple(item):
            name = names.place(item, numbers)
            times[name] = how_often(item, name, data)
            for time in range(1, times[name] + 1):
                yield from asked(item.items, data, times, (*numbers, time))
        else:
            yield from asked(item.items, data, times, numbers)


def how_often(item: Item, name: str, data: QueryDict) -> int:
    return max(1, min(number(data, names.part(name, names.COUNT)), names.most_times(item)))
