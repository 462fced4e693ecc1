"""The fields of a question with what was typed in them, as often as it stands on the page."""

from collections.abc import Callable, Sequence

from onward.questionnaires.definition import Item
from onward.web.questions import entries, names
from onward.web.questions.question import Box


def boxes(item: Item, key: str, values: Sequence[str], many: int) -> tuple[Box, ...]:
    """None for what is chosen, and for groups. The first has the key as its id."""
    if not item.asks or names.is_chosen(item):
        return ()
    wanted = many if names.has_boxes(item) else 1
    filled = [*values, *[""] * wanted][:wanted]
    return tuple(_box(item, key if not at else f"{key}:{at + 1}", value) for at, value in enumerate(filled))


def _box(item: Item, box_id: str, value: str) -> Box:
    return _BOXES.get(item.type, _one)(box_id, value)


def _one(box_id: str, value: str) -> Box:
    return Box(box_id, value)


def _time(box_id: str, value: str) -> Box:
    return Box(box_id, entries.clock(value))


def _pair(box_id: str, value: str) -> Box:
    first, second = entries.halves(value)
    return Box(box_id, first, second)


def _date(box_id: str, value: str) -> Box:
    day, month, year = entries.date_parts(value)
    return Box(box_id, value, day=day, month=month, year=year)


def _moment(box_id: str, value: str) -> Box:
    on, at = entries.moment_parts(value)
    day, month, year = entries.date_parts(on)
    return Box(box_id, value, day=day, month=month, year=year, time=entries.clock(at))


_BOXES: dict[str, Callable[[str, str], Box]] = {
    "time": _time,
    "date": _date,
    "dateTime": _moment,
    "quantity": _pair,
    "attachment": _pair,
    "reference": _pair,
}
