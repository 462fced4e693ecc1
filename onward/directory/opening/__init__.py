"""When a service is there: read from schedules and from plain words, and asked for one moment or one day.

Only what is said plainly is believed. What cannot be read is not known, which is neither open nor closed.
"""

from onward.directory.opening.hours import Span, Times, open_at, open_on
from onward.directory.opening.schedules import times_of
from onward.directory.opening.words import week

__all__ = ["Span", "Times", "open_at", "open_on", "times_of", "week"]
