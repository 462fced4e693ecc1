"""Whether a contact may make a move, by the stage's table; and the sentence where it may not."""

from uuid import UUID

from django.utils.translation import gettext as _

from onward.journey.contact.models import Contact
from onward.journey.contact.words import MISSING
from onward.records.refusals import Refused
from onward.rules import closing
from onward.vocabulary.contact import State, Step, move
from onward.vocabulary.principals import Principal


class NotReady(Refused):
    """A decision about which something is still to be said; `missing` says what."""

    code = "not_ready"

    def __init__(self, missing: tuple[closing.Missing, ...]) -> None:
        super().__init__(". ".join(str(MISSING[each]) for each in missing) + ".")
        self.missing = missing


def moving(case: UUID, step: Step, by: Principal) -> Contact:
    """The contact, locked; refused where the stage's table has no such move from where it stands, or not for `by`."""
    contact = Contact.objects.select_for_update().filter(case_id=case).first()
    if contact is None:
        raise Refused(_("That request could not be found."), "no_such_contact")
    made = move(step, State(contact.state))
    if made is not None and not made.is_for(by):
        raise Refused(_("This is not yours to do."), "not_yours")
    if made is None:
        raise Refused(_NOT_NOW.get(step, lambda: _("That cannot be done now."))(), "not_now")
    return contact


_NOT_NOW = {
    Step.ASK_FOR: lambda: _(
        "You have already sent this. If something has changed, tell us and we will add it."
    ),
    Step.TAKE_OVER: lambda: _("This request was sent already. Look for it among the requests waiting."),
    Step.SEND: lambda: _("You have already sent this."),
    Step.SET_URGENCY: lambda: _("This request does not wait any more. Look at what it says now."),
    Step.DECIDE: lambda: _("This request was already decided. Look at what it says now."),
    Step.QUESTION: lambda: _(
        "There is no decision that you could tell us is wrong, or you have told us already."
    ),
}


def end(step: Step, contact: Contact) -> str:
    """Where the step leaves the contact."""
    made = move(step, State(contact.state))
    return made.end if made else contact.state
