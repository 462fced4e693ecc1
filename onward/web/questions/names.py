"""What the fields of a question are called in a form. The first part is always the key of its answer."""

from collections.abc import Sequence

from onward.questionnaires.answers import key
from onward.questionnaires.definition import GROUP, Item

DAY, MONTH, YEAR, TIME = "day", "month", "year", "time"
DATE_PARTS = (DAY, MONTH, YEAR)
# The second half of a value that is written with a bar between: its unit, title or display.
SECOND = {"quantity": "unit", "attachment": "title", "reference": "display"}
OWN = "own"  # the text of somebody's own option
COUNT = "count"  # how often a repeating group stood on the page, or what is below each answer
WAS = "was"  # the answers below which something stood on the page
ADD, REMOVE = "add", "remove"  # the buttons for what repeats
# What is chosen for "something else". It begins with a space, which no code does.
ELSE = " else"
# How often something can be asked on one page. More would be no form that people fill in.
MOST_TIMES = 50


def part(name: str, which: str) -> str:
    """The name of one of several fields of a question."""
    return f"{name}-{which}"


def place(item: Item, numbers: Sequence[int]) -> str:
    """The name of what is asked here: its key, with the numbers of the repeating groups around it."""
    return key(item.link_id, tuple(numbers))


def is_chosen(item: Item) -> bool:
    """Whether it is answered by choosing, not by typing."""
    return bool(item.choices) or item.type == "boolean"


def has_boxes(item: Item) -> bool:
    """Whether it may be answered several times, each in a box of its own (options are ticked instead)."""
    return item.asks and item.repeats and not is_chosen(item)


def repeats_as_group(item: Item) -> bool:
    return item.repeats and item.type == GROUP


def is_multiple(item: Item) -> bool:
    """Whether what is below it stands there several times: of a group, or of each answer."""
    return item.numbered or repeats_as_group(item)


def multiplies(item: Item) -> bool:
    """Whether "add another" is offered with it."""
    return repeats_as_group(item) or has_boxes(item)


def most_times(item: Item) -> int:
    """How often it may stand on a page."""
    return min(item.max_occurs or MOST_TIMES, MOST_TIMES)


def first_field(item: Item, name: str) -> str:
    """The id of the field to go to when something is wrong with it."""
    return part(name, DAY) if item.type in ("date", "dateTime") else name
