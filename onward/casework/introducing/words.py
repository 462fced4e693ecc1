"""The words for introductions, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.rules.introducing import Missing
from onward.vocabulary.introductions import ConsentBy, ConsentHow, State

Words = str | Promise

STATES: dict[State, Words] = {
    State.SENT: _("They were told; no answer yet"),
    State.TAKEN_ON: _("Taken on"),
    State.WAITING_LIST: _("On their waiting list"),
    State.NOT_FOR_US: _("Not for them"),
    State.NOT_REACHED: _("They could not reach the person"),
    State.GOING: _("The person goes there"),
    State.ENDED: _("It has ended"),
    State.TAKEN_BACK: _("The person took it back"),
}
# The same as it is said to the person themselves.
TOLD: dict[State, Words] = {
    State.SENT: _("We told them. They have not answered yet."),
    State.TAKEN_ON: _("They will help you."),
    State.WAITING_LIST: _("You are on their waiting list."),
    State.NOT_FOR_US: _("They cannot help you. We will look for something else."),
    State.NOT_REACHED: _("They tried, and could not reach you."),
    State.GOING: _("You go there now."),
    State.ENDED: _("It has come to an end."),
    State.TAKEN_BACK: _("You took this back. They cannot see it any more."),
}
# And as the service itself says it.
ANSWERS: dict[State, Words] = {
    State.TAKEN_ON: _("We will help them"),
    State.WAITING_LIST: _("They are on our waiting list"),
    State.NOT_FOR_US: _("This is not for us"),
    State.NOT_REACHED: _("We could not reach them"),
    State.GOING: _("They come to us now"),
    State.ENDED: _("It has ended"),
}
CONSENT_BY: dict[ConsentBy, Words] = {
    ConsentBy.PERSON: _("The person themselves"),
    ConsentBy.DECIDER: _("An attorney or deputy who may decide for them"),
}
CONSENT_HOW: dict[ConsentHow, Words] = {
    ConsentHow.TELEPHONE: _("On the telephone"),
    ConsentHow.IN_PERSON: _("When we met"),
    ConsentHow.WRITING: _("In writing"),
}
CHANNELS: dict[str, Words] = {
    "print": _("printed"),
    "email": _("by email"),
    "text": _("by text"),
    "letter": _("by letter"),
}
MISSING: dict[Missing, Words] = {
    Missing.NAME: _("Write what the service may call the person"),
    Missing.REACH: _("Write how the service can reach the person safely"),
    Missing.WANT: _("Write what the person wants, in their own words"),
    Missing.CONSENT_BY: _("Choose who agreed to this"),
    Missing.CONSENT_HOW: _("Choose how they agreed"),
    Missing.CONSENT_ON: _("Write the day on which they agreed, like 27/3/2026"),
    Missing.CONSENT_TO_COME: _("The day on which they agreed is still to come. Check it"),
}
