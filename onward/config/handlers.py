"""What follows from what: which part of the product is told of which event, in order.

Handlers run in the transaction of the change itself. `docs/reference/events.md` is printed from this table.
"""

from onward.journey.contact import announcing
from onward.records.handlers import Handlers
from onward.vocabulary import events

HANDLERS: Handlers = {
    events.ContactSent: (announcing.say_it_came_in,),
    events.ContactDecided: (announcing.say_it_is_decided,),
}
