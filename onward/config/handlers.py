"""What follows from what: which part of the product is told of which event, in order.

Handlers run in the transaction of the change itself. `docs/reference/events.md` is printed from this table.
"""

from onward.casework.links import handlers as links
from onward.records.handlers import Handlers
from onward.vocabulary import events

HANDLERS: Handlers = {
    events.ClaimOpened: [links.let_in],
    events.AmendmentDecided: [links.tell],
}
