"""What follows from what: which part of the product is told of which event, in order.

Handlers run in the transaction of the change itself. `docs/reference/events.md` is printed from this table.
"""

from onward.records.handlers import Handlers

HANDLERS: Handlers = {}
