"""What follows from what: which part of the product is told of which event, in order.

Handlers run in the transaction of the change itself. `docs/reference/events.md` is printed from this table.
"""

from onward.casework.followup import following as followup
from onward.casework.links import handlers as links
from onward.casework.promises import following as promises
from onward.journey.contact import announcing
from onward.journey.contact import following as suiting
from onward.journey.contact.looking_again import look_again
from onward.records.handlers import Handlers
from onward.vocabulary import events

HANDLERS: Handlers = {
    events.ContactSent: (promises.promise_answer, announcing.say_it_came_in),
    events.ContactDecided: (promises.keep_answer, followup.plan_or_leave_out, announcing.say_it_is_decided),
    events.ContactQuestioned: (followup.came_back,),
    events.ContactMatched: (followup.came_back_elsewhere,),
    events.PromiseLetGo: (followup.not_reached,),
    events.FollowUpAnswered: (look_again,),
    events.IntroductionSent: (suiting.note_introduced,),
    events.IntroductionAnswered: (suiting.note_answered,),
    events.ClaimOpened: (links.let_in,),
    events.AmendmentDecided: (links.tell,),
}
