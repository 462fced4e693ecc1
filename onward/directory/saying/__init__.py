"""What a service says of whom it takes, what it costs and whether there is room: in columns, or in plain words.

Only what is said plainly is believed; what is not known is not held against a service.
"""

from onward.directory.saying.ages import ages
from onward.directory.saying.costs import free
from onward.directory.saying.room import room

__all__ = ["ages", "free", "room"]
