"""What follows from an event, in the same transaction: how stages and apps meet without importing each other.

The table of who is told what is `EVENT_HANDLERS` of the settings: the name of a mapping from the class of an event to
its handlers, in order. A handler that refuses undoes the whole action: what must not be forgotten is not left half
done. Effects outside (a message, another system) are jobs, asked for within the handler.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from onward.vocabulary.events import Happening
from onward.vocabulary.principals import Principal


class Handler(Protocol):
    """Told of one event by whom and on which day it happened."""

    def __call__(self, event: Any, /, *, by: Principal, on: date) -> None: ...


Handlers = Mapping[type[Happening], Sequence[Handler]]


def hand_on(event: Happening, *, by: Principal, on: date) -> None:
    """Let each handler of this kind of event do its part."""
    table: Handlers = import_string(settings.EVENT_HANDLERS)
    for handler in table.get(type(event), ()):
        handler(event, by=by, on=on)
