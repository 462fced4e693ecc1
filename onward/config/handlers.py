"""What follows from what: which part of the product is told of which event, in order.

Handlers run in the transaction of the change itself. `docs/reference/events.md` is printed from this table.
"""

from onward.casework.promises import following as promises
from onward.records.handlers import Handlers
from onward.vocabulary import events

HANDLERS: Handlers = {
    events.ContactSent: (promises.promise_answer,),
    events.ContactDecided: (promises.keep_answer,),
}
